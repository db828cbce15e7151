/// Values of CSS 2.1 that every mail client understands: a value that is none of these may have a fallback before it.
enum ValueGrammar: Sendable {
    /// Nothing is known for sure.
    case none
    case color
    /// Up to a number of lengths or percentages.
    case lengths(Int, auto: Bool, negative: Bool)
    /// A number, a length, a percentage or `normal`.
    case lineHeight
    case words([String], orNumber: Bool = false)
    case fontFamily
    /// A width, a style and a color in any order.
    case border

    static let borderStyles = ["none", "solid", "dashed", "dotted", "double"]

    func accepts(_ text: Bytes, _ value: Range<Int>) -> Bool {
        var tokens = CSSTokenizer(text, value)
        switch self {
        case .none: return false
        case .color:
            let token = tokens.next()
            return CSSColor(text, token, &tokens) != nil && Self.isDone(&tokens)
        case .lengths(let most, let auto, let negative):
            for count in 0...most {
                let token = tokens.next()
                if token.kind == .end { return count > 0 }
                guard count < most, Self.isLength(text, token, negative: negative) || (auto && Self.isAuto(text, token))
                else { return false }
                let separator = tokens.next()
                if separator.kind == .end { return true }
                guard separator.kind == .whitespace else { return false }
            }
            return false
        case .lineHeight:
            let token = tokens.next()
            let isNormal = token.kind == .ident && text.equals(token.start..<token.end, lowercase: "normal")
            let isNumber = token.kind == .number && text[token.start] != UInt8(ascii: "-")
            return (isNormal || isNumber || Self.isLength(text, token, negative: false)) && Self.isDone(&tokens)
        case .words(let words, let orNumber):
            let token = tokens.next()
            let isWord = token.kind == .ident && Self.isOne(of: words, text, token)
            return (isWord || (orNumber && Self.isHundreds(text, token))) && Self.isDone(&tokens)
        case .fontFamily:
            while true {
                let token = tokens.next()
                switch token.kind {
                case .ident, .string, .comma, .whitespace: continue
                case .end: return true
                default: return false
                }
            }
        case .border: return Self.isBorder(text, &tokens)
        }
    }

    private static func isDone(_ tokens: inout CSSTokenizer) -> Bool { tokens.next().kind == .end }

    private static func isAuto(_ text: Bytes, _ token: CSSToken) -> Bool {
        token.kind == .ident && text.equals(token.start..<token.end, lowercase: "auto")
    }

    private static let units = ["px", "pt", "em", "ex", "in", "cm", "mm", "pc"]

    private static func isLength(_ text: Bytes, _ token: CSSToken, negative: Bool) -> Bool {
        guard [.number, .percentage, .dimension].contains(token.kind),
            negative || text[token.start] != UInt8(ascii: "-")
        else { return false }
        switch token.kind {
        case .number: return text[token.start..<token.end].allSatisfy { !$0.isASCIIDigit || $0 == UInt8(ascii: "0") }
        case .percentage: return true
        case .dimension: return units.contains { isSame($0, text, token.unit..<token.end) }
        default: return false
        }
    }

    private static func isHundreds(_ text: Bytes, _ token: CSSToken) -> Bool {
        token.kind == .number && token.end - token.start == 3 && text[token.start].isASCIIDigit
            && text[token.start] != UInt8(ascii: "0")
            && text[(token.start + 1)..<token.end].allSatisfy { $0 == UInt8(ascii: "0") }
    }

    private static func isOne(of words: [String], _ text: Bytes, _ token: CSSToken) -> Bool {
        words.contains { isSame($0, text, token.start..<token.end) }
    }

    private static func isSame(_ word: String, _ text: Bytes, _ range: Range<Int>) -> Bool {
        word.utf8.count == range.count && zip(word.utf8, text[range]).allSatisfy { $0 == $1.asciiLowercased }
    }

    private static func isBorder(_ text: Bytes, _ tokens: inout CSSTokenizer) -> Bool {
        var (hasWidth, hasStyle, hasColor, count) = (false, false, false, 0)
        while true {
            let token = tokens.next()
            if token.kind == .whitespace { continue }
            if token.kind == .end { return count > 0 }
            count += 1
            if !hasWidth, isLength(text, token, negative: false), token.kind != .percentage {
                hasWidth = true
            } else if !hasStyle, token.kind == .ident, isOne(of: borderStyles, text, token) {
                hasStyle = true
            } else if !hasColor, CSSColor(text, token, &tokens) != nil {
                hasColor = true
            } else {
                return false
            }
        }
    }
}
