/// One token of a stylesheet (CSS Syntax Module Level 3, section 4), as a range of the bytes it was read from.
public struct CSSToken: Equatable, Sendable {
    /// What kind of token it is.
    public enum Kind: UInt8, Sendable {
        case ident, function, atKeyword, hash, string, badString, url, badURL, delim
        case number, percentage, dimension
        case whitespace, cdo, cdc, colon, semicolon, comma
        case openSquare, closeSquare, openParen, closeParen, openCurly, closeCurly
        case end
    }

    /// What kind of token it is.
    public let kind: Kind
    /// The first byte.
    public let start: Int
    /// One past the last byte.
    public let end: Int
    /// The character of a `delim`; for a `hash`, 1 where it could be an id; otherwise 0.
    public let detail: UInt8
    /// Where the unit of a `dimension` begins; otherwise the same as `end`.
    public let unit: Int

    init(_ kind: Kind, _ start: Int, _ end: Int, detail: UInt8 = 0, unit: Int? = nil) {
        self.kind = kind
        self.start = start
        self.end = end
        self.detail = detail
        self.unit = unit ?? end
    }

    /// Whether this is a `delim` of a character.
    public func isDelim(_ character: UInt8) -> Bool { kind == .delim && detail == character }

    /// The token that closes what this one opens; nil where it opens nothing.
    public var closer: Kind? {
        switch kind {
        case .function, .openParen: .closeParen
        case .openSquare: .closeSquare
        case .openCurly: .closeCurly
        default: nil
        }
    }
}
