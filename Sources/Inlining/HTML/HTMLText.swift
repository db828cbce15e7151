import CSS

/// The values of attributes, whose character references are undone to read them.
enum HTMLText {
    /// Calls a function with a value's characters, which are the text's own where it has no references.
    static func withDecoded<Result>(_ text: Bytes, _ range: Range<Int>, _ body: (Bytes) -> Result) -> Result {
        let slice = Bytes(rebasing: text[range])
        guard slice.contains(UInt8(ascii: "&")) else { return body(slice) }
        return decoded(slice).withUnsafeBufferPointer(body)
    }

    /// The characters that a text with references means. Only those that a stylesheet could need are known by name; others
    /// stay as they are.
    static func decoded(_ text: Bytes) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "&"),
                let semicolon = text[index..<min(index + 12, text.count)].firstIndex(of: UInt8(ascii: ";")),
                let characters = characters(named: text[(index + 1)..<semicolon])
            else {
                result.append(text[index])
                index += 1
                continue
            }
            result += characters
            index = semicolon + 1
        }
        return result
    }

    /// The text of a style attribute. Where a mail tool's tag is in it, its references stay, since what the tool makes of it is
    /// not known.
    static func style(_ value: Bytes) -> [UInt8] { MailTags.mayOccur(in: value) ? Array(value) : decoded(value) }

    private static func characters(named name: Slice<Bytes>) -> [UInt8]? {
        switch String(decoding: name, as: UTF8.self) {
        case "amp": return [UInt8(ascii: "&")]
        case "quot": return [UInt8(ascii: "\"")]
        case "apos": return [UInt8(ascii: "'")]
        case "lt": return [UInt8(ascii: "<")]
        case "gt": return [UInt8(ascii: ">")]
        case "nbsp": return Array("\u{A0}".utf8)
        case let name where name.hasPrefix("#"):
            let digits = name.dropFirst()
            let number =
                digits.first.map { $0 == "x" || $0 == "X" } == true
                ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return number.flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) }
        default: return nil
        }
    }

    /// Adds a text so that it can stand between quotation marks: a `"` of CSS becomes a `'` where that means the same.
    static func appendEscaped(_ text: Bytes, to output: inout [UInt8]) {
        let hasApostrophe = text.contains(UInt8(ascii: "'"))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\"") where !hasApostrophe: output.append(UInt8(ascii: "'"))
            case UInt8(ascii: "\""): output += Array("&quot;".utf8)
            case UInt8(ascii: "&"): output += Array("&amp;".utf8)
            default: output.append(byte)
            }
        }
    }
}
