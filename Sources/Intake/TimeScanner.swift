import Consent
import Dates

/// Takes a time apart, byte by byte.
struct TimeScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    /// What was found: seconds since 1970 as if the clock were in UTC, and the clock's seconds east of it; nil where no zone is
    /// named.
    struct Parts {
        var localSeconds: Int
        var precision: EventTime.Precision
        var offset: Int?
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The whole text as a time; nil where it is none.
    mutating func read() -> Parts? {
        guard let date = date() else { return nil }
        var parts = Parts(localSeconds: date * 86_400, precision: .day, offset: nil)
        guard index < bytes.count else { return parts }
        guard take("T") || take("t") || take(" "), let hour = number(2), hour < 24, take(":"), let minute = number(2),
            minute < 60
        else { return nil }
        parts.localSeconds += hour * 3600 + minute * 60
        parts.precision = .minute
        if take(":") {
            // A leap second is the last of its minute here, as on most clocks.
            guard let second = number(2), second <= 60 else { return nil }
            parts.localSeconds += min(second, 59)
            parts.precision = .second
            if take(".") {
                guard digit() != nil else { return nil }
                while digit() != nil {}
            }
        }
        guard index < bytes.count else { return parts }
        guard let offset = zone(), index == bytes.count else { return nil }
        parts.offset = offset
        return parts
    }

    /// Days since 1970 of `2026-03-04` or `04-03-2026`.
    private mutating func date() -> Int? {
        let isYearFirst = bytes.count > 4 && bytes[4] == UInt8(ascii: "-")
        guard let first = number(isYearFirst ? 4 : 2), take("-"), let month = number(2), take("-"),
            let last = number(isYearFirst ? 2 : 4)
        else { return nil }
        let (year, day) = isYearFirst ? (first, last) : (last, first)
        guard CalendarDate(year: year, month: month, day: day) != nil else { return nil }
        // Days of the civil calendar: H. Hinnant, "chrono-compatible low-level date algorithms".
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// `Z`, `+01:00`, `+0100`, ` UTC`, ` +0000 UTC` and ` -0500 EST`, as seconds east of UTC.
    private mutating func zone() -> Int? {
        if take("Z") || take("z") { return 0 }
        _ = take(" ")
        if takeName() { return 0 }
        let isWest = take("-")
        guard isWest || take("+"), let hours = number(2), hours < 24 else { return nil }
        _ = take(":")
        guard let minutes = number(2), minutes < 60 else { return nil }
        // Go adds the zone's name, or the offset again where it has none.
        if take(" ") {
            while index < bytes.count, bytes[index] != UInt8(ascii: " ") { index += 1 }
        }
        return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
    }

    /// The two names that say the same everywhere; others, such as `CST`, do not.
    private mutating func takeName() -> Bool {
        for name in ["UTC", "GMT"] where bytes[index...].elementsEqual(name.utf8) {
            index += 3
            return true
        }
        return false
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(truncatingIfNeeded: character.value) else { return false }
        index += 1
        return true
    }

    private mutating func digit() -> Int? {
        guard index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else { return nil }
        index += 1
        return Int(bytes[index - 1] - UInt8(ascii: "0"))
    }

    private mutating func number(_ count: Int) -> Int? {
        var sum = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            sum = sum * 10 + digit
        }
        return sum
    }
}
