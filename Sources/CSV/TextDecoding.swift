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
        if bytes.count.isMultiple(of: 2), let encoding = unmarkedUTF16(bytes) {
            return (transcodeUTF16(bytes[...], bigEndian: encoding == .utf16BigEndian), encoding)
        }
        if bytes.isValidUTF8 { return (bytes, .utf8) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes { appendWindows1252(byte, to: &text) }
        return (text, .windows1252)
    }

    /// Adds the UTF-8 of a byte of Windows-1252.
    @inline(__always)
    static func appendWindows1252(_ byte: UInt8, to text: inout [UInt8]) {
        if byte < 0x80 { text.append(byte) } else { text += windows1252[Int(byte) - 0x80] }
    }

    /// UTF-16 without a mark gives itself away: of the letters, digits and separators of a table's beginning nearly all have a
    /// zero for their other byte, and UTF-8 text has none. The whole text has an even number of bytes then.
    static func unmarkedUTF16(_ bytes: [UInt8]) -> TextEncoding? {
        guard bytes.count >= 4 else { return nil }
        let beginning = bytes.prefix(4096)
        var zeros = (even: 0, odd: 0)
        for (index, byte) in beginning.enumerated() where byte == 0 {
            if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let most = beginning.count * 2 / 5
        if zeros.odd >= most, zeros.even == 0 { return .utf16LittleEndian }
        if zeros.even >= most, zeros.odd == 0 { return .utf16BigEndian }
        return nil
    }

    private static func transcodeUTF16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8] {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            return bigEndian ? first << 8 | second : second << 8 | first
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// The UTF-8 of each byte from 0x80 on.
    private static let windows1252: [[UInt8]] = {
        let upper: [UInt32] = [
            0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
            0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
            0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
        ]
        return (0x80...UInt8.max).map { byte in
            let scalar = byte < 0xA0 ? Unicode.Scalar(upper[Int(byte) - 0x80]) : Unicode.Scalar(byte)
            return Array(String(scalar ?? "\u{FFFD}").utf8)
        }
    }()
}

extension [UInt8] {
    /// Whether these bytes are well-formed UTF-8 (Unicode Standard, table 3-7).
    var isValidUTF8: Bool {
        isASCII || withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
    }

    /// Whether no byte has its highest bit set; eight are looked at together, as most exports are ASCII throughout.
    private var isASCII: Bool {
        withUnsafeBytes { bytes in
            var offset = 0
            var bits: UInt64 = 0
            while offset + 8 <= bytes.count {
                bits |= bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                offset += 8
            }
            while offset < bytes.count {
                bits |= UInt64(bytes[offset])
                offset += 1
            }
            return bits & 0x8080_8080_8080_8080 == 0
        }
    }
}
