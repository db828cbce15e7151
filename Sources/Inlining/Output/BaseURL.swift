import CSS

/// The address that relative ones are meant from.
///
/// References are resolved as RFC 3986, section 5.2, has it, on the bytes as they are: what a reference has after its path,
/// and mail tools' tags anywhere in it, stay as they were written.
struct BaseURL {
    private let scheme: [UInt8]
    private let authority: [UInt8]
    private let path: [UInt8]

    /// Attributes that hold an address (HTML Standard, index of attributes).
    private static let attributes: Set<String> = ["href", "src", "background", "poster", "action", "cite"]

    /// - Parameter address: an absolute address; nil for any other.
    init?(_ address: String) {
        let bytes = Array(address.utf8)
        guard let colon = bytes.withUnsafeBufferPointer(Self.endOfScheme),
            bytes[colon...].starts(with: "://".utf8)
        else { return nil }
        let host = colon + 3
        let end = bytes[host...].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
        let slash = bytes[host..<end].firstIndex(of: UInt8(ascii: "/")) ?? end
        guard slash > host else { return nil }
        scheme = Array(bytes[...colon])
        authority = Array(bytes[(colon + 1)..<slash])
        path = slash == end ? [UInt8(ascii: "/")] : Array(bytes[slash..<end])
    }

    /// The absolute address for a value of an attribute; nil where it is absolute already, leads within the message, or is a
    /// mail tool's tag.
    func absolute(_ value: Bytes) -> [UInt8]? {
        guard let first = value.first, first != UInt8(ascii: "#"), !first.isTagStart, Self.endOfScheme(value) == nil
        else { return nil }
        if value.starts(with: "//".utf8) { return scheme + value }
        let end =
            value.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") || $0.isTagStart } ?? value.count
        let reference = Array(value[..<end])
        let rest = Array(value[end...])
        if reference.isEmpty { return scheme + authority + path + rest }
        let isRooted = first == UInt8(ascii: "/")
        let folder = Array(path[...(path.lastIndex(of: UInt8(ascii: "/")) ?? 0)])
        return scheme + authority + Self.withoutDots(isRooted ? reference : folder + reference) + rest
    }

    /// A path with `.` and `..` followed (RFC 3986, section 5.2.4).
    private static func withoutDots(_ path: [UInt8]) -> [UInt8] {
        guard path.contains(UInt8(ascii: ".")) else { return path }
        var kept: [ArraySlice<UInt8>] = []
        let segments = path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isUp = segment.elementsEqual("..".utf8)
            if isUp { _ = kept.popLast() }
            if !isUp, !segment.elementsEqual(".".utf8) {
                kept.append(segment)
            } else if index == segments.count - 1 {
                kept.append([])
            }
        }
        return kept.flatMap { [UInt8(ascii: "/")] + $0 }
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

    /// Where the colon after a scheme is (RFC 3986, section 3.1); nil without a scheme.
    private static func endOfScheme(_ value: Bytes) -> Int? {
        guard let colon = value.firstIndex(of: UInt8(ascii: ":")), value[0].isASCIILetter else { return nil }
        let isScheme = value[..<colon].allSatisfy { byte in
            byte.isASCIILetter || byte.isASCIIDigit || [0x2B, 0x2D, 0x2E].contains(byte)
        }
        return isScheme ? colon : nil
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
