import Consent
import Foundation
import TestSupport
import Testing

@testable import Subscribers

@Suite("Everything that is held of one person")
struct PersonRecordTests {
    private func record(_ address: String, _ ledger: TestLedger = .sample) throws -> PersonRecord {
        let snapshot = ledger.snapshot()
        let subscriber = try #require(snapshot.subscribers.first { $0.identity.address == address })
        return PersonRecord(
            subscriber, entries: try snapshot.history([subscriber.subject]), notices: snapshot.notices)
    }

    @Test("It is told as text, with every event and the words of the notices")
    func text() throws {
        try expectGolden(record("Ana.Ruiz@example.org").text + "\n" + record("ben@example.com").text, "person.txt")
    }

    @Test("It is told as JSON, with the same")
    func json() throws {
        let json = try record("carla@example.net").json
        try expectGolden(json, "person.json")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect((object["events"] as? [Any])?.count == 1 && (object["notices"] as? [String: Any])?.count == 1)
    }

    @Test("What people typed cannot add a line to the text")
    func lines() throws {
        var ledger = TestLedger()
        ledger.add(
            "a@example.org", "A\nstatus          subscribed\u{2028}x\r", [Events.asked(1)],
            details: ConsentDetails(userAgent: "x\u{85}y"))
        let text = try record("a@example.org", ledger).text
        #expect(text.split(separator: "\n").count { $0.hasPrefix("status") } == 1)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || ![0x85, 0x2028, 0x0D].contains($0.value) })
    }

    @Test("A time that is known to the day is not told to the second, and an assumed zone is said")
    func precision() throws {
        var ledger = TestLedger()
        var event = Events.ended(0)
        event.time = EventTime(seconds: 1_767_225_600, precision: .day, assumedZone: "UTC")
        ledger.add("a@example.org", "", [event, Events.imported(5, .doubleOptIn)])
        let text = try record("a@example.org", ledger).text
        #expect(text.contains("2026-01-01 (the day alone) (its record names no zone; UTC was assumed)"))
        #expect(text.contains("2026-01-01T12:05Z (to the minute) (its record names no zone; America/New_York"))
    }
}
