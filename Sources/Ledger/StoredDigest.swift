/// A SHA-256 without memory of its own: there is one for each person, and for what was recorded beside an event.
struct StoredDigest: Equatable {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// Reads 64 hexadecimal digits in lower case; nil for anything else.
    init?(hex: UnsafeRawBufferPointer) {
        guard hex.count == 64, let first = Self.word(hex, 0), let second = Self.word(hex, 16),
            let third = Self.word(hex, 32), let fourth = Self.word(hex, 48)
        else { return nil }
        words = (first, second, third, fourth)
    }

    /// The digest of 32 bytes; nil for any other number.
    init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        func word(_ start: Int) -> UInt64 { bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        words = (word(0), word(8), word(16), word(24))
    }

    private static func word(_ hex: UnsafeRawBufferPointer, _ start: Int) -> UInt64? {
        var word: UInt64 = 0
        for digit in hex[start..<start + 16] {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): word = word << 4 | UInt64(digit - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): word = word << 4 | UInt64(digit - UInt8(ascii: "a") + 10)
            default: return nil
            }
        }
        return word
    }

    static func == (left: Self, right: Self) -> Bool { left.words == right.words }
}
