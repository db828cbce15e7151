import Diagnostics

/// A table read from comma-, semicolon- or tab-separated text (RFC 4180 and what spreadsheets make of it).
///
/// The text stays one buffer of UTF-8 and a field is a range of it, so that a table costs little more than its file. Rows
/// that hold nothing at all are left out.
public struct CSVTable: Sendable {
    /// The file the table was read from, for diagnostics.
    public let file: SourceFile
    /// How the file was encoded.
    public let encoding: TextEncoding
    /// The byte between two fields: a comma, a semicolon or a tab.
    public let delimiter: UInt8

    let text: [UInt8]
    let fields: [Field]
    let rowStarts: [Int]
    let rowLines: [Int]

    /// A field's place in the text, without its outer quotes, in eight bytes: a table may have millions.
    struct Field: Sendable {
        private let firstByte: UInt32
        /// The length, and in the highest bit whether quotation marks are doubled.
        private let lengthAndQuotes: UInt32

        /// The longest text whose places fit.
        static let largestText = Int(Int32.max)
        private static let quotesBit: UInt32 = 1 << 31

        init(start: Int, end: Int, hasDoubledQuotes: Bool) {
            firstByte = UInt32(truncatingIfNeeded: start)
            lengthAndQuotes =
                UInt32(truncatingIfNeeded: end - start) | (hasDoubledQuotes ? Self.quotesBit : 0)
        }

        var start: Int { Int(firstByte) }
        var end: Int { Int(firstByte) + Int(lengthAndQuotes & ~Self.quotesBit) }
        var hasDoubledQuotes: Bool { lengthAndQuotes & Self.quotesBit != 0 }
    }

    /// The number of rows, header rows included.
    public var rowCount: Int { rowLines.count }

    /// The number of fields of a row.
    public func fieldCount(ofRow row: Int) -> Int {
        rowStarts[row + 1] - rowStarts[row]
    }

    /// The line of the file on which a row begins, from 1.
    public func line(ofRow row: Int) -> Int { rowLines[row] }

    /// A field's text; the empty string where the row is shorter.
    public subscript(row: Int, column: Int) -> String {
        guard column < fieldCount(ofRow: row) else { return "" }
        let field = fields[rowStarts[row] + column]
        return Self.value(of: text[field.start..<field.end], hasDoubledQuotes: field.hasDoubledQuotes)
    }

    /// Calls a function with the bytes of a column's field in each of some rows, in their order, without making a string of
    /// any. Bytes between quotation marks are as they stand in the file, doubled marks included; where a row is shorter
    /// there are none.
    public func forEachField(
        ofColumn column: Int, in rows: [Int], _ body: (_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Void
    ) {
        text.withUnsafeBufferPointer { text in
            for (place, row) in rows.enumerated() {
                let index = rowStarts[row] + column
                guard index < rowStarts[row + 1] else {
                    body(place, UnsafeBufferPointer(start: nil, count: 0))
                    continue
                }
                let field = fields[index]
                body(place, UnsafeBufferPointer(rebasing: text[field.start..<field.end]))
            }
        }
    }

    static func value(of bytes: some Collection<UInt8>, hasDoubledQuotes: Bool) -> String {
        let value = String(decoding: bytes, as: UTF8.self)
        guard hasDoubledQuotes else { return value }
        return value.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
    }

    /// All fields of a row.
    public func row(_ row: Int) -> [String] {
        (0..<fieldCount(ofRow: row)).map { self[row, $0] }
    }

    /// A diagnostic about a row, or about one of its fields.
    ///
    /// In a confidential file, whose line is not quoted, its column is the field's number, as a spreadsheet shows it; in any
    /// other it is the place of the field in the line.
    public func diagnostic(
        _ severity: Diagnostic.Severity = .error, row: Int, column: Int = 0, _ message: String, hint: String? = nil
    ) -> Diagnostic {
        file.diagnostic(severity, at: location(row: row, column: column), message, hint: hint)
    }

    private func location(row: Int, column: Int) -> SourceLocation {
        guard row < rowCount else { return .start }
        guard !file.isConfidential, column < fieldCount(ofRow: row) else {
            return SourceLocation(line: rowLines[row], column: column + 1)
        }
        let field = fields[rowStarts[row] + column]
        return SourceFile(path: file.path, bytes: text).location(ofByte: field.start)
    }

    /// Reports each row from `firstRow` on that has more or fewer fields than the first row has, at most `limit` of them.
    public func reportUnevenRows(from firstRow: Int, limit: Int = 20, to log: inout DiagnosticLog) {
        guard rowCount > 0 else { return }
        let width = fieldCount(ofRow: 0)
        var found = 0
        for row in firstRow..<max(firstRow, rowCount) where fieldCount(ofRow: row) != width {
            found += 1
            guard found <= limit else { continue }
            let count = fieldCount(ofRow: row)
            log.report(
                diagnostic(
                    row: row,
                    "this row has \(count) field\(count == 1 ? "" : "s") where the header has \(width)",
                    hint: "export the file again, or look for a missing or extra separator or quotation mark"))
        }
        if found > limit {
            log.report(
                Diagnostic(path: file.path, message: "\(found - limit) more rows have the wrong number of fields"))
        }
    }
}
