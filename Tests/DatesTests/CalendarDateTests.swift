import Testing

@testable import Dates

@Suite("Calendar dates")
struct CalendarDateTests {
    @Test("An ISO 8601 date is read and written the same", arguments: ["2026-03-01", "2024-02-29", "0001-01-01"])
    func roundTrip(text: String) {
        #expect(CalendarDate(iso8601: text)?.iso8601 == text)
    }

    @Test(
        "What is no day of the calendar is refused",
        arguments: [
            "2026-02-30", "2025-02-29", "2026-13-01", "2026-3-1", "20260301", "2026-03-01T00:00", "٢٠٢٦-03-01", "",
        ])
    func refused(text: String) {
        #expect(CalendarDate(iso8601: text) == nil)
    }

    @Test(
        "Seconds since 1970 fall on the day that UTC says",
        arguments: [(0, "1970-01-01"), (-1, "1969-12-31"), (951_782_400, "2000-02-29"), (1_772_323_200, "2026-03-01")])
    func epoch(seconds: Int, date: String) {
        #expect(CalendarDate(secondsSince1970: seconds)?.iso8601 == date)
    }

    @Test("A time beyond the calendar is refused, not trapped on")
    func beyond() {
        #expect(CalendarDate(secondsSince1970: .max) == nil)
        #expect(CalendarDate(secondsSince1970: .min + 1_000_000) == nil)
    }

    @Test("Dates in words follow the language")
    func words() {
        let date = CalendarDate(iso8601: "2026-03-03")
        #expect(date?.longText(language: "en-US") == "March 3, 2026")
        #expect(date?.longText(language: "es") == "3 de marzo de 2026")
    }
}
