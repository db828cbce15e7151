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
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while let open = place(of: begin, in: bytes[index...]), let close = place(of: end, in: bytes[open...]) {
            result += bytes[index..<open]
            let fallback = bytes[(open + tokenLength)..<close]
            result += Array(try firstName(String(decoding: fallback, as: UTF8.self)).utf8)
            index = close + tokenLength
        }
        guard index > 0 else { return text }
        result += bytes[index...]
        return String(decoding: result, as: UTF8.self)
    }

    /// How many bytes either end of a token has.
    private static let tokenLength = 4

    private static func place(of mark: Unicode.Scalar, in bytes: ArraySlice<UInt8>) -> Int? {
        let wanted = Array(String(mark).utf8)
        var rest = bytes
        while let start = rest.firstIndex(of: wanted[0]) {
            if bytes[start...].starts(with: wanted) { return start }
            rest = rest[(start + 1)...]
        }
        return nil
    }
}
