/// E-mail addresses with spaces or words in them: "ann at school dot org", "ann @ school.org".
enum SpelledAddressRule {
    static func match(_ text: CommentText, _ index: Int) -> CommentMatch? {
        let at = next(text, index + 1)
        guard let sign = text[at], sign.isMark("@＠") || sign.folded == "at" else { return nil }
        let host = next(text, at + 1)
        guard let name = text[host], name.kind == .word || name.kind == .mixed || name.kind == .masked(.link) else {
            return nil
        }
        if sign.kind == .mark { return CommentMatch(count: host + 1 - index, kind: .email) }
        let dot = next(text, host + 1)
        guard text[dot]?.folded == "dot" || text[dot]?.isMark(".") == true else { return nil }
        let end = next(text, dot + 1)
        guard let ending = text[end], AddressPattern.isTopLevel(ending.folded) else { return nil }
        // "at school. Us kids" is no address: a point has to stand close.
        guard text[dot]?.folded == "dot" || end == dot + 1 else { return nil }
        return CommentMatch(count: end + 1 - index, kind: .email)
    }

    /// The next token that is neither a space nor a bracket.
    private static func next(_ text: CommentText, _ index: Int) -> Int {
        var place = index
        while place < index + 4, let token = text[place], token.isSpace || token.isMark("([{<>}])") { place += 1 }
        return place
    }
}
