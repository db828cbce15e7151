import Content
import Dates
import Evaluation
import Layouts

/// How a booklet says things in its language: phrases from `words/`, and numbers, dates and lists as that language writes them.
///
/// Spanish is written as in the United States, with 1,450 and 3.5 (Unicode CLDR, es-US).
struct Wording: Sendable {
    let phrases: PhraseBook

    var language: String { phrases.language }

    /// A phrase with what it names put in.
    func callAsFunction(_ name: String, _ values: [String: String] = [:]) throws -> String {
        try phrases(name, values)
    }

    /// A phrase in the form that goes with a number, which it may name as `count`.
    func callAsFunction(_ name: String, count: Int, _ values: [String: String] = [:]) throws -> String {
        try phrases(name, count: count, values.merging(["count": number(count)]) { given, _ in given })
    }

    func date(_ date: CalendarDate) -> String { date.longText(language: language) }

    func number(_ number: Int) -> String { DecimalText(Double(number)).whole }

    /// A number of people: itself, or the range that it is in.
    func number(_ count: PublishedCount) -> String {
        switch count {
        case .exactly(let count): number(count)
        case .between(let least, let greatest): "\(number(least))–\(number(greatest))"
        }
    }

    func decimals(_ value: Double, _ places: Int) -> String { DecimalText(value).decimals(places) }

    /// A number with its sign, where it is not zero when rounded.
    func signed(_ value: Double, _ places: Int) -> String { DecimalText(value).signed(decimals: places) }

    /// From 0 to 100, rounded half up.
    func percent(_ value: Double) throws -> String { try percent(whole: DecimalText(value).whole) }

    func percent(_ percent: PublishedPercent) throws -> String {
        let words = try self.percent(whole: String(percent.rounded))
        return switch percent {
        case .exactly: words
        case .rounded(_, let step): step == 1 ? words : try self("number.about", ["number": words])
        case .atMost: try self("number.at-most", ["number": words])
        case .atLeast: try self("number.at-least", ["number": words])
        }
    }

    private func percent(whole: String) throws -> String { try self("number.percent", ["number": whole]) }

    /// Two ends of an interval.
    func range(_ lower: String, _ upper: String) throws -> String {
        try self("number.range", ["lower": lower, "upper": upper])
    }

    /// Two ends of an interval, where there is little room.
    func span(_ lower: String, _ upper: String) throws -> String {
        try self("number.span", ["lower": lower, "upper": upper])
    }

    /// A value in words, or the mark that stands for why there is none.
    func mark<Value>(
        _ value: Reported<Value>, withheld: String = NumberMark.withheld, _ told: (Value) throws -> String
    ) throws -> String {
        switch value {
        case .value(let value): try told(value)
        case .suppressed: withheld
        case .notAsked: NumberMark.none
        case .noAnswers: try self("marks.no-answers")
        }
    }

    /// Several things in a sentence: "a, b and c"; where one of them is joined itself, "a and b as well as c and d", or "a and b; c".
    func list(_ parts: [String]) throws -> String {
        guard let last = parts.last else { return "" }
        let first = parts.dropLast()
        guard !first.isEmpty else { return last }
        let conjunction = try self("list.and", ["first": "", "last": ""])
        let isJoined = { (part: String) in part.contains(conjunction) }
        if first.contains(where: isJoined) { return parts.joined(separator: "; ") }
        if isJoined(last) { return try self("list.as-well-as", ["first": list(Array(first)), "last": last]) }
        return try self("list.and", ["first": first.joined(separator: ", "), "last": last])
    }

    /// One or two answers in quotation marks: "“Agree” or “Strongly agree”".
    func alternatives(_ answers: [String]) throws -> String {
        let quoted = try answers.map { try self("list.quote", ["words": $0]) }
        guard quoted.count > 1, let first = quoted.first, let last = quoted.last else { return quoted.first ?? "" }
        return try self("list.or", ["first": first, "last": last])
    }

    /// A group as it heads a row.
    func title(of group: ReportingGroup) throws -> String { try self("groups.\(group.name)") }

    /// A group as a sentence names it.
    func name(of group: ReportingGroup) throws -> String { try self("groups-in-text.\(group.name)") }

    /// Several groups as a sentence names them.
    func names(of groups: [ReportingGroup]) throws -> String { try list(groups.map(name)) }

    /// A title as a sentence takes it: its first letter small, unless the word is an abbreviation.
    func inText(_ title: String) -> String {
        title.dropFirst().first?.isUppercase == true ? title : title.prefix(1).lowercased() + title.dropFirst()
    }

    /// A text as a sentence begins.
    func beginning(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// The HTML of a text of the content, with the labels of its footnotes, which libcmark-gfm writes in English, in the language.
    func labeled(_ html: String) throws -> String {
        let label = try self("running.back-to-text").replacing("\"", with: "&quot;")
        // Within text and attributes every quotation mark is escaped, so that only tags hold these.
        return ["content", "reference"].reduce(html) { html, english in
            html.replacing(" aria-label=\"Back to \(english)", with: " aria-label=\"\(label)")
        }
    }

    /// Words with one full stop at their end.
    func sentence(_ words: String) -> String {
        words.last.map { ".!?…”".contains($0) } == true ? words : words + "."
    }
}
