/// The content transfer encoding of texts (RFC 2045, 6.7).
public enum QuotedPrintable {
    /// The most columns of a line.
    static let width = 76

    /// A text as quoted-printable.
    ///
    /// Line ends of any kind become CRLF. Blanks at the end of a line are encoded, since servers may take them away; so are a
    /// dot and the word "From" at its beginning, which SMTP and mailboxes double or quote. Linear in the text.
    public static func encoded(_ text: [UInt8]) -> [UInt8] {
        var writer = Writer()
        writer.bytes.reserveCapacity(text.count + text.count / 8)
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == carriageReturn || byte == lineFeed {
                writer.endLine()
                let isPair = byte == carriageReturn && index + 1 < text.count && text[index + 1] == lineFeed
                index += isPair ? 2 : 1
                continue
            }
            let next = index + 1 < text.count ? text[index + 1] : lineFeed
            writer.put(byte, isLast: next == carriageReturn || next == lineFeed) { text[index...].starts(with: from) }
            index += 1
        }
        return writer.bytes
    }

    static func hexadecimal(_ byte: UInt8) -> String {
        String(UnicodeScalar(digits[Int(byte >> 4)])) + String(UnicodeScalar(digits[Int(byte & 15)]))
    }

    private static let carriageReturn = UInt8(ascii: "\r")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let from = Array("From ".utf8)
    private static let digits = Array("0123456789ABCDEF".utf8)

    private struct Writer {
        var bytes: [UInt8] = []
        private var column = 0

        mutating func endLine() {
            bytes.append(carriageReturn)
            bytes.append(lineFeed)
            column = 0
        }

        /// - Parameters:
        ///   - isLast: whether the line ends after the byte.
        ///   - beginsFrom: whether "From " begins here.
        mutating func put(_ byte: UInt8, isLast: Bool, beginsFrom: () -> Bool) {
            let isPlain = Self.isPlain(byte, isLast: isLast)
            // The last column is kept for the "=" that breaks a line softly.
            if column + (isPlain ? 1 : 3) > QuotedPrintable.width - (isLast ? 0 : 1) {
                bytes.append(UInt8(ascii: "="))
                endLine()
            }
            let isMistakable =
                column == 0 && (byte == UInt8(ascii: ".") || (byte == UInt8(ascii: "F") && beginsFrom()))
            guard !isPlain || isMistakable else {
                bytes.append(byte)
                column += 1
                return
            }
            bytes.append(UInt8(ascii: "="))
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
            column += 3
        }

        private static func isPlain(_ byte: UInt8, isLast: Bool) -> Bool {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): !isLast
            case UInt8(ascii: "="): false
            default: byte > 0x20 && byte < 0x7F
            }
        }
    }
}
