/// Goes through the members of one object of canonical JSON without copying anything.
///
/// It takes what ``CanonicalJSON`` writes: texts, whole numbers, flags and objects, without blanks. A ledger of a million events
/// is read by it several times a second.
struct JSONMembers {
    private let bytes: UnsafeRawBufferPointer
    private var index = 1

    /// Where a value lies in the text: a text with its quotation marks, an object with its braces.
    typealias Range = Swift.Range<Int>

    /// Begins with an object; nil where the text is none.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= 2, bytes[0] == UInt8(ascii: "{"), bytes[bytes.count - 1] == UInt8(ascii: "}") else {
            return nil
        }
        self.bytes = bytes
    }

    /// Whether all of the text was read.
    var isAtEnd: Bool { index == bytes.count }

    /// The next member's key, without its quotation marks, and its value; nil at the end and where the text is malformed, which
    /// ``isAtEnd`` tells apart.
    mutating func next() -> (key: Range, value: Range)? {
        guard index < bytes.count else { return nil }
        if bytes[index] == UInt8(ascii: "}"), index == 1 || bytes[index - 1] != UInt8(ascii: ",") {
            index += 1
            return nil
        }
        guard let key = quoted(from: index), key.upperBound < bytes.count, bytes[key.upperBound] == UInt8(ascii: ":"),
            let value = value(from: key.upperBound + 1), value.upperBound < bytes.count
        else { return nil }
        switch bytes[value.upperBound] {
        case UInt8(ascii: ","): index = value.upperBound + 1
        case UInt8(ascii: "}"): index = value.upperBound
        default: return nil
        }
        return (key.lowerBound + 1..<key.upperBound - 1, value)
    }

    private func value(from start: Int) -> Range? {
        guard start < bytes.count else { return nil }
        switch bytes[start] {
        case UInt8(ascii: "\""): return quoted(from: start)
        case UInt8(ascii: "{"):
            var depth = 0
            var place = start
            while place < bytes.count {
                switch bytes[place] {
                case UInt8(ascii: "\""):
                    guard let text = quoted(from: place) else { return nil }
                    place = text.upperBound
                    continue
                case UInt8(ascii: "{"): depth += 1
                case UInt8(ascii: "}"):
                    depth -= 1
                    if depth == 0 { return start..<place + 1 }
                default: break
                }
                place += 1
            }
            return nil
        default:
            var place = start
            while place < bytes.count, bytes[place] != UInt8(ascii: ","), bytes[place] != UInt8(ascii: "}") {
                place += 1
            }
            return place > start ? start..<place : nil
        }
    }

    private func quoted(from start: Int) -> Range? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return nil }
        var place = start + 1
        while place < bytes.count {
            // Most of a record are digests: eight bytes at a time are passed over where none of them ends the text.
            if place + 8 <= bytes.count {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                let special = word.matches(of: UInt8(ascii: "\"")) | word.matches(of: UInt8(ascii: "\\"))
                guard special != 0 else {
                    place += 8
                    continue
                }
                place += special.trailingZeroBitCount / 8
            }
            switch bytes[place] {
            case UInt8(ascii: "\""): return start..<place + 1
            case UInt8(ascii: "\\"): place += 2
            default: place += 1
            }
        }
        return nil
    }
}

extension UInt64 {
    /// The highest bit of the lowest byte that is this one, and of none below it; 0 where none is. Bits above it mean nothing.
    ///
    /// S. E. Anderson, "Bit Twiddling Hacks", "Determine if a word has a byte equal to n".
    fileprivate func matches(of byte: UInt8) -> UInt64 {
        let difference = self ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
        return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    }
}

extension UnsafeRawBufferPointer {
    /// Whether the bytes of a range are those of a word.
    func holds(_ word: StaticString, at range: Range<Int>) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { word in
            word.indices.allSatisfy { self[range.lowerBound + $0] == word[$0] }
        }
    }

    /// A part of the bytes.
    func part(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: self[range]) }

    /// The text that a value says, its quotation marks and escapes undone; nil where it is none.
    func text(_ value: Range<Int>) -> String? {
        guard value.count >= 2, self[value.lowerBound] == UInt8(ascii: "\"") else { return nil }
        let inner = part(value.lowerBound + 1..<value.upperBound - 1)
        guard inner.contains(UInt8(ascii: "\\")) else { return String(validating: inner, as: UTF8.self) }
        var bytes: [UInt8] = []
        var index = 0
        while index < inner.count {
            guard inner[index] == UInt8(ascii: "\\") else {
                bytes.append(inner[index])
                index += 1
                continue
            }
            guard index + 1 < inner.count else { return nil }
            index += 2
            switch inner[index - 1] {
            case UInt8(ascii: "b"): bytes.append(0x08)
            case UInt8(ascii: "t"): bytes.append(0x09)
            case UInt8(ascii: "n"): bytes.append(0x0A)
            case UInt8(ascii: "f"): bytes.append(0x0C)
            case UInt8(ascii: "r"): bytes.append(0x0D)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(inner[index - 1])
            case UInt8(ascii: "u"):
                guard index + 4 <= inner.count,
                    let code = UInt8(String(decoding: inner[index..<index + 4], as: UTF8.self), radix: 16), code < 0x20
                else { return nil }
                bytes.append(code)
                index += 4
            default: return nil
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The whole number that a value says; nil where it is none.
    func number(_ value: Range<Int>) -> Int64? {
        var result: Int64 = 0
        for byte in self[value] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            let (product, overflows) = result.multipliedReportingOverflow(by: 10)
            guard !overflows, product <= Int64.max - 9 else { return nil }
            result = product + Int64(byte - UInt8(ascii: "0"))
        }
        return value.isEmpty ? nil : result
    }

    /// The flag that a value says; nil where it is none.
    func flag(_ value: Range<Int>) -> Bool? {
        holds("true", at: value) ? true : holds("false", at: value) ? false : nil
    }

    /// The seconds of a time as `2026-03-04T14:22:10Z`; nil where the value is none.
    func seconds(_ value: Range<Int>) -> Int? {
        guard value.count == 22 else { return nil }
        func digits(_ place: Int, _ count: Int) -> Int? {
            var result = 0
            for offset in 0..<count {
                let byte = self[value.lowerBound + 1 + place + offset]
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                result = result * 10 + Int(byte - UInt8(ascii: "0"))
            }
            return result
        }
        guard let year = digits(0, 4), let month = digits(5, 2), let day = digits(8, 2), let hour = digits(11, 2),
            let minute = digits(14, 2), let second = digits(17, 2), year > 0, (1...12).contains(month),
            (1...31).contains(day), hour < 24, minute < 60, second < 60
        else { return nil }
        // H. Hinnant, "chrono-compatible low-level date algorithms"; a full date would cost most of reading an event.
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        return days * 86_400 + hour * 3600 + minute * 60 + second
    }
}
