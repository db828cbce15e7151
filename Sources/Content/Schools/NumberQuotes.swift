import Diagnostics
import Evaluation

/// Puts a school's numbers where its texts quote them: `{{trust.students.favorable}}`.
struct NumberQuotes: Sendable {
    private let evaluation: SchoolEvaluation
    /// The school's numbers, made for the first text that quotes any.
    private lazy var table = evaluation.numbers
    /// Whether a number that is not there is told.
    private let tellsMissing: Bool

    init(_ evaluation: SchoolEvaluation, tellsMissing: Bool) {
        self.evaluation = evaluation
        self.tellsMissing = tellsMissing
    }

    /// The text with a mark in place of each quote, and the numbers that they stand for (``QuotingText``). A number that is
    /// withheld or not there is an error at its place: a blank would make another sentence of it.
    mutating func resolve(_ source: SourceFile, from start: Int, log: inout DiagnosticLog) -> (
        source: SourceFile, numbers: [ReportedNumber]
    ) {
        let quotes = Self.quotes(in: source.bytes, from: start)
        guard !quotes.isEmpty else { return (source, []) }
        let names = quotes.map { String(decoding: source.bytes[$0].dropFirst(2).dropLast(2), as: UTF8.self).trimmed }
        var numbers: [ReportedNumber] = []
        let index = NumberIndex(table, quoted: Set(names))
        var bytes = Array(source.bytes[..<start])
        var place = start
        for (quote, name) in zip(quotes, names) {
            bytes += source.bytes[place..<quote.lowerBound]
            place = quote.upperBound
            if let number = index[name], number.value != nil {
                bytes += Array(QuotingText.mark(numbers.count).utf8)
                numbers.append(number)
            } else {
                // A blank would be a mistake of its own, such as a figure without a value.
                bytes += source.bytes[quote]
                guard tellsMissing else { continue }
                let problem = Self.problem(name, NumberIndex(table))
                log.report(source.diagnostic(atByte: quote.lowerBound, problem.message, hint: problem.hint))
            }
        }
        bytes += source.bytes[place...]
        return (SourceFile(path: source.path, bytes: bytes, isConfidential: source.isConfidential), numbers)
    }

    private static func problem(_ name: String, _ index: NumberIndex) -> (message: String, hint: String?) {
        let shown = name.prefix(80)
        switch index[name]?.status {
        case .suppressed:
            return ("\(shown) is withheld, so that nobody can be picked out", "say it without this number")
        case .notAsked: return ("\(shown) has no value: it was not asked, or not counted", nil)
        case .noAnswers: return ("\(shown) has no value: nobody answered", nil)
        case .told, .atMost, .atLeast, nil:
            return (
                "there is no number \(shown)",
                NearestName.match(for: name, among: index.names).map { "did you mean {{\($0)}}?" }
                    ?? "prowess evaluate prints all of them with --format csv"
            )
        }
    }

    /// The places of `{{…}}` on one line.
    private static func quotes(in bytes: [UInt8], from start: Int) -> [Range<Int>] {
        var quotes: [Range<Int>] = []
        var open: Int?
        var place = start
        while place + 1 < bytes.count {
            switch (bytes[place], bytes[place + 1]) {
            case (UInt8(ascii: "{"), UInt8(ascii: "{")):
                open = place
                place += 2
            case (UInt8(ascii: "}"), UInt8(ascii: "}")):
                if let begin = open.take() { quotes.append(begin..<place + 2) }
                place += 2
            case (UInt8(ascii: "\n"), _):
                open = nil
                place += 1
            default: place += 1
            }
        }
        return quotes
    }
}
