import Diagnostics
import Evaluation

/// The answers that an item may have, by their words and numbers.
struct KnownAnswers {
    /// The labels in the questionnaire's own language, for a hint.
    let shown: [String]
    /// Codes by normalized label and by number.
    private var codes: [String: UInt8] = [:]
    /// Each wording with its code, for answers that a spreadsheet program turned into dates.
    private var wordings: [(label: String, code: UInt8)] = []
    /// The choice that stands for whatever respondents typed themselves.
    private var other: UInt8?
    private let takesOther: Bool

    /// The answers of a rating, those beside its scale included.
    init(_ scale: ResponseScale) {
        shown = scale.points.map(\.label.original) + scale.nonSubstantive.map(\.label.original)
        takesOther = false
        add(scale.points.map { ($0.label, $0.code, $0.code) })
        add(
            scale.nonSubstantive.map { answer in
                let code =
                    answer.kind == .notApplicable ? SurveyResponses.notApplicable : SurveyResponses.dontKnow
                return (answer.label, answer.code, code)
            })
    }

    /// The options of a choice; what they are coded with here is their code, or their place in the list.
    init(_ choices: [Item.Choice], byPlace: Bool) {
        shown = choices.map(\.label.original)
        takesOther = true
        let answers = choices.enumerated().map { place, choice in
            (label: choice.label, number: choice.code as UInt8?, code: byPlace ? UInt8(clamping: place) : choice.code)
        }
        add(answers)
        other = answers.first { $0.label.all.contains(where: ColumnNames.isOther) }?.code
    }

    /// Takes answers in, each by its words and by the number that exports may code it with. Words go before numbers.
    private mutating func add(_ answers: [(label: TranslatedText, number: UInt8?, code: UInt8)]) {
        for answer in answers {
            for wording in answer.label.all {
                codes[wording.normalizedQuestion] = answer.code
                wordings.append((wording, answer.code))
            }
        }
        for answer in answers {
            guard let number = answer.number.map(String.init), codes[number] == nil else { continue }
            codes[number] = answer.code
        }
    }

    /// The wordings as they are compared, the longest first.
    var longestFirst: [(words: String, code: UInt8)] {
        codes.map { (words: $0.key, code: $0.value) }
            .sorted { ($1.words.unicodeScalars.count, $0.words) < ($0.words.unicodeScalars.count, $1.words) }
    }

    /// The code of an answer; nil where it is none of these.
    func code(of answer: String) -> UInt8? {
        if let code = codes[answer.normalizedQuestion] { return code }
        guard let date = SpreadsheetDate(answer) else { return nil }
        let meant = Set(date.options(among: wordings.map(\.label)).map { wordings[$0].code })
        return meant.count == 1 ? meant.first : nil
    }

    /// The code of what a respondent typed instead of choosing: that of the option for it where there is one, missing where it
    /// says by itself that it is something else, and nil otherwise.
    func codeOfOther(_ answer: String) -> UInt8? {
        guard takesOther else { return nil }
        return other ?? (answer.normalizedQuestion.hasPrefix("other:") ? SurveyResponses.missing : nil)
    }

    /// What an author is told of an answer that is none of these. The answer itself is not told.
    func hint(for answer: String) -> String {
        if SpreadsheetDate(answer) != nil {
            return "a spreadsheet program has made a date of it: export the file again and don't open it in one"
        }
        let expected = "expected \(shown.prefix(12).joined(separator: ", "))\(shown.count > 12 ? ", …" : "")"
        let near = NearestName.match(for: answer, among: wordings.map(\.label))
        return near.map { "\(expected); nearest is \"\($0)\"" } ?? expected
    }
}

extension AnswerTable where Value == UInt8 {
    /// The codes of ratings and single choices.
    init(codesOf known: KnownAnswers, format: SurveyFormat) {
        self.init { answer in
            if answer.isMissing(in: format) { return SurveyResponses.missing }
            return known.code(of: answer) ?? known.codeOfOther(answer)
        }
    }
}

extension AnswerTable where Value == UInt64 {
    /// The options of multiple choices that stand in one field, joined by semicolons or commas.
    init(selectionsOf known: KnownAnswers, format: SurveyFormat) {
        let wordings = known.longestFirst
        self.init { answer in
            if answer.isMissing(in: format) { return 0 }
            return Selections(wordings: wordings, known: known).read(answer)
        }
    }

    /// One option that has a column of its own: 1 where it was chosen.
    init(option: Item.Choice, format: SurveyFormat) {
        let words = Set(option.label.all.map(\.normalizedQuestion) + [String(option.code)])
        let isOther = option.label.all.contains(where: ColumnNames.isOther)
        self.init { answer in
            if answer.isMissing(in: format) { return 0 }
            let answer = answer.normalizedQuestion
            if isOther || words.contains(answer) || ["1", "true", "yes", "x", "selected", "checked"].contains(answer) {
                return 1
            }
            return ["0", "false", "no", "not selected", "unchecked"].contains(answer) ? 0 : nil
        }
    }
}

/// Takes a field apart that holds several options. An option's own text may hold commas, so that known texts are looked for,
/// the longest first, before the field is divided.
private struct Selections {
    let wordings: [(words: String, code: UInt8)]
    let known: KnownAnswers

    func read(_ answer: String) -> UInt64? {
        var rest = answer.normalizedQuestion[...]
        var selections: UInt64 = 0
        while true {
            rest = rest.drop { $0 == "," || $0 == ";" || $0 == " " }
            guard !rest.isEmpty else { return selections }
            let code: UInt8
            if let found = wordings.first(where: { Self.begins(rest, with: $0.words) }) {
                code = found.code
                rest = rest.dropFirst(found.words.count)
            } else {
                let part = rest.prefix { $0 != "," && $0 != ";" }
                guard let other = known.code(of: String(part)) ?? known.codeOfOther(String(part)) else { return nil }
                code = other
                rest = rest.dropFirst(part.count)
            }
            if code < 64 { selections |= 1 << UInt64(code) }
        }
    }

    private static func begins(_ rest: Substring, with words: String) -> Bool {
        guard !words.isEmpty, rest.hasPrefix(words) else { return false }
        return rest.dropFirst(words.count).drop { $0 == " " }.first.map { $0 == "," || $0 == ";" } ?? true
    }
}

extension String {
    /// Whether a field says that there is no answer: it is blank, or Qualtrics' code of a question seen and not answered.
    func isMissing(in format: SurveyFormat) -> Bool {
        trimmed.isEmpty || format == .qualtrics && trimmed == "-99"
    }
}
