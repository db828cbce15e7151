import CSV
import Dates

/// Writes a table as RFC 4180 text in UTF-8, into one array of bytes: a list of 300,000 people is no list of texts first.
struct CSVBytes {
    private(set) var bytes: [UInt8] = []
    /// How many rows there are; the header is none.
    private(set) var rowCount = -1
    private let separator: UInt8
    private var isFirst = true

    /// Begins with a header.
    /// - Parameters:
    ///   - separator: what stands between cells.
    ///   - capacity: for how many bytes there is to be room at once.
    init(_ header: [String], separator: UInt8 = UInt8(ascii: ","), capacity: Int = 0) {
        self.separator = separator
        bytes.reserveCapacity(capacity)
        for name in header { add(name) }
        endRow()
    }

    /// A cell that holds what a program wrote.
    mutating func add(_ text: String) { write(text, isQuoted: false) }

    /// A cell that holds what a person typed: a formula is made harmless.
    mutating func addTyped(_ text: String) { add(CSVWriter.defused(text)) }

    /// An address, which has to stay exact: one that begins like a formula gets quotation marks and nothing else, since any
    /// character before it would make it another person's.
    mutating func addAddress(_ address: String) {
        write(address, isQuoted: address.utf8.first.map { "=+-@".utf8.contains($0) } ?? false)
    }

    /// A time as RFC 3339 has it, in UTC; an empty cell where it is nil.
    mutating func addTime(_ seconds: Int?) {
        begin()
        guard let seconds, let day = CalendarDate(secondsSince1970: seconds) else { return }
        let second = ((seconds % 86_400) + 86_400) % 86_400
        add(day.year, digits: 4, before: "-")
        add(day.month, digits: 2, before: "-")
        add(day.day, digits: 2, before: "T")
        add(second / 3600, digits: 2, before: ":")
        add(second / 60 % 60, digits: 2, before: ":")
        add(second % 60, digits: 2, before: "Z")
    }

    private mutating func add(_ number: Int, digits: Int, before end: Unicode.Scalar) {
        var power = digits == 4 ? 1000 : 10
        while power > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / power % 10))
            power /= 10
        }
        bytes.append(UInt8(ascii: end))
    }

    mutating func endRow() {
        bytes.append(UInt8(ascii: "\r"))
        bytes.append(UInt8(ascii: "\n"))
        isFirst = true
        rowCount += 1
    }

    private mutating func begin() {
        if !isFirst { bytes.append(separator) }
        isFirst = false
    }

    private mutating func write(_ text: String, isQuoted: Bool) {
        begin()
        var text = text
        text.withUTF8 { text in
            let mustQuote =
                isQuoted
                // A comma too where cells have semicolons between them: importers guess what separates cells.
                || text.contains { byte in
                    byte == separator || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"")
                        || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
                }
            guard mustQuote else { return bytes.append(contentsOf: text) }
            bytes.append(UInt8(ascii: "\""))
            for byte in text {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }
}
