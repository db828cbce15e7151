/// Names and strings with their escapes undone (CSS Syntax Module Level 3, section 4.3.7).
enum CSSName {
    /// Calls a function with the bytes of a name, which are the text's own where it has no escapes.
    static func withUnescaped<Result>(_ text: Bytes, _ range: Range<Int>, _ body: (Bytes) -> Result) -> Result {
        let slice = Bytes(rebasing: text[range])
        guard slice.contains(where: { $0 == UInt8(ascii: "\\") || $0 == 0 }) else { return body(slice) }
        return unescaped(slice).withUnsafeBufferPointer(body)
    }

    /// The characters that a text with escapes means.
    static func unescaped(_ text: Bytes) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            if byte == 0 { result += Array("\u{FFFD}".utf8) }
            guard byte == UInt8(ascii: "\\") else {
                if byte != 0 { result.append(byte) }
                continue
            }
            guard index < text.count else { break }
            if text[index].isASCIIHexDigit {
                result += Array(String(codePoint(in: text, &index)).utf8)
            } else if text[index].isCSSNewline {
                let isPair = text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
                index += isPair ? 2 : 1
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }

    private static func codePoint(in text: Bytes, _ index: inout Int) -> Unicode.Scalar {
        var value: UInt32 = 0
        let most = min(index + 6, text.count)
        while index < most, text[index].isASCIIHexDigit {
            let digit = text[index]
            value =
                value << 4
                | UInt32(digit.isASCIIDigit ? digit - UInt8(ascii: "0") : (digit | 0x20) - UInt8(ascii: "a") + 10)
            index += 1
        }
        if index < text.count, text[index].isCSSWhitespace {
            let isPair = text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
            index += isPair ? 2 : 1
        }
        return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}
