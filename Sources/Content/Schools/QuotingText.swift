import Evaluation

/// A text of a school in which numbers are quoted. How they are written is up to who shows it, in that one's language.
public struct QuotingText: Sendable {
    private let body: PageBody
    private let numbers: [ReportedNumber]

    /// - Parameters:
    ///   - body: the text with a ``mark(_:)`` where each number goes.
    ///   - numbers: the numbers, each of them told.
    init(_ body: PageBody, quoting numbers: [ReportedNumber]) {
        (self.body, self.numbers) = (body, numbers)
    }

    /// The text as HTML, with its numbers as ``Evaluation/ReportedNumber/text`` writes them.
    public var html: String { html { $0.text ?? "" } }

    /// The text as HTML.
    /// - Parameter words: writes a number, as plain text.
    public func html(writing words: (ReportedNumber) throws -> String) rethrows -> String {
        guard !numbers.isEmpty else { return body.html }
        var html = ""
        var rest = body.html.unicodeScalars[...]
        while let begin = rest.firstIndex(of: Self.begin), let end = rest[begin...].firstIndex(of: Self.end) {
            html += String(rest[..<begin])
            let place = Int(String(rest[begin..<end].dropFirst()))
            if let place, numbers.indices.contains(place) { html += Self.escaped(try words(numbers[place])) }
            rest = rest[rest.index(after: end)...]
        }
        return html + String(rest)
    }

    /// Stands where the number of a place goes. Markdown takes private-use characters as letters like any other, and no text
    /// of a booklet has any.
    static func mark(_ place: Int) -> String { "\(begin)\(place)\(end)" }

    private static let begin: Unicode.Scalar = "\u{E000}"
    private static let end: Unicode.Scalar = "\u{E001}"

    /// The text as it stands in HTML, in an attribute too.
    private static func escaped(_ text: String) -> String {
        [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")].reduce(text) { text, pair in
            text.replacing(pair.0, with: pair.1)
        }
    }
}
