import CSS
import Foundation

/// The address that relative ones are meant from.
struct BaseURL {
    private let url: URL

    /// Attributes that hold an address (HTML Standard, index of attributes).
    private static let attributes: Set<String> = ["href", "src", "background", "poster", "action", "cite"]

    /// - Parameter address: an absolute address; nil for any other.
    init?(_ address: String) {
        guard let url = URL(string: address), url.scheme != nil, url.host != nil else { return nil }
        self.url = url
    }

    /// The absolute address for a value of an attribute; nil where it is absolute already, leads within the message, or is a
    /// mail tool's tag.
    func absolute(_ value: Bytes) -> [UInt8]? {
        guard let first = value.first, first != UInt8(ascii: "#"), !first.isTagStart, !Self.hasScheme(value) else {
            return nil
        }
        let text = String(decoding: value, as: UTF8.self)
        guard let resolved = URL(string: text, relativeTo: url)?.absoluteString else { return nil }
        return Array(resolved.utf8)
    }

    /// Whether an attribute holds an address.
    static func isAddress(_ name: Bytes) -> Bool {
        attributes.contains(String(decoding: name.lazy.map(\.asciiLowercased), as: UTF8.self))
    }

    /// A value of CSS with its addresses made absolute; nil where nothing changes.
    func absoluteStyle(_ value: Bytes) -> [UInt8]? {
        var result: [UInt8] = []
        var changed = false
        var position = 0
        var tokens = CSSTokenizer(value, 0..<value.count)
        var isArgument = false
        while true {
            let token = tokens.next()
            if token.kind == .end { break }
            var address: Range<Int>?
            if token.kind == .url {
                let closed = value[token.end - 1] == UInt8(ascii: ")")
                address = value.trimmed((token.start + 4)..<(token.end - (closed ? 1 : 0)))
            } else if token.kind == .string, isArgument, token.end - token.start > 2 {
                address = (token.start + 1)..<(token.end - 1)
            }
            isArgument =
                token.kind == .function && value.equals(token.start..<token.end, lowercase: "url(")
                || (isArgument && token.kind == .whitespace)
            guard let address, let absolute = absolute(Bytes(rebasing: value[address])) else { continue }
            result += value[position..<address.lowerBound]
            result += absolute
            position = address.upperBound
            changed = true
        }
        guard changed else { return nil }
        result += value[position..<value.count]
        return result
    }

    private static func hasScheme(_ value: Bytes) -> Bool {
        guard let colon = value.firstIndex(of: UInt8(ascii: ":")), value[0].isASCIILetter else { return false }
        return value[..<colon].allSatisfy { byte in
            byte.isASCIILetter || byte.isASCIIDigit || [0x2B, 0x2D, 0x2E].contains(byte)
        }
    }
}

extension UInt8 {
    /// Whether a mail tool's tag could begin with it.
    fileprivate var isTagStart: Bool {
        [
            UInt8(ascii: "{"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "%"), UInt8(ascii: "<"),
            UInt8(ascii: "$"),
        ].contains(self)
    }
}
