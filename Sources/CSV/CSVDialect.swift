/// What separates the fields of a table, and where its first row begins.
struct CSVDialect {
    /// The byte between two fields: a comma, a semicolon or a tab.
    let delimiter: UInt8
    /// Where the first row begins: after a `sep=;` line as Excel writes it.
    let start: Int
    /// The line of the first row, from 1.
    let firstLine: Int

    /// Finds out from a whole text.
    init(_ text: some Collection<UInt8>) {
        if let (declared, start) = Self.declaredDelimiter(of: text) {
            (delimiter, self.start, firstLine) = (declared, start, 2)
        } else {
            (delimiter, start, firstLine) = (Self.firstRow(of: text).delimiter, 0, 1)
        }
    }

    /// Finds out from the beginning of a text; nil where its first row does not end there.
    init?(beginning text: some Collection<UInt8>) {
        guard text.count >= 7, Self.firstRow(of: text).isWhole else { return nil }
        self.init(text)
    }

    private static func declaredDelimiter(of text: some Collection<UInt8>) -> (UInt8, Int)? {
        let beginning = Array(text.prefix(7))
        guard beginning.starts(with: Array("sep=".utf8)), beginning.count > 5 else { return nil }
        guard let newline = beginning.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        return (beginning[4], newline + 1)
    }

    /// The separator that the first row has most of, and whether the row ends.
    private static func firstRow(of text: some Collection<UInt8>) -> (delimiter: UInt8, isWhole: Bool) {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        // The semicolon of `&#39;`, as survey tools leave it in questions, separates nothing.
        var isEntity = false
        var isWhole = false
        scan: for byte in text {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "\n") where !isQuoted, UInt8(ascii: "\r") where !isQuoted:
                isWhole = true
                break scan
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"):
                if !isQuoted, !(isEntity && byte == UInt8(ascii: ";")) { counts[byte, default: 0] += 1 }
            default: break
            }
            isEntity = byte == UInt8(ascii: "&") || isEntity && byte != UInt8(ascii: ";") && byte > UInt8(ascii: " ")
        }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        let likeliest = candidates.max { counts[$0, default: 0] < counts[$1, default: 0] }
        return (likeliest ?? UInt8(ascii: ","), isWhole)
    }
}
