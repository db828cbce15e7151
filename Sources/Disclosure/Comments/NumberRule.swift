/// Phone numbers, and numbers that could be of a student, a case, a badge or a room.
enum NumberRule {
    static func match(_ text: CommentText, _ index: Int) -> CommentMatch? {
        let token = text.tokens[index]
        switch token.kind {
        case .mark:
            if token.text == "#", let next = text[text.skipSpace(index + 1)],
                next.kind == .number || next.kind == .mixed
            {
                return CommentMatch(count: text.skipSpace(index + 1) + 1 - index, kind: .number)
            }
            guard token.isMark("+("), text[index + 1]?.kind == .number, let match = groups(text, index + 1) else {
                return nil
            }
            return match.kind == .phone ? CommentMatch(count: match.count + 1, kind: .phone) : nil
        case .mixed:
            return isOrdinary(token) && !isNamed(text, index) ? nil : CommentMatch(count: 1, kind: .number)
        default:
            if let match = groups(text, index) { return match }
            return isNamed(text, index) ? CommentMatch(count: 1, kind: .number) : nil
        }
    }

    /// Groups of digits with what may stand between the groups of a phone number.
    private static func groups(_ text: CommentText, _ index: Int) -> CommentMatch? {
        var lengths: [Int] = [text.tokens[index].text.count]
        var end = index + 1
        var hasSpace = false
        while true {
            var place = end
            while place < end + 3, let token = text[place], token.isMark("-.()/‐‑–—") || isPlainSpace(token) {
                place += 1
            }
            guard place > end, let group = text[place], group.kind == .number else { break }
            hasSpace = hasSpace || text.tokens[end..<place].contains(where: \.isSpace)
            lengths.append(group.text.count)
            end = place + 1
        }
        let digits = lengths.reduce(0, +)
        if digits >= 7 {
            // A social security number is no phone number.
            let isPhone = digits <= 15 && lengths.count > 1 && lengths != [3, 2, 4] || digits == 10 || digits == 7
            return CommentMatch(count: end - index, kind: isPhone ? .phone : .number)
        }
        if lengths[0] >= 4 { return CommentMatch(count: 1, kind: .number) }
        // "10-15 minutes" and "12.50" are quantities.
        let isQuantity = lengths.count == 2 && lengths.allSatisfy { $0 <= 2 }
        return digits >= 4 && lengths.count > 1 && !hasSpace && !isQuantity
            ? CommentMatch(count: end - index, kind: .number) : nil
    }

    private static func isPlainSpace(_ token: CommentToken) -> Bool { token.kind == .space(hasNewline: false) }

    /// Whether a word before says that the number is a name: "room 204", "badge no. 12".
    private static func isNamed(_ text: CommentText, _ index: Int) -> Bool {
        text.word(before: index, past: "#.:").map(Vocabulary.numbered.contains) ?? false
    }

    /// "7th", "K-12", "30s", "15min".
    private static func isOrdinary(_ token: CommentToken) -> Bool {
        if ["k12", "k-12"].contains(token.folded) { return true }
        let unit = token.folded.drop { $0.isNumber }
        return token.folded.count - unit.count <= 3 && Vocabulary.units.contains(String(unit))
    }
}
