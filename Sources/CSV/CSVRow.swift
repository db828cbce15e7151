/// One row while its table is being read.
public struct CSVRow {
    let text: UnsafeBufferPointer<UInt8>
    let fields: UnsafeBufferPointer<CSVTable.Field>

    /// The number of fields.
    public var count: Int { fields.count }

    /// A field's text; the empty string where the row is shorter.
    public subscript(column: Int) -> String {
        guard column < fields.count else { return "" }
        let field = fields[column]
        return CSVTable.value(of: text[field.start..<field.end], hasDoubledQuotes: field.hasDoubledQuotes)
    }

    /// A field's bytes as they stand in the file; none where the row is shorter. They are valid only during the call that was
    /// given the row.
    public func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        guard column < fields.count else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(rebasing: text[fields[column].start..<fields[column].end])
    }
}
