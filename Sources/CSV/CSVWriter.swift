/// Writes a table as RFC 4180 text: commas, CRLF, quotation marks where they are needed, UTF-8.
public struct CSVWriter: Sendable {
    /// The text so far, as its bytes.
    public private(set) var bytes: [UInt8] = []

    /// The text so far.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Creates a writer whose first row is the header.
    public init(header: [String]) {
        append(header)
    }

    /// Adds a row.
    public mutating func append(_ row: [String]) {
        var isFirst = true
        for cell in row {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            append(cell)
        }
        bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }

    /// The text of a cell that a person typed, made harmless for spreadsheets.
    ///
    /// A cell that begins with `=`, `+`, `-`, `@`, a tab or a line end is taken for a formula by spreadsheet programs; an
    /// apostrophe before it makes it text (OWASP, CSV Injection). Not for addresses, which must stay exact.
    public static func defused(_ cell: String) -> String {
        // Scalars, not characters: an accent after the sign makes it another character, and still a formula.
        guard let first = cell.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first) else { return cell }
        return "'" + cell
    }

    private mutating func append(_ cell: String) {
        var cell = cell
        cell.withUTF8 { text in
            guard text.contains(where: Self.needsQuotes) else { return bytes.append(contentsOf: text) }
            let mark = UInt8(ascii: "\"")
            bytes.append(mark)
            for byte in text {
                if byte == mark { bytes.append(mark) }
                bytes.append(byte)
            }
            bytes.append(mark)
        }
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }
}
