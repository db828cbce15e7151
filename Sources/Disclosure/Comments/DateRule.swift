/// Dates, days of the week and times in the forms that are common in the United States.
enum DateRule {
    static func match(_ text: CommentText, _ index: Int) -> CommentMatch? {
        let count =
            switch text.tokens[index].kind {
            case .word: named(text, index)
            case .number: time(text, index) ?? numeric(text, index) ?? dayThenMonth(text, index)
            case .mixed: mixed(text, index) ?? dayThenMonth(text, index)
            default: Int?.none
            }
        return count.map { CommentMatch(count: $0, kind: .date) }
    }

    // MARK: Words

    private static func named(_ text: CommentText, _ index: Int) -> Int? {
        let token = text.tokens[index]
        let day = token.folded.hasSuffix("s") ? String(token.folded.dropLast()) : token.folded
        if Vocabulary.weekdays.contains(day) || Vocabulary.weekdays.contains(token.folded) { return 1 }
        if ["noon", "midnight"].contains(token.folded) { return 1 }
        let isNamed = token.isCapitalized && !text.isSentenceStart(index)
        if Vocabulary.shortWeekdays.contains(token.folded) {
            return isNamed || token.isCapitalized && text[index + 1]?.isMark(".,") == true ? 1 : nil
        }
        guard Vocabulary.months.contains(token.folded) || Vocabulary.shortMonths.contains(token.folded) else {
            return nil
        }
        if let end = dayAfterMonth(text, index) { return end - index }
        if Vocabulary.ambiguousMonths.contains(token.folded) || Vocabulary.shortMonths.contains(token.folded) {
            return isNamed ? 1 : nil
        }
        return 1
    }

    /// The end of "March 14", "Mar. 14th, 2024" or "March 2024".
    private static func dayAfterMonth(_ text: CommentText, _ index: Int) -> Int? {
        let start = text[index + 1]?.isMark(".") == true ? index + 2 : index + 1
        var place = text.skipSpace(start)
        if text[place]?.folded == "the" { place = text.skipSpace(place + 1) }
        guard let day = text[place], day.kind == .number && day.text.count <= 4 || isOrdinal(day) else { return nil }
        return year(text, place + 1)
    }

    /// The end of a year from an index on, or the index.
    private static func year(_ text: CommentText, _ index: Int) -> Int {
        let place = text.skipSpace(text[index]?.isMark(",") == true ? index + 1 : index)
        guard let year = text[place], year.kind == .number, year.text.count == 4 else { return index }
        return place + 1
    }

    private static func isOrdinal(_ token: CommentToken) -> Bool {
        guard token.kind == .mixed else { return false }
        return ["st", "nd", "rd", "th"].contains(token.folded.drop { $0.isNumber }) && token.folded.count <= 4
    }

    // MARK: Numbers

    /// "14 March 2024", "the 14th of March".
    private static func dayThenMonth(_ text: CommentText, _ index: Int) -> Int? {
        let token = text.tokens[index]
        guard isOrdinal(token) || token.kind == .number && token.text.count <= 2 else { return nil }
        var place = text.skipSpace(index + 1)
        let hasOf = text[place]?.folded == "of"
        if hasOf { place = text.skipSpace(place + 1) }
        if let month = text[place], month.kind == .word {
            let isMonth = Vocabulary.months.contains(month.folded) || Vocabulary.shortMonths.contains(month.folded)
            let isPlain = !Vocabulary.ambiguousMonths.contains(month.folded) && month.folded.count > 3
            if isMonth && (month.isCapitalized || hasOf || isPlain) {
                return year(text, text[place + 1]?.isMark(".") == true ? place + 2 : place + 1) - index
            }
        }
        // Grades and places end with the twelfth.
        let day = Int(token.text.prefix { $0.isNumber }) ?? 0
        return isOrdinal(token) && (13...31).contains(day) ? 1 : nil
    }

    /// "3/14", "3/14/24", "3-14-2024", "3.14.24", "2024-03-14".
    private static func numeric(_ text: CommentText, _ index: Int) -> Int? {
        guard let mark = text[index + 1], mark.isMark("/.-‐‑–"), let first = Int(text.tokens[index].text),
            let second = text[index + 2], second.kind == .number, let middle = Int(second.text), second.text.count <= 2
        else { return nil }
        let hasThird = text[index + 3]?.text == mark.text && text[index + 4]?.kind == .number
        let isMonthAndDay = (1...31).contains(first) && (1...31).contains(middle) && min(first, middle) <= 12
        if hasThird, let third = text[index + 4], third.text.count <= 4 {
            let isYearFirst = (1_000...9_999).contains(first) && (1...12).contains(middle)
            return isMonthAndDay || isYearFirst ? 5 : nil
        }
        return mark.isMark("/") && isMonthAndDay && !(first == 24 && middle == 7) ? 3 : nil
    }

    /// "3:15", "3:15 p.m.", "3 pm".
    private static func time(_ text: CommentText, _ index: Int) -> Int? {
        guard text.tokens[index].text.count <= 2 else { return nil }
        var end = index + 1
        var isTime = false
        while text[end]?.isMark(":") == true, let part = text[end + 1], part.text.count == 2, part.kind == .number {
            end += 2
            isTime = true
        }
        if text[end]?.isMark(":") == true, let part = text[end + 1], part.kind == .mixed, isClock(part) {
            return end + 2 - index
        }
        let place = text.skipSpace(end)
        guard let half = text[place], half.kind == .word else { return isTime ? end - index : nil }
        if ["am", "pm", "o'clock", "oclock"].contains(half.folded) { return place + 1 - index }
        if ["a", "p"].contains(half.folded), text[place + 1]?.isMark(".") == true, text[place + 2]?.folded == "m" {
            return place + (text[place + 3]?.isMark(".") == true ? 4 : 3) - index
        }
        return isTime ? end - index : nil
    }

    /// "5pm", or the "15pm" of "3:15pm".
    private static func isClock(_ token: CommentToken) -> Bool {
        token.folded.count <= 4 && ["am", "pm", "a", "p"].contains(token.folded.drop { $0.isNumber })
    }

    private static func mixed(_ text: CommentText, _ index: Int) -> Int? {
        isClock(text.tokens[index]) && text.tokens[index].folded.first?.isNumber == true ? 1 : nil
    }
}
