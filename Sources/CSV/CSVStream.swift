/// Rows of a table of any size, one at a time, read as ``CSVTable`` reads them. Memory does not grow with the file.
public struct CSVStream {
    /// The byte between two fields: a comma, a semicolon or a tab.
    public private(set) var delimiter: UInt8 = UInt8(ascii: ",")
    private var window: TextWindow
    private let fieldLimit: Int
    private let rowLimit: Int

    /// Creates a reader.
    /// - Parameters:
    ///   - encoding: what ``TextScan`` says of the file.
    ///   - fieldLimit: the most bytes of a field.
    ///   - rowLimit: the most bytes of a row, which stands in memory as a whole.
    ///   - blockSize: how many bytes are read at a time.
    ///   - source: gives the file's bytes from its beginning.
    public init(
        encoding: TextEncoding, fieldLimit: Int = 1 << 20, rowLimit: Int = 1 << 24, blockSize: Int = 1 << 18,
        source: @escaping ByteSource
    ) {
        self.rowLimit = rowLimit
        self.fieldLimit = fieldLimit
        window = TextWindow(encoding: encoding, blockSize: blockSize, source: source)
    }

    /// Calls a function with each row in order, the header included, and with the line on which it begins; rows that hold
    /// nothing at all are left out. The function says whether to go on.
    /// - Throws: ``TextStreamError``, and whatever the source and the function throw.
    public mutating func forEachRow(_ body: (_ row: CSVRow, _ line: Int) throws -> Bool) throws {
        let dialect = try findDialect()
        delimiter = dialect.delimiter
        var parser = CSVParser(delimiter: delimiter, line: dialect.firstLine)
        var index = dialect.start
        while true {
            let isDone = try window.withBytes { bytes in
                try readRows(of: bytes, from: &index, with: &parser, body)
            }
            if isDone || window.isAtEnd && index >= window.count { return }
            try window.advance(by: index)
            index = 0
        }
    }

    private mutating func findDialect() throws -> CSVDialect {
        repeat {
            try window.advance(by: 0)
            if let dialect = window.withBytes({ CSVDialect(beginning: $0) }) { return dialect }
        } while !window.isAtEnd && window.count < rowLimit
        return window.withBytes { CSVDialect($0) }
    }

    /// Reads the rows that are in the window as a whole.
    /// - Returns: whether the function wanted no more.
    private func readRows(
        of bytes: UnsafeBufferPointer<UInt8>, from index: inout Int, with parser: inout CSVParser,
        _ body: (CSVRow, Int) throws -> Bool
    ) throws -> Bool {
        while index < bytes.count {
            let line = parser.line
            parser.rewind(toLine: line)
            switch parser.parseRow(bytes, at: index) {
            case .read(let next, let holdsAnything):
                // What ends with the window may go on after it: a field, a line ending of two bytes, a doubled mark.
                guard next < bytes.count || window.isAtEnd else {
                    return try wait(for: bytes, from: index, line: line, &parser)
                }
                index = next
                guard holdsAnything else { continue }
                if let field = parser.fields.firstIndex(where: { $0.end - $0.start > fieldLimit }) {
                    throw TextStreamError.fieldTooLong(line: line, field: field + 1, limit: fieldLimit)
                }
                let goesOn = try parser.fields.withUnsafeBufferPointer {
                    try body(CSVRow(text: bytes, fields: $0), line)
                }
                if !goesOn { return true }
            case .textAfterQuote:
                throw TextStreamError.quotationMarks(line: line, field: parser.fields.count + 1)
            case .open:
                // Nothing that is so long is a field: a mark was left open.
                let isTooLong = bytes.count - index > min(4 * fieldLimit, rowLimit)
                guard !window.isAtEnd, !isTooLong else {
                    throw TextStreamError.quotationMarks(line: line, field: parser.fields.count + 1)
                }
                return try wait(for: bytes, from: index, line: line, &parser)
            }
        }
        return false
    }

    private func wait(
        for bytes: UnsafeBufferPointer<UInt8>, from index: Int, line: Int, _ parser: inout CSVParser
    ) throws -> Bool {
        guard bytes.count - index <= rowLimit else {
            throw TextStreamError.tooLong(line: line, limit: rowLimit)
        }
        parser.rewind(toLine: line)
        return false
    }
}
