import Evaluation
import Testing

@testable import Content

@Suite("Scales and kinds of items")
struct ScaleTests {
    let place = "Content/instruments/climate.yaml"

    /// A questionnaire with these points, and one item of them.
    func instrument(scale: String, item: String = "{id: t1, domain: d, text: T}", more: String = "") -> [String:
        String?]
    {
        [
            "instruments/climate.yaml": """
            title: S
            version: 1
            scale:
            \(scale)
            \(more)
            domains: [{id: d, title: D}]
            groups: [student]
            items:
              - \(item)
            """, "schools/oak/surveys/baseline-student.csv": nil,
        ]
    }

    func items(_ files: [String: String?]) throws -> [Item] {
        try #require(try ContentSample(files).library().schools.first?.waves.last?.instrument).items
    }

    static let usual = "  - {code: 1, label: A}\n  - {code: 2, label: B, favorable: true}"

    @Test(
        "How the answers of a scale count",
        arguments: [
            (["A", "B", "C, favorable: true"], "unfavorable neutral favorable"),
            (["A", "B", "C", "D, favorable: true"], "unfavorable unfavorable unfavorable favorable"),
            (["A", "B, favorable: true", "C, favorable: true"], "unfavorable favorable favorable"),
            (["A, favorable: true", "B", "C"], "favorable neutral unfavorable"),
            (["A", "B, neutral: true", "C", "D, favorable: true"], "unfavorable neutral unfavorable favorable"),
            (["A", "B, neutral: false", "C, favorable: true"], "unfavorable unfavorable favorable"),
        ])
    func valences(points: [String], expected: String) throws {
        let scale = points.enumerated().map { "  - {code: \($0 + 1), label: \($1)}" }.joined(separator: "\n")
        let rating = try #require(try items(instrument(scale: scale))[0].rating)
        #expect(rating.scale.points.map(\.valence.rawValue).joined(separator: " ") == expected)
    }

    @Test("Answers beside a scale are no points of it, wherever they stand, and need no code")
    func beside() throws {
        let scale =
            "  - {label: Not mine, not-applicable: true}\n  - {code: 3, label: C, favorable: true}\n"
            + "  - {code: 1, label: A}\n  - {code: 8, label: Unsure, dont-know: true}\n  - {code: 2, label: B}"
        let item = "{id: t1, domain: d, text: T, reverse: true}"
        let rating = try #require(try items(instrument(scale: scale, item: item))[0].rating)
        #expect(rating.scale.points.map(\.code) == [1, 2, 3])
        #expect(rating.scale.valences(isReversed: true) == [.favorable, .neutral, .unfavorable])
        #expect(rating.scale.nonSubstantive.map(\.kind) == [.notApplicable, .dontKnow])
        #expect(rating.scale.nonSubstantive.map(\.code) == [nil, 8])
    }

    @Test(
        "A scale that can't be scored or read is told where it stands",
        arguments: [
            ("  - {code: 1, label: A}\n  - {code: 2, label: B}", "no answer of this scale is favorable"),
            (
                "  - {code: 1, label: A, favorable: true}\n  - {code: 2, label: B, favorable: true}",
                "every answer of this scale is favorable"
            ),
            (
                "  - {code: 1, label: A}\n  - {code: 2, label: B, favorable: true}\n  - {code: 3, label: C}",
                "are not side by side at one of its ends"
            ),
            (
                "  - {code: 1, label: A, favorable: true}\n  - {code: 2, label: B}\n  - {code: 3, label: C, favorable: true}",
                "are not side by side at one of its ends"
            ),
            (
                "  - {code: 1, label: {en: A, es: X}}\n  - {code: 2, label: {en: B, es: x}, favorable: true}",
                ":5:22: error: two answers of this scale have the same label"
            ),
            (
                "  - {code: 1, label: A}\n  - {code: 2, label: B, favorable: true}\n  - {label: A, dont-know: true}",
                ":6:13: error: two answers of this scale have the same label"
            ),
            (
                "  - {code: 1, label: A}\n  - {code: 2, label: B, favorable: true}\n  - {code: 2, label: C, dont-know: true}",
                ":6:12: error: the code \"2\" is given twice"
            ),
            (
                "  - {code: 1, label: 2}\n  - {code: 2, label: B, favorable: true}",
                ":4:22: error: this label is the code of another"
            ),
            (
                "  - {code: 1, label: A}\n  - {code: 2, label: B, favorable: true, neutral: true}",
                ":5:5: error: an answer is only one of favorable, neutral"
            ),
            ("  - {label: A}\n  - {code: 2, label: B, favorable: true}", ":4:5: error: \"code\" is missing"),
        ])
    func badScales(scale: String, message: String) throws {
        try expectText(instrument(scale: scale), contains: message)
    }

    @Test(
        "An item that can't be answered as it says is told where it stands",
        arguments: [
            ("{id: t1, domain: d, text: T, scale: usul}", "\"scale\" should be one of often, usual", "\"usual\"?"),
            ("{id: t1, domain: d, text: T, choices: [a]}", "a rating has a scale and no choices", "\"kind\""),
            ("{id: t1, text: T}", "\"domain\" is missing", "d"),
            ("{id: t1, kind: comment, text: T, reverse: true}", "only a rating can be reversed", "\"reverse\""),
            ("{id: t1, kind: comment, text: T, choices: [a]}", "a comment has no choices", "\"choices\""),
            ("{id: t1, kind: single-choice, text: T}", "\"choices\" is missing", "a list"),
            ("{id: t1, kind: single-choice, text: T, choices: []}", "\"choices\" has no entry", ""),
            ("{id: t1, kind: single-choice, text: T, scale: usual, choices: [a]}", "only a rating is answered on", ""),
            ("{id: t1, kind: multiple-choice, text: T, choices: [a, b, A]}", "two choices have the same label", ""),
            (
                "{id: t1, kind: multiple-choice, text: T, choices: [{code: 1, label: a}, b]}",
                "the code 1 is given twice", "choice 1 has it too"
            ),
            ("{id: t1, kind: rating-scale, text: T, domain: d}", "\"kind\" should be one of rating", ""),
            ("{id: t1, kind: comment, text: {en: A, english: B}}", "\"text\" should be text, or a text in each", ""),
            (
                "{id: t1, kind: multiple-choice, text: T, choices: [\((0..<65).map { "c\($0)" }.joined(separator: ", "))]}",
                "there are 65 choices, and at most 64 can be read", ""
            ),
        ])
    func badItems(item: String, message: String, hint: String) throws {
        let more =
            "scales:\n  usual: [{code: 1, label: A}, {code: 2, label: B, favorable: true}]\n"
            + "  often: [{code: 1, label: Never}, {code: 2, label: Daily, favorable: true}]"
        try expectText(instrument(scale: Self.usual, item: item, more: more), contains: message)
        if !hint.isEmpty {
            try expectText(instrument(scale: Self.usual, item: item, more: more), contains: hint)
        }
    }

    @Test("A rating may be answered on another scale, and needs one")
    func named() throws {
        let more = "scales: {often: [{code: 0, label: Never}, {code: 4, label: Daily, favorable: true}]}"
        let item = "{id: t1, domain: d, text: T, scale: often}"
        let rating = try #require(try items(instrument(scale: Self.usual, item: item, more: more))[0].rating)
        #expect(rating.scale.points.map(\.code) == [0, 4])
        var files = instrument(scale: Self.usual, more: more)
        files["instruments/climate.yaml"] = files["instruments/climate.yaml"]??.replacing(
            "scale:\n\(Self.usual)\n", with: "")
        try expectText(files, contains: "error: this rating has no scale", "scale: often")
    }

    @Test("A mistake in a named scale is told once, whatever names it")
    func namedMistake() throws {
        let more = "scales: {often: [{code: 0, label: Never}, {code: 4, label: Daily}]}"
        let item = "{id: t1, domain: d, text: T, scale: often}"
        let messages = try ContentSample(instrument(scale: Self.usual, item: item, more: more)).messages()
        #expect(messages.count == 1 && messages[0].hasSuffix("no answer of this scale is favorable"), "\(messages)")
    }

    @Test("Choices have their place for a code unless they have one of their own, and labels in any language")
    func choices() throws {
        let item =
            "{id: t1, kind: single-choice, text: T, choices: [A, {code: 9, label: B}, {en: C, es: D}, {label: {en: E, es: F}}]}"
        guard case .singleChoice(let choices) = try items(instrument(scale: Self.usual, item: item))[0].kind else {
            Issue.record("a single choice is another kind of item")
            return
        }
        #expect(choices.map(\.code) == [0, 9, 2, 3])
        #expect(choices.map { $0.label.text(in: "es") } == ["A", "B", "D", "F"])
    }

    @Test("Texts may be given by language, the questionnaire's own first")
    func languages() throws {
        let item = "{id: t1, domain: d, text: {es: Confío, en: I trust, pt-BR: Confio}}"
        var text = try items(instrument(scale: Self.usual, item: item))[0].text
        #expect(text.original == "Confío" && text.text(in: "en-US") == "I trust" && text.text(in: "fr") == "Confío")
        text = try items(instrument(scale: Self.usual, item: item, more: "language: en"))[0].text
        #expect(text.original == "I trust" && text.text(in: "es") == "Confío" && text.text(in: "pt-BR") == "Confio")
    }
}
