/// Writes JSON (RFC 8259) into one array of bytes, in the order in which it is told, with a line for each value where `indent` says
/// so.
struct JSONBytes {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false
    private var depth = 0
    private let isIndented: Bool

    /// Creates a writer.
    init(isIndented: Bool = false, capacity: Int = 256) {
        self.isIndented = isIndented
        bytes.reserveCapacity(capacity)
    }

    /// What was written.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func object(_ body: (inout JSONBytes) throws -> Void) rethrows {
        try enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
    }

    mutating func array(_ body: (inout JSONBytes) throws -> Void) rethrows {
        try enclose(UInt8(ascii: "["), UInt8(ascii: "]"), body)
    }

    /// An object in an array.
    /// - Parameter startsLine: whether it begins a line of its own where nothing else does.
    mutating func addObject(startsLine: Bool = false, _ body: (inout JSONBytes) throws -> Void) rethrows {
        separate()
        if startsLine, !isIndented { bytes.append(UInt8(ascii: "\n")) }
        try object(body)
    }

    /// A text in an array.
    mutating func add(_ text: String) {
        separate()
        quote(text)
    }

    /// A member of an object: a text; nothing where it is nil.
    mutating func add(_ key: String, _ text: String?) {
        guard let text else { return }
        begin(key)
        quote(text)
    }

    /// A member of an object: a number; nothing where it is nil.
    mutating func add(_ key: String, _ number: Int64?) {
        guard let number else { return }
        begin(key)
        bytes.append(contentsOf: String(number).utf8)
    }

    /// A member of an object: a flag; nothing where it is nil.
    mutating func add(_ key: String, _ flag: Bool?) {
        guard let flag else { return }
        begin(key)
        bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    }

    /// A member of an object: texts.
    mutating func add(_ key: String, _ texts: [String]) {
        addArray(key) { array in for text in texts { array.add(text) } }
    }

    /// A member of an object: an object.
    mutating func add(_ key: String, _ body: (inout JSONBytes) throws -> Void) rethrows {
        begin(key)
        try object(body)
    }

    /// A member of an object: an array.
    mutating func addArray(_ key: String, _ body: (inout JSONBytes) throws -> Void) rethrows {
        begin(key)
        try array(body)
    }

    /// Ends the last line.
    mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

    private mutating func enclose(
        _ open: UInt8, _ close: UInt8, _ body: (inout JSONBytes) throws -> Void
    ) rethrows {
        bytes.append(open)
        needsComma = false
        depth += 1
        try body(&self)
        depth -= 1
        if needsComma { breakLine() }
        bytes.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
        breakLine()
    }

    private mutating func breakLine() {
        guard isIndented else { return }
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<depth * 2 { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func begin(_ key: String) {
        separate()
        quote(key)
        bytes.append(UInt8(ascii: ":"))
        if isIndented { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): bytes += Array("\\n".utf8)
            case UInt8(ascii: "\r"): bytes += Array("\\r".utf8)
            case UInt8(ascii: "\t"): bytes += Array("\\t".utf8)
            case ..<0x20: bytes += Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
