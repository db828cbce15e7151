/// Collects the rows of a whole table.
struct CSVTableParser {
    private var parser: CSVParser
    /// Whether a row that was just read is kept; all are where this is nil.
    private let keep: ((CSVRow) -> Bool)?
    private(set) var rowStarts: [Int] = [0]
    private(set) var rowLines: [Int] = []

    var fields: [CSVTable.Field] { parser.fields }

    init(delimiter: UInt8, line: Int, keep: ((CSVRow) -> Bool)?) {
        parser = CSVParser(delimiter: delimiter, line: line)
        self.keep = keep
    }

    /// Reads all rows; returns the row's line and the field's number where quotation marks don't match.
    mutating func parse(_ text: [UInt8], from start: Int) -> (line: Int, field: Int)? {
        // A field of a survey export has about a dozen bytes.
        if keep == nil { parser.fields.reserveCapacity((text.count - start) / 12) }
        return text.withUnsafeBufferPointer { text in
            var index = start
            while index < text.count {
                let rowLine = parser.line
                let firstField = parser.fields.count
                guard case .read(let next, let holdsAnything) = parser.parseRow(text, at: index) else {
                    return (rowLine, parser.fields.count - firstField + 1)
                }
                index = next
                if holdsAnything, isKept(text, from: firstField) {
                    rowStarts.append(parser.fields.count)
                    rowLines.append(rowLine)
                } else {
                    parser.fields.removeLast(parser.fields.count - firstField)
                }
            }
            return nil
        }
    }

    private func isKept(_ text: UnsafeBufferPointer<UInt8>, from firstField: Int) -> Bool {
        guard let keep else { return true }
        return parser.fields[firstField...].withUnsafeBufferPointer { keep(CSVRow(text: text, fields: $0)) }
    }
}
