/// Writes a table as RFC 4180 text: commas, CRLF, quotation marks where they are needed, UTF-8.
public struct CSVWriter: Sendable {
    /// The text so far.
    public private(set) var text = ""

    /// Creates a writer whose first row is the header.
    public init(header: [String]) {
        append(header)
    }

    /// Adds a row.
    public mutating func append(_ row: [String]) {
        var isFirst = true
        for cell in row {
            if !isFirst { text += "," }
            isFirst = false
            text += Self.quoted(cell)
        }
        text += "\r\n"
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

    /// A cell as it stands in the text: with quotation marks around it where it needs them.
    public static func quoted(_ cell: String) -> String {
        needsQuotes(cell) ? "\"" + doubled(cell) + "\"" : cell
    }

    /// Whether a cell holds a comma, a quotation mark or a line end.
    public static func needsQuotes(_ cell: String) -> Bool {
        cell.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
    }

    /// A text with its quotation marks doubled, as it stands between quotation marks.
    public static func doubled(_ text: String) -> String {
        text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    }
}
