/// The number of a school in the Civil Rights Data Collection: seven digits of its district and five of its own.
public struct ComboKey: Hashable, Sendable {
    /// The twelve digits.
    public let digits: String

    /// Reads a number; nil where it has not twelve digits.
    public init?(_ text: String) {
        guard text.utf8.count == 12, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        digits = text
    }

    /// Reads a number as a table has it: in an apostrophe or a formula that keeps its zeros, or without them.
    init?(field: some Sequence<UInt8>) {
        let digits = field.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (10...12).contains(digits.count) else { return nil }
        self.digits = String(repeating: "0", count: 12 - digits.count) + String(decoding: digits, as: UTF8.self)
    }
}

extension YAMLKind where Value == ComboKey {
    /// The number of a school.
    static var comboKey: Self {
        YAMLKind(expectation: "twelve digits in quotation marks, such as \"390438100123\"") { node, _ in
            node.scalar.flatMap { ComboKey($0.string.trimmed) }
        }
    }
}
