import Diagnostics

extension CSVTable {
    /// Reads a table.
    ///
    /// The separator is the one of comma, semicolon and tab that the first row has most of, outside quotation marks (a
    /// `sep=;` line as Excel writes it decides instead). Line endings may be LF, CRLF or CR, and may stand within quotes.
    /// - Parameters:
    ///   - file: the file, in UTF-8 or UTF-16 with or without a byte order mark, or in Windows-1252.
    ///   - log: receives an error where a quotation mark is never closed or text follows a closed one.
    ///   - keep: whether a row is kept, asked of each row in order as it is read; all rows are kept where this is nil. Of a
    ///     large file of which few rows are wanted, the table then holds only those.
    /// - Returns: the table, or nil where it can't be read.
    public init?(_ file: SourceFile, log: inout DiagnosticLog, keeping keep: ((CSVRow) -> Bool)? = nil) {
        let (text, encoding) = TextDecoding.utf8(from: file.bytes)
        guard text.count <= Field.largestText else {
            log.report(Diagnostic(path: file.path, message: "this table is larger than 2 GB", hint: "split it"))
            return nil
        }
        let dialect = CSVDialect(text)
        var parser = CSVTableParser(delimiter: dialect.delimiter, line: dialect.firstLine, keep: keep)
        if let openQuote = parser.parse(text, from: dialect.start) {
            log.report(
                file.diagnostic(
                    at: SourceLocation(line: openQuote.line, column: file.isConfidential ? openQuote.field : 1),
                    "a quotation mark in this row is never closed, or text follows a closed one",
                    hint: "close it, or double it (\"\") if it belongs to the text"))
            return nil
        }
        self.init(
            file: file, encoding: encoding, delimiter: dialect.delimiter, text: text, fields: parser.fields,
            rowStarts: parser.rowStarts, rowLines: parser.rowLines)
    }
}
