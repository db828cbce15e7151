import Diagnostics
import Inlining

/// An issue as a mail program shows it that follows the dark scheme.
enum DarkScheme {
    private static let condition = "@media (prefers-color-scheme: dark)"

    /// The HTML with what it says for the dark scheme put on its elements; nil where it says nothing.
    ///
    /// Braces in strings and comments are not told from others: what is read here was written by ``Inlining/Inliner``, for checks
    /// alone.
    static func html(of html: String) -> String? {
        var text = ""
        var rest = html[...]
        while let start = rest.firstRange(of: condition), let open = rest[start.upperBound...].firstIndex(of: "{"),
            let end = end(of: rest[open...])
        {
            text += rest[..<start.lowerBound] + rest[open...].dropFirst().prefix(upTo: end)
            rest = rest[end...].dropFirst()
        }
        guard !text.isEmpty else { return nil }
        var log = DiagnosticLog()
        let source = SourceFile(path: "", text: text + rest)
        return String(decoding: Inliner().inline(source, log: &log), as: UTF8.self)
    }

    /// Where the brace is that closes the first.
    private static func end(of text: Substring) -> Substring.Index? {
        var depth = 0
        for index in text.utf8.indices {
            switch text.utf8[index] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return nil
    }
}
