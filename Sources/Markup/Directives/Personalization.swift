/// What differs from subscriber to subscriber in a text, as a token that each mail tool's own tag takes the place of.
public enum Personalization {
    /// The directive that stands for the subscriber's first name: `:first-name[colleague]`.
    static let firstNameDirective = "first-name"

    // Supplementary private-use characters (Unicode Standard, 23.5), which no text has a use for.
    static let begin: Unicode.Scalar = "\u{100000}"
    static let end: Unicode.Scalar = "\u{100001}"

    /// The token for the subscriber's first name.
    /// - Parameter fallback: the words where no name is known, as they stand in the text around it.
    public static func firstName(_ fallback: String) -> String { "\(begin)\(fallback)\(end)" }

    /// The text with its tokens replaced.
    /// - Parameters:
    ///   - text: HTML or plain text.
    ///   - firstName: what stands for a first name, given the words where none is known; these are escaped in HTML.
    public static func render(_ text: String, firstName: (_ fallback: String) throws -> String) rethrows -> String {
        guard text.unicodeScalars.contains(begin) else { return text }
        var result = ""
        var rest = text.unicodeScalars[...]
        while let open = rest.firstIndex(of: begin), let close = rest[open...].firstIndex(of: end) {
            result.unicodeScalars += rest[..<open]
            result += try firstName(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        result.unicodeScalars += rest
        return result
    }
}
