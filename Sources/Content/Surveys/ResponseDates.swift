import CSV
import Dates
import Evaluation

/// The days on which responses were given, from a column of times in whatever order of day, month and year.
struct ResponseDates {
    /// The day of each row; nil where the field holds none.
    let days: [CalendarDate?]

    /// Reads a column. Where a whole column leaves open whether the day or the month comes first, the order is taken in which
    /// more days fall into the wave, and of equals the American one.
    init(_ table: CSVTable, column: Int, rows: [Int], wave: Wave) {
        var parts: [Parts?] = []
        parts.reserveCapacity(rows.count)
        table.forEachField(ofColumn: column, in: rows) { parts.append(Parts($1)) }
        let isDayFirst = Self.isDayFirst(parts, wave)
        days = parts.map { $0?.day(isDayFirst: isDayFirst) }
    }

    /// How many of some rows, given by their place, are dated, and how many of these outside the wave.
    func outside(_ wave: Wave, of places: some Sequence<Int>) -> (outside: Int, dated: Int) {
        var counts = (outside: 0, dated: 0)
        for place in places {
            guard let day = days[place] else { continue }
            counts.dated += 1
            if day < wave.opened || day > wave.closed { counts.outside += 1 }
        }
        return counts
    }

    private static func isDayFirst(_ parts: [Parts?], _ wave: Wave) -> Bool {
        let open = parts.compactMap { $0 }.filter { !$0.isYearFirst }
        let (dayFirst, monthFirst) = (open.contains { $0.first > 12 }, open.contains { $0.second > 12 })
        if dayFirst != monthFirst { return dayFirst }
        func within(_ isDayFirst: Bool) -> Int {
            open.count { part in
                part.day(isDayFirst: isDayFirst).map { (wave.opened...wave.closed).contains($0) } ?? false
            }
        }
        let counts = (day: within(true), month: within(false))
        return counts.day == counts.month ? open.first?.hasDots ?? false : counts.day > counts.month
    }

    /// The three numbers that a time begins with.
    struct Parts {
        let first: Int
        let second: Int
        let third: Int
        let isYearFirst: Bool
        let hasDots: Bool

        /// Reads `1/6/2025 9:00:00`, `2025/01/06 9:00 AM EST`, `06.01.2025 09:00`, `2025-01-06T09:00:00Z` and the like; nil for
        /// anything else.
        init?(_ bytes: UnsafeBufferPointer<UInt8>) {
            var numbers = (0, 0, 0)
            var digits = (0, 0, 0)
            var place = 0
            var separator: UInt8 = 0
            scan: for byte in bytes {
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"):
                    let digit = Int(byte - UInt8(ascii: "0"))
                    switch place {
                    case 0: (numbers.0, digits.0) = (numbers.0 * 10 + digit, digits.0 + 1)
                    case 1: (numbers.1, digits.1) = (numbers.1 * 10 + digit, digits.1 + 1)
                    default: (numbers.2, digits.2) = (numbers.2 * 10 + digit, digits.2 + 1)
                    }
                    guard digits.0 <= 4, digits.1 <= 2, digits.2 <= 4 else { return nil }
                case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    guard place < 2, place == 0 || byte == separator else { return nil }
                    separator = byte
                    place += 1
                case UInt8(ascii: " "), UInt8(ascii: "T"), UInt8(ascii: ","):
                    if digits.0 > 0 { break scan }
                default: return nil
                }
            }
            guard place == 2, digits.0 > 0, digits.1 > 0, digits.2 > 0 else { return nil }
            isYearFirst = digits.0 == 4
            guard isYearFirst != (digits.2 == 4) || digits.2 == 2 && digits.0 <= 2 else { return nil }
            (first, second) = (numbers.0, numbers.1)
            third = !isYearFirst && digits.2 == 2 ? 2000 + numbers.2 : numbers.2
            hasDots = separator == UInt8(ascii: ".")
        }

        /// The day, where the calendar has it.
        func day(isDayFirst: Bool) -> CalendarDate? {
            if isYearFirst { return CalendarDate(year: first, month: second, day: third) }
            return isDayFirst
                ? CalendarDate(year: third, month: second, day: first)
                : CalendarDate(year: third, month: first, day: second)
        }
    }
}
