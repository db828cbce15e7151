import CSV

/// Writes a table as RFC 4180 text in UTF-8, into one array of bytes: a list of 300,000 people is no list of texts first.
struct CSVBytes {
    private(set) var bytes: [UInt8] = []
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
    mutating func add(_ text: String) {
        begin()
        if CSVWriter.needsQuotes(text) || text.utf8.contains(separator) {
            quote(text)
        } else {
            bytes.append(contentsOf: text.utf8)
        }
    }

    /// A cell that holds what a person typed: a formula is made harmless.
    mutating func addTyped(_ text: String) { add(CSVWriter.defused(text)) }

    /// An address, which has to stay exact: one that begins like a formula gets quotation marks and nothing else, since any
    /// character before it would make it another person's.
    mutating func addAddress(_ address: String) {
        guard let first = address.utf8.first, "=+-@".utf8.contains(first) else { return add(address) }
        begin()
        quote(address)
    }

    mutating func endRow() {
        bytes.append(UInt8(ascii: "\r"))
        bytes.append(UInt8(ascii: "\n"))
        isFirst = true
    }

    private mutating func begin() {
        if !isFirst { bytes.append(separator) }
        isFirst = false
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
