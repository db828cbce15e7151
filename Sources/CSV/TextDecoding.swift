/// How the bytes of a table were encoded, as found out by its byte order mark or its content.
public enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "Windows-1252"
}

/// Turns the bytes that survey and mail tools write into UTF-8.
enum TextDecoding {
    /// The text as UTF-8 bytes without a byte order mark, and the encoding it had.
    ///
    /// Bytes that are not valid UTF-8 and carry no mark are read as Windows-1252, which Excel writes on Windows and which
    /// gives every byte a meaning (its five unassigned bytes become U+FFFD; WHATWG Encoding Standard, index windows-1252,
    /// maps those to control characters).
    static func utf8(from bytes: [UInt8]) -> (bytes: [UInt8], encoding: TextEncoding) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (Array(bytes.dropFirst(3)), .utf8) }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return (transcodeUTF16(bytes.dropFirst(2), bigEndian: false), .utf16LittleEndian)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return (transcodeUTF16(bytes.dropFirst(2), bigEndian: true), .utf16BigEndian)
        }
        if bytes.isValidUTF8 { return (bytes, .utf8) }
        var text = ""
        text.reserveCapacity(bytes.count)
        for byte in bytes {
            text.unicodeScalars.append(windows1252[Int(byte)])
        }
        return (Array(text.utf8), .windows1252)
    }

    private static func transcodeUTF16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static let windows1252: [Unicode.Scalar] = {
        let upper: [UInt32] = [
            0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
            0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
            0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
        ]
        return (UInt8.min...UInt8.max).map { byte in
            guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
            return Unicode.Scalar(upper[Int(byte) - 0x80]) ?? "\u{FFFD}"
        }
    }()
}

extension [UInt8] {
    /// Whether these bytes are well-formed UTF-8 (Unicode Standard, table 3-7).
    var isValidUTF8: Bool {
        withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
    }
}
