/// A text that is read in place. A pointer is valid only while the array it came from is lent.
public typealias Bytes = UnsafeBufferPointer<UInt8>

extension UInt8 {
    /// A letter, an underscore, or any character beyond ASCII; NUL stands for U+FFFD (section 3.3).
    @inlinable var startsCSSName: Bool {
        (self | 0x20) &- UInt8(ascii: "a") < 26 || self >= 0x80 || self == UInt8(ascii: "_") || self == 0
    }

    /// What may follow in a name: the above, a digit or a hyphen.
    @inlinable var isCSSNameByte: Bool { startsCSSName || isASCIIDigit || self == UInt8(ascii: "-") }

    /// 0 to 9.
    @inlinable public var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }

    /// 0 to 9, a to f.
    @inlinable var isASCIIHexDigit: Bool { isASCIIDigit || (self | 0x20) &- UInt8(ascii: "a") < 6 }

    /// A space, tab or line end.
    @inlinable public var isCSSWhitespace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D && self != 0x0B) }

    /// A line end.
    @inlinable var isCSSNewline: Bool { self == 0x0A || self == 0x0D || self == 0x0C }

    /// The lowercase letter of a capital one of ASCII; anything else as it is.
    @inlinable public var asciiLowercased: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }
}

extension Bytes {
    /// Whether some bytes are a lowercase ASCII text, whatever the case of their letters.
    @inlinable
    public func equals(_ range: Range<Int>, lowercase text: StaticString) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        for (offset, index) in range.enumerated() where self[index].asciiLowercased != text.utf8Start[offset] {
            return false
        }
        return true
    }

    /// A range without the whitespace at its ends, but for an escaped one; of nothing else, an empty one at its beginning.
    @inlinable
    public func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while end > start, self[end - 1].isCSSWhitespace { end -= 1 }
        var backslash = end
        while backslash > start, self[backslash - 1] == UInt8(ascii: "\\") { backslash -= 1 }
        if (end - backslash) % 2 == 1, end < range.upperBound { end += 1 }
        while start < end, self[start].isCSSWhitespace { start += 1 }
        return start..<end
    }
}
