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
        var start = 0
        var firstLine = 1
        var delimiter = Self.likelyDelimiter(of: text)
        if let declared = Self.declaredDelimiter(of: text) {
            (delimiter, start) = declared
            firstLine = 2
        }
        var parser = CSVParser(delimiter: delimiter, line: firstLine, keep: keep)
        if let openQuote = parser.parse(text, from: start) {
            log.report(
                file.diagnostic(
                    at: SourceLocation(line: openQuote.line, column: file.isConfidential ? openQuote.field : 1),
                    "a quotation mark in this row is never closed, or text follows a closed one",
                    hint: "close it, or double it (\"\") if it belongs to the text"))
            return nil
        }
        self.init(
            file: file, encoding: encoding, delimiter: delimiter, text: text, fields: parser.fields,
            rowStarts: parser.rowStarts, rowLines: parser.rowLines)
    }

    private static func declaredDelimiter(of text: [UInt8]) -> (UInt8, Int)? {
        guard text.starts(with: Array("sep=".utf8)), text.count > 5 else { return nil }
        guard let newline = text.firstIndex(of: UInt8(ascii: "\n")), newline <= 6 else { return nil }
        return (text[4], newline + 1)
    }

    private static func likelyDelimiter(of text: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        // The semicolon of `&#39;`, as survey tools leave it in questions, separates nothing.
        var isEntity = false
        scan: for byte in text {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "\n") where !isQuoted, UInt8(ascii: "\r") where !isQuoted: break scan
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"):
                if !isQuoted, !(isEntity && byte == UInt8(ascii: ";")) { counts[byte, default: 0] += 1 }
            default: break
            }
            isEntity = byte == UInt8(ascii: "&") || isEntity && byte != UInt8(ascii: ";") && byte > UInt8(ascii: " ")
        }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
    }
}

/// The state of one pass over the text.
