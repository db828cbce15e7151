/// The state of one pass over the text.
struct CSVParser {
    let delimiter: UInt8
    var fields: [CSVTable.Field] = []
    private(set) var line: Int

    init(delimiter: UInt8, line: Int) {
        self.delimiter = delimiter
        self.line = line
    }

    /// How the reading of a row went.
    enum Row {
        /// It was read; what follows begins at `next`.
        case read(next: Int, holdsAnything: Bool)
        /// The text ended within quotation marks.
        case open
        /// Text follows a closed quotation mark.
        case textAfterQuote
    }

    /// Reads the row that begins at a byte; its fields are added to ``fields``.
    @inline(__always)
    mutating func parseRow(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Row {
        var index = start
        var holdsAnything = false
        while true {
            switch parseField(text, at: index, &holdsAnything) {
            case .end(let next): index = next
            case .open: return .open
            case .textAfterQuote: return .textAfterQuote
            }
            guard index < text.count, text[index] == delimiter else { break }
            index += 1
        }
        return .read(next: skipLineEnding(text, at: index), holdsAnything: holdsAnything)
    }

    /// Forgets a row that is read again when more of the text is there.
    mutating func rewind(toLine line: Int) {
        self.line = line
        fields.removeAll(keepingCapacity: true)
    }

    private enum FieldEnd {
        /// A delimiter, a line ending or the end of the text is at this byte.
        case end(Int)
        case open
        case textAfterQuote
    }

    @inline(__always)
    private mutating func parseField(
        _ text: UnsafeBufferPointer<UInt8>, at start: Int, _ holdsAnything: inout Bool
    ) -> FieldEnd {
        var index = start
        guard index < text.count, text[index] == UInt8(ascii: "\"") else {
            while index < text.count, !isFieldEnd(text[index]) { index += 1 }
            if index > start { holdsAnything = true }
            fields.append(.init(start: start, end: index, hasDoubledQuotes: false))
            return .end(index)
        }
        index += 1
        let contentStart = index
        var hasDoubledQuotes = false
        while true {
            guard index < text.count else { return .open }
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
        guard index == text.count || isFieldEnd(text[index]) else { return .textAfterQuote }
        if contentEnd > contentStart { holdsAnything = true }
        fields.append(.init(start: contentStart, end: contentEnd, hasDoubledQuotes: hasDoubledQuotes))
        return .end(index)
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
