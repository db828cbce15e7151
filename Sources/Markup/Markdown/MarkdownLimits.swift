import Diagnostics

/// How much of a text may stand in one piece.
public enum MarkdownLimits {
    /// The most bytes without a blank line, some 90,000 words.
    ///
    /// libcmark-gfm 0.29.0.gfm.6 looks at all emphasis before a link when the link ends, so that a paragraph's time grows
    /// faster than the square of its length: 0.5 MB took 1.5 s, 2 MB over two minutes.
    public static let largestParagraph = 512 << 10

    /// The diagnostic for a text that has a longer piece, at the line it begins on; nil where it has none.
    /// - Parameters:
    ///   - source: the file.
    ///   - bodyOffset: the first byte of the text, after any front matter.
    public static func problem(in source: SourceFile, bodyOffset: Int = 0) -> Diagnostic? {
        let start = min(max(bodyOffset, 0), source.bytes.count)
        guard source.bytes.count - start > largestParagraph else { return nil }
        guard let long = source.bytes.withUnsafeBufferPointer({ longParagraph(in: $0, from: start) }) else {
            return nil
        }
        return source.diagnostic(
            atByte: long, "this paragraph is longer than \(largestParagraph >> 10) KB",
            hint: "set its parts apart with blank lines, or keep data out of the text")
    }

    /// The first byte of the first piece that is too long.
    private static func longParagraph(in text: UnsafeBufferPointer<UInt8>, from first: Int) -> Int? {
        var (start, lineIsBlank) = (first, true)
        for index in first..<text.count {
            switch text[index] {
            case UInt8(ascii: "\n"):
                if lineIsBlank { start = index + 1 }
                lineIsBlank = true
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
            default: lineIsBlank = false
            }
            if index - start >= largestParagraph, !lineIsBlank { return start }
        }
        return nil
    }
}
