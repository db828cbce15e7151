import Diagnostics

extension CSVTable {
    /// Reads a table.
    ///
    /// The separator is the one of comma, semicolon and tab that the first row has most of, outside quotation marks (a
    /// `sep=;` line as Excel writes it decides instead). Line endings may be LF, CRLF or CR, and may stand within quotes.
    /// - Parameters:
    ///   - file: the file, in UTF-8 or UTF-16 with or without a byte order mark, or in Windows-1252.
    ///   - log: receives an error where a quotation mark is never closed or text follows a closed one.
    /// - Returns: the table, or nil where it can't be read.
    public init?(_ file: SourceFile, log: inout DiagnosticLog) {
        let (text, encoding) = TextDecoding.utf8(from: file.bytes)
        var start = 0
        var firstLine = 1
        var delimiter = Self.likelyDelimiter(of: text)
        if let declared = Self.declaredDelimiter(of: text) {
            (delimiter, start) = declared
            firstLine = 2
        }
        var parser = CSVParser(delimiter: delimiter, line: firstLine)
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
private struct CSVParser {
    let delimiter: UInt8
    var fields: [CSVTable.Field] = []
    var rowStarts: [Int] = [0]
    var rowLines: [Int] = []
    private var line: Int

    init(delimiter: UInt8, line: Int) {
        self.delimiter = delimiter
        self.line = line
    }

    /// Reads all rows; returns the row's line and the field's number where quotation marks don't match.
    mutating func parse(_ text: [UInt8], from start: Int) -> (line: Int, field: Int)? {
        text.withUnsafeBufferPointer { text in
            var index = start
            while index < text.count {
                let rowLine = line
                var isRowOpen = true
                while isRowOpen {
                    guard let next = parseField(text, at: index) else {
                        return (rowLine, fields.count - (rowStarts.last ?? 0) + 1)
                    }
                    index = next
                    isRowOpen = index < text.count && text[index] == delimiter
                    if isRowOpen { index += 1 }
                }
                index = skipLineEnding(text, at: index)
                closeRow(line: rowLine)
            }
            return nil
        }
    }

    /// Reads one field and returns the index of what ends it: a delimiter, a line ending, or the end of the text.
    private mutating func parseField(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        var index = start
        guard index < text.count, text[index] == UInt8(ascii: "\"") else {
            while index < text.count, !isFieldEnd(text[index]) { index += 1 }
            fields.append(.init(start: start, end: index, hasDoubledQuotes: false))
            return index
        }
        index += 1
        let contentStart = index
        var hasDoubledQuotes = false
        while true {
            guard index < text.count else { return nil }
            if text[index] == UInt8(ascii: "\"") {
                guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "\"") else { break }
                hasDoubledQuotes = true
                index += 1
            } else if text[index] == UInt8(ascii: "\n")
                || text[index] == UInt8(ascii: "\r")
                    && (index + 1 == text.count || text[index + 1] != UInt8(ascii: "\n"))
            {
                line += 1
            }
            index += 1
        }
        let contentEnd = index
        index += 1
        // RFC 4180 lets nothing but a separator follow a closing quote; blanks do no harm, other text would be lost.
        while index < text.count, text[index] == UInt8(ascii: " ") { index += 1 }
        guard index == text.count || isFieldEnd(text[index]) else { return nil }
        fields.append(.init(start: contentStart, end: contentEnd, hasDoubledQuotes: hasDoubledQuotes))
        return index
    }

    private func isFieldEnd(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    private mutating func skipLineEnding(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        guard index < text.count else { return index }
        line += 1
        let isCRLF =
            text[index] == UInt8(ascii: "\r") && index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n")
        return index + (isCRLF ? 2 : 1)
    }

    private mutating func closeRow(line: Int) {
        let rowFields = fields[(rowStarts.last ?? 0)...]
        guard rowFields.contains(where: { $0.end > $0.start }) else {
            fields.removeLast(rowFields.count)
            return
        }
        rowStarts.append(fields.count)
        rowLines.append(line)
    }
}
