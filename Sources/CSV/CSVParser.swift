/// The state of one pass over the text.
struct CSVParser {
    let delimiter: UInt8
    /// Whether a row that was just read is kept; all are where this is nil.
    let keep: ((CSVRow) -> Bool)?
    var fields: [CSVTable.Field] = []
    var rowStarts: [Int] = [0]
    var rowLines: [Int] = []
    private var line: Int

    init(delimiter: UInt8, line: Int, keep: ((CSVRow) -> Bool)?) {
        self.delimiter = delimiter
        self.line = line
        self.keep = keep
    }

    /// Reads all rows; returns the row's line and the field's number where quotation marks don't match.
    mutating func parse(_ text: [UInt8], from start: Int) -> (line: Int, field: Int)? {
        // A field of a survey export has about a dozen bytes.
        if keep == nil { fields.reserveCapacity((text.count - start) / 12) }
        return text.withUnsafeBufferPointer { text in
            var index = start
            while index < text.count {
                let rowLine = line
                let firstField = fields.count
                var holdsAnything = false
                var isRowOpen = true
                while isRowOpen {
                    guard let next = parseField(text, at: index, &holdsAnything) else {
                        return (rowLine, fields.count - firstField + 1)
                    }
                    index = next
                    isRowOpen = index < text.count && text[index] == delimiter
                    if isRowOpen { index += 1 }
                }
                index = skipLineEnding(text, at: index)
                if holdsAnything, isKept(text, from: firstField) {
                    rowStarts.append(fields.count)
                    rowLines.append(rowLine)
                } else {
                    fields.removeLast(fields.count - firstField)
                }
            }
            return nil
        }
    }

    private func isKept(_ text: UnsafeBufferPointer<UInt8>, from firstField: Int) -> Bool {
        guard let keep else { return true }
        return fields[firstField...].withUnsafeBufferPointer { keep(CSVRow(text: text, fields: $0)) }
    }

    /// Reads one field and returns the index of what ends it: a delimiter, a line ending, or the end of the text.
    private mutating func parseField(
        _ text: UnsafeBufferPointer<UInt8>, at start: Int, _ holdsAnything: inout Bool
    ) -> Int? {
        var index = start
        guard index < text.count, text[index] == UInt8(ascii: "\"") else {
            while index < text.count, !isFieldEnd(text[index]) { index += 1 }
            if index > start { holdsAnything = true }
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
        if contentEnd > contentStart { holdsAnything = true }
        fields.append(.init(start: contentStart, end: contentEnd, hasDoubledQuotes: hasDoubledQuotes))
        return index
    }

    @inline(__always)
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
}
