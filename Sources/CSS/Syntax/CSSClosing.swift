/// What ends a text in which something is still open, as the end of the text would (CSS Syntax Module Level 3, section 5.4).
public enum CSSClosing {
    /// The bytes to put after a text so that what follows them is outside of all of its strings, comments and blocks.
    public static func closing(_ text: Bytes, _ range: Range<Int>) -> [UInt8] {
        var tokens = CSSTokenizer(text, range)
        var closers: [CSSToken.Kind] = []
        var last = tokens.next()
        while true {
            if let closer = last.closer {
                closers.append(closer)
            } else if last.kind == closers.last {
                closers.removeLast()
            }
            let token = tokens.next()
            if token.kind == .end { break }
            last = token
        }
        let blocks = closers.reversed().map { closer in
            switch closer {
            case .closeParen: UInt8(ascii: ")")
            case .closeSquare: UInt8(ascii: "]")
            default: UInt8(ascii: "}")
            }
        }
        if tokens.unclosedComment != nil { return Array("*/".utf8) + blocks }
        return ending(of: last, text, isInside: tokens.endsInside) + blocks
    }

    /// What ends the last token.
    private static func ending(of token: CSSToken, _ text: Bytes, isInside: Bool) -> [UInt8] {
        let backslashes = text[token.start..<token.end].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
        let endsInEscape = backslashes % 2 == 1
        switch token.kind {
        case .string where isInside:
            // A backslash at the end of a string is nothing, as one before a line end is.
            return (endsInEscape ? [0x0A] : []) + [text[token.start]]
        case .url where isInside, .badURL where isInside:
            return (endsInEscape ? replacement : []) + [UInt8(ascii: ")")]
        default: return endsInEscape ? replacement : []
        }
    }

    /// Makes a backslash that ends a text an escape of U+FFFD, as the end of the text does.
    private static let replacement = Array("fffd ".utf8)
}
