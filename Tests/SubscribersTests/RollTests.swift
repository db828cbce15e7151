import Consent
import Content
import Dates
import Testing

@testable import Subscribers

@Suite("Everybody on record")
struct RollTests {
    private func policies(material: Bool) throws -> Policies {
        let old = LegalText.Version(name: "1.0", effective: try #require(CalendarDate(year: 2025, month: 1, day: 1)))
        let new = LegalText.Version(
            name: "2.0", effective: try #require(CalendarDate(year: 2026, month: 1, day: 1)), isMaterial: material)
        return Policies(privacy: LegalText(current: new, earlier: [old]))
    }

    private func mailable(
        _ ledger: TestLedger, _ grade: EvidenceGrade = .doubleOptIn, _ policies: Policies = Policies()
    )
        throws -> [String]
    {
        try ledger.roll(policies).mailable(demanding: grade).map(\.subscriber.identity.address)
    }

    @Test("Who may be written to depends on the proof that is demanded")
    func grades() throws {
        let proved = ["+eve@example.org", "Ana.Ruiz@example.org", "carla@example.net", "dan@example.org"]
        #expect(try mailable(.sample) == proved)
        #expect(try mailable(.sample, .singleOptIn) == proved + ["fay@example.com"])
        #expect(try mailable(.sample, .unproven) == proved + ["fay@example.com", "hal@example.com"])
    }

    @Test("A policy that changed in what matters takes off whoever agreed to an older one; any other change nobody")
    func material() throws {
        #expect(try mailable(.sample, .doubleOptIn, policies(material: false)).count == 4)
        #expect(try mailable(.sample, .doubleOptIn, policies(material: true)) == ["+eve@example.org"])
        #expect(try mailable(.sample, .unproven, policies(material: true)) == ["+eve@example.org"])
        var ledger = TestLedger()
        let anew = [Events.asked(5, notice: TestLedger.newWords), Events.confirmed(6, notice: TestLedger.newWords)]
        ledger.add("a@example.org", "", [Events.asked(1), Events.confirmed(2)] + anew)
        #expect(try mailable(ledger, .doubleOptIn, policies(material: true)) == ["a@example.org"])
    }

    @Test("Two spellings of one address are one person, by the newer consent")
    func spellings() throws {
        var ledger = TestLedger()
        ledger.add("ANA@example.org", "A", [Events.asked(1), Events.confirmed(2)])
        ledger.add("ana@example.org", "B", [Events.asked(3), Events.confirmed(4)])
        ledger.add("Ana@example.org", "C", [Events.asked(2)])
        let people = try ledger.roll().people
        #expect(people.map(\.subscriber.identity.name) == ["B"] && people.map(\.folded) == ["ana@example.org"])
        #expect(Set(people[0].others.map(\.identity.name)) == ["A", "C"])
        #expect(people[0].subjects.count == 3)
    }

    @Test("Whoever left under one spelling is not written to under another, whatever a mail tool says later")
    func leftElsewhere() throws {
        var ledger = TestLedger()
        ledger.add("ana@example.org", "", [Events.asked(1), Events.confirmed(2)])
        ledger.add("Ana@example.org", "", [Events.asked(1), Events.confirmed(2), Events.ended(3)])
        ledger.add("ANA@example.org", "", [Events.imported(9, .doubleOptIn)])
        #expect(try mailable(ledger, .unproven).isEmpty)
        #expect(try ledger.roll().people.map(\.subscriber.state.status) == [.withdrawn])
        ledger.add("aNa@example.org", "", [Events.asked(10), Events.confirmed(11)])
        #expect(try mailable(ledger) == ["aNa@example.org"])
    }

    @Test("The ledger's own failure is passed on")
    func failure() throws {
        var ledger = TestLedger()
        ledger.add("a@example.org", "", [Events.asked(1)])
        ledger.add("A@example.org", "", [Events.asked(1)])
        var snapshot = ledger.snapshot()
        snapshot.history = { _ in throw CancellationError() }
        #expect(throws: CancellationError.self) { try SubscriberRoll(snapshot, policies: Policies()) }
    }
}
