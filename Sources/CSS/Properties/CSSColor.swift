/// An opaque color that every mail client understands: `#rgb`, `#rrggbb`, one of CSS 2.1's names, or `rgb(r, g, b)`.
public struct CSSColor: Equatable, Sendable {
    /// Red, from 0 to 255.
    public let red: UInt8
    /// Green.
    public let green: UInt8
    /// Blue.
    public let blue: UInt8
    /// Whether it is `transparent`, which is no color at all.
    public let isTransparent: Bool

    /// Creates a color.
    public init(red: UInt8, green: UInt8, blue: UInt8, isTransparent: Bool = false) {
        self.red = red
        self.green = green
        self.blue = blue
        self.isTransparent = isTransparent
    }

    /// Reads a whole value; nil where it is anything else than such a color.
    public init?(_ text: Bytes, _ value: Range<Int>) {
        var tokens = CSSTokenizer(text, value)
        let token = tokens.next()
        self.init(text, token, &tokens)
        guard tokens.next().kind == .end else { return nil }
    }

    /// `#rrggbb` in small letters.
    public var hexadecimal: String {
        "#"
            + [red, green, blue].map { part in
                let digits = String(part, radix: 16)
                return digits.utf8.count == 1 ? "0" + digits : digits
            }.joined()
    }

    /// Reads a color whose first token is at hand; other tokens are taken only where it is `rgb()`.
    init?(_ text: Bytes, _ token: CSSToken, _ tokens: inout CSSTokenizer) {
        switch token.kind {
        case .hash: self.init(hexadecimal: text[(token.start + 1)..<token.end])
        case .ident:
            let name = String(decoding: text[token.start..<token.end].lazy.map(\.asciiLowercased), as: UTF8.self)
            guard let color = Self.named[name] else { return nil }
            self.init(
                red: UInt8(color >> 16 & 0xFF), green: UInt8(color >> 8 & 0xFF), blue: UInt8(color & 0xFF),
                isTransparent: name == "transparent")
        case .function where text.equals(token.start..<token.end, lowercase: "rgb("):
            self.init(text, arguments: &tokens)
        default: return nil
        }
    }

    private init?(hexadecimal digits: Slice<Bytes>) {
        let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue.map(UInt8.init) }
        guard values.count == digits.count else { return nil }
        switch values.count {
        case 3: self.init(red: values[0] * 17, green: values[1] * 17, blue: values[2] * 17)
        case 6:
            self.init(
                red: values[0] << 4 | values[1], green: values[2] << 4 | values[3], blue: values[4] << 4 | values[5])
        default: return nil
        }
    }

    /// Three whole numbers with commas between them.
    private init?(_ text: Bytes, arguments tokens: inout CSSTokenizer) {
        var parts: [UInt8] = []
        var needsComma = false
        while true {
            let token = tokens.next()
            switch token.kind {
            case .whitespace: continue
            case .comma where needsComma: needsComma = false
            case .number where !needsComma && parts.count < 3:
                guard let part = UInt8(String(decoding: text[token.start..<token.end], as: UTF8.self)) else {
                    return nil
                }
                parts.append(part)
                needsComma = true
            case .closeParen where parts.count == 3:
                self.init(red: parts[0], green: parts[1], blue: parts[2])
                return
            default: return nil
            }
        }
    }

    /// CSS 2.1, section 4.3.6, and `transparent`.
    private static let named: [String: UInt32] = [
        "maroon": 0x800000, "red": 0xFF0000, "orange": 0xFFA500, "yellow": 0xFFFF00, "olive": 0x808000,
        "purple": 0x800080, "fuchsia": 0xFF00FF, "white": 0xFFFFFF, "lime": 0x00FF00, "green": 0x008000,
        "navy": 0x000080, "blue": 0x0000FF, "aqua": 0x00FFFF, "teal": 0x008080, "black": 0x000000, "silver": 0xC0C0C0,
        "gray": 0x808080, "transparent": 0,
    ]
}
