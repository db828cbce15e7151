/// A moment, to the second, as a sign-up form or a mail tool recorded it.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int
    /// Whether the record said which zone its time is in; where it didn't, UTC was assumed.
    public let hasStatedZone: Bool

    /// A moment in UTC.
    /// - Parameter seconds: since 1970-01-01T00:00:00Z.
    public init(seconds: Int) {
        self.seconds = seconds
        hasStatedZone = true
    }

    /// Reads `2026-03-04T14:22:10Z`, `2026-03-04T14:22:10-05:00` (RFC 3339, fractions of a second dropped) or, as mail
    /// tools write it, `2026-03-04 14:22:10`; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 19, let date = CalendarDate(iso8601: String(decoding: bytes[..<10], as: UTF8.self)),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t") || bytes[10] == UInt8(ascii: " "),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = Self.number(bytes[11...12], below: 24), let minute = Self.number(bytes[14...15], below: 60),
            let second = Self.number(bytes[17...18], below: 61)
        else { return nil }
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst().drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        guard let offset = Self.zoneOffset(rest) else { return nil }
        hasStatedZone = !rest.isEmpty
        seconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + min(second, 59) - offset
    }

    /// The moment in UTC (RFC 3339), such as `2026-03-04T14:22:10Z`.
    public var rfc3339: String {
        let date = CalendarDate(secondsSince1970: seconds)
        let second = ((seconds % 86_400) + 86_400) % 86_400
        // Written digit by digit: a ledger of a million events has two million of them.
        return String(unsafeUninitializedCapacity: 20) { text in
            func put(_ number: Int, at place: Int, digits: Int, before separator: UInt8) {
                var rest = number
                for offset in (0..<digits).reversed() {
                    text[place + offset] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
                text[place + digits] = separator
            }
            put(date?.year ?? 1, at: 0, digits: 4, before: UInt8(ascii: "-"))
            put(date?.month ?? 1, at: 5, digits: 2, before: UInt8(ascii: "-"))
            put(date?.day ?? 1, at: 8, digits: 2, before: UInt8(ascii: "T"))
            put(second / 3600, at: 11, digits: 2, before: UInt8(ascii: ":"))
            put(second / 60 % 60, at: 14, digits: 2, before: UInt8(ascii: ":"))
            put(second % 60, at: 17, digits: 2, before: UInt8(ascii: "Z"))
            return 20
        }
    }

    /// Orders by time.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.seconds, left.hasStatedZone ? 1 : 0) < (right.seconds, right.hasStatedZone ? 1 : 0)
    }

    private static func number(_ digits: ArraySlice<UInt8>, below limit: Int) -> Int? {
        guard digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return value < limit ? value : nil
    }

    /// Seconds east of UTC; 0 where there is no zone, nil where it is malformed.
    private static func zoneOffset(_ zone: ArraySlice<UInt8>) -> Int? {
        guard let sign = zone.first else { return 0 }
        if zone.count == 1, sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return 0 }
        let digits = zone.dropFirst()
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), digits.count == 5,
            digits[digits.startIndex + 2] == UInt8(ascii: ":"),
            let hours = number(digits.prefix(2), below: 24), let minutes = number(digits.suffix(2), below: 60)
        else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }
}

extension CalendarDate {
    /// Days from 1970-01-01 to this day (H. Hinnant, "chrono-compatible low-level date algorithms").
    var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let shiftedMonth = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
