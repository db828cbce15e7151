import Consent
import Dates
import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("Times as they are on record")
struct RecordedTimeTests {
    private let utc = RecordedTime(zone: .gmt)
    private var newYork: RecordedTime { RecordedTime(zone: TimeZone(identifier: "America/New_York") ?? .gmt) }

    @Test(
        "Every way of writing a time is the same moment, as exactly as it says",
        arguments: [
            ("2026-03-04T14:22:10Z", "2026-03-04T14:22:10Z", .second),
            ("2026-03-04t14:22:10.999z", "2026-03-04T14:22:10Z", .second),
            ("2026-03-04T14:22:10-05:00", "2026-03-04T19:22:10Z", .second),
            ("2026-03-04T14:22+0530", "2026-03-04T08:52:00Z", .minute),
            ("2026-03-04 14:22:10 UTC", "2026-03-04T14:22:10Z", .second),
            ("2024-05-01 10:11:12.123456 +0000 UTC", "2024-05-01T10:11:12Z", .second),
            ("2024-05-01 10:11:12 -0400 EDT", "2024-05-01T14:11:12Z", .second),
            ("2024-05-01 10:11:12 +0530 +0530", "2024-05-01T04:41:12Z", .second),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z", .second),
            ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z", .second),
        ] as [(String, String, EventTime.Precision)])
    func stated(text: String, moment: String, precision: EventTime.Precision) {
        let time = newYork.read(text)
        #expect(time?.rfc3339 == moment)
        #expect(time?.precision == precision)
        #expect(time?.assumedZone == nil)
    }

    @Test(
        "A time without a zone is in the one that is assumed, and says so",
        arguments: [
            ("2026-03-04", "2026-03-04T05:00:00Z", .day), ("2026-03-04 14:22", "2026-03-04T19:22:00Z", .minute),
            ("2026-07-04T14:22:10", "2026-07-04T18:22:10Z", .second), ("04-03-2026", "2026-03-04T05:00:00Z", .day),
            ("04-03-2026 14:22:10", "2026-03-04T19:22:10Z", .second),
        ] as [(String, String, EventTime.Precision)])
    func assumed(text: String, moment: String, precision: EventTime.Precision) {
        let time = newYork.read(text)
        #expect(time?.rfc3339 == moment)
        #expect(time?.precision == precision)
        #expect(time?.assumedZone == "America/New_York")
        #expect(utc.read(text)?.assumedZone == "UTC")
    }

    /// In New York clocks went from 2:00 to 3:00 on 2026-03-08, and from 2:00 to 1:00 on 2026-11-01 (tz database).
    @Test("What a clock shows never or twice is the earlier moment for consent and the later for a withdrawal")
    func clockChanges() {
        #expect(newYork.read("2026-03-08 02:30:00")?.rfc3339 == "2026-03-08T06:30:00Z")
        #expect(newYork.read("2026-03-08 02:30:00", prefer: .later)?.rfc3339 == "2026-03-08T07:30:00Z")
        #expect(newYork.read("2026-11-01 01:30:00")?.rfc3339 == "2026-11-01T05:30:00Z")
        #expect(newYork.read("2026-11-01 01:30:00", prefer: .later)?.rfc3339 == "2026-11-01T06:30:00Z")
    }

    @Test(
        "What is no time, or no day of the calendar, is none",
        arguments: [
            "", "soon", "2026-02-29", "2026-13-01", "31-04-2026", "2026-03-04T24:00:00Z", "2026-03-04T14:60:00Z",
            "2026-03-04T14:22:61Z", "2026-03-04T14:22:10 CST", "2026-03-04T14:22:10+25:00", "2026-03-04T14:22:10.Z",
            "2026-03-04T", "2026-03-04 14", "26-03-04", "2026/03/04", "03/04/2026", "0000-00-00 00:00:00",
            "2026-03-04T14:22:10Zx", "2026-03-04Z", " 2026-03-04", "２０２６-03-04",
        ])
    func refused(text: String) {
        #expect(utc.read(text) == nil)
    }

    @Test("A moment that a zone's clocks show is read back from what they show")
    func roundTrip() {
        var generator = SeededGenerator(seed: 3)
        for zone in ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"] {
            guard let timeZone = TimeZone(identifier: zone) else { continue }
            let times = RecordedTime(zone: timeZone)
            for _ in 0..<300 {
                let moment = Int.random(in: 1_000_000_000...1_800_000_000, using: &generator)
                let local = moment + timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment)))
                let text = String(Timestamp(seconds: local).rfc3339.dropLast())
                let read = [times.read(text)?.seconds, times.read(text, prefer: .later)?.seconds]
                #expect(read.contains(moment), "\(zone) \(text)")
                #expect(read[0] ?? 0 <= read[1] ?? 0)
            }
        }
    }
}
