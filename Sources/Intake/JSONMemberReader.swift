/// Reads an object of JSON (RFC 8259) into texts by key. Members of an object inside have its key and a dot before theirs.
struct JSONMemberReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// How deep objects and lists may stand in each other.
    private static let deepest = 64

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The members in their order; nil where the bytes are no object.
    mutating func members() -> [(key: String, text: String)]? {
        var members: [(key: String, text: String)] = []
        guard object("", 0, { members.append(($0, $1)) }) else { return nil }
        skipBlanks()
        return index == bytes.count ? members : nil
    }

    private mutating func object(_ prefix: String, _ depth: Int, _ add: (String, String) -> Void) -> Bool {
        guard depth < Self.deepest, take("{") else { return false }
        if take("}") { return true }
        repeat {
            skipBlanks()
            guard let key = string(), take(":"), value(prefix + key, depth, add) else { return false }
        } while take(",")
        return take("}")
    }

    private mutating func value(_ key: String, _ depth: Int, _ add: (String, String) -> Void) -> Bool {
        skipBlanks()
        guard index < bytes.count else { return false }
        switch bytes[index] {
        case UInt8(ascii: "{"): return object(key + ".", depth + 1, add)
        case UInt8(ascii: "["): return list(key, depth + 1, add)
        case UInt8(ascii: "\""):
            guard let text = string() else { return false }
            add(key, text)
            return true
        default:
            let start = index
            while index < bytes.count, bytes[index].isWordOfJSON { index += 1 }
            guard index > start else { return false }
            let word = String(decoding: bytes[start..<index], as: UTF8.self)
            let isWord = ["true", "false", "null"].contains(word)
            guard isWord || Double(word) != nil && !word.contains(where: \.isLetterOtherThanExponent) else {
                return false
            }
            if word != "null" { add(key, word) }
            return true
        }
    }

    /// Of a list, which a group of boxes is, the one text that it has.
    private mutating func list(_ key: String, _ depth: Int, _ add: (String, String) -> Void) -> Bool {
        guard depth < Self.deepest, take("[") else { return false }
        if take("]") { return true }
        var texts: [String] = []
        repeat {
            guard value("", depth, { texts.append($1) }) else { return false }
        } while take(",")
        guard take("]") else { return false }
        if texts.count == 1 { add(key, texts[0]) }
        return true
    }

    private mutating func string() -> String? {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
        index += 1
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
            guard bytes[index] >= 0x20 else { return nil }
            index += 1
        }
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "\"") {
            index += 1
            return String(decoding: bytes[start..<(index - 1)], as: UTF8.self)
        }
        var text = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escape() else { return nil }
                text += Array(String(Character(scalar)).utf8)
            case ..<0x20: return nil
            default: text.append(byte)
            }
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        guard index < bytes.count else { return nil }
        index += 1
        switch bytes[index - 1] {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "u"):
            guard let unit = hexadecimal() else { return nil }
            guard UTF16.isLeadSurrogate(UInt16(unit)) else { return Unicode.Scalar(unit) }
            guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
            else {
                return nil
            }
            index += 2
            guard let low = hexadecimal(), UTF16.isTrailSurrogate(UInt16(low)) else { return nil }
            return Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
        case let byte where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "/"):
            return Unicode.Scalar(byte)
        default: return nil
        }
    }

    private mutating func hexadecimal() -> UInt32? {
        guard index + 4 <= bytes.count else { return nil }
        let digits = String(decoding: bytes[index..<(index + 4)], as: UTF8.self)
        index += 4
        return digits.utf8.first == UInt8(ascii: "+") ? nil : UInt32(digits, radix: 16)
    }

    private mutating func skipBlanks() {
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard index < bytes.count, bytes[index] == UInt8(truncatingIfNeeded: character.value) else { return false }
        index += 1
        return true
    }
}

extension UInt8 {
    fileprivate var isWordOfJSON: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "E"),
            UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}

extension Character {
    fileprivate var isLetterOtherThanExponent: Bool { isLetter && self != "e" && self != "E" }
}
