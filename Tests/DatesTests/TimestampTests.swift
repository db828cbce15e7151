import Testing

@testable import Dates

@Suite("Timestamps")
struct TimestampTests {
    @Test(
        "A moment is read with its zone and told in UTC",
        arguments: [
            ("2026-03-04T14:22:10Z", "2026-03-04T14:22:10Z"),
            ("2026-03-04T23:30:00-05:00", "2026-03-05T04:30:00Z"),
            ("2024-02-29T00:15:00.250+01:00", "2024-02-28T23:15:00Z"),
            ("2025-10-09 08:01:02", "2025-10-09T08:01:02Z"),
        ])
    func reading(text: String, utc: String) {
        #expect(Timestamp(text)?.rfc3339 == utc)
    }

    @Test("A time without a zone says so")
    func zone() {
        #expect(Timestamp("2025-10-09 08:01:02")?.hasStatedZone == false)
        #expect(Timestamp("2025-10-09T08:01:02Z")?.hasStatedZone == true)
    }

    @Test(
        "What is no moment is refused",
        arguments: ["", "2025-02-30T00:00:00Z", "2025-02-03T24:00:00Z", "2025-02-03T10:00:00+5", "2025-02-03", "x"])
    func refused(text: String) {
        #expect(Timestamp(text) == nil)
    }
}
