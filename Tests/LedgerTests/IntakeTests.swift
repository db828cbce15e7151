import Consent
import TestSupport
import Testing

@testable import Ledger

@Suite("Taking facts in")
struct IntakeTests {
    let folder: TemporaryFolder
    let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger.sample(in: folder)
    }

    @Test("Who asked and answered is subscribed, with both as the proof")
    func subscribed() throws {
        let outcome = try ledger.take([asked(0), answered(60)], of: "A.b@Example.org", name: "Ann", from: row(1))
        #expect(outcome.events.map(\.kind) == [.requested, .confirmed])
        let people = try ledger.people(of: try address("A.b@example.org"))
        #expect(people.count == 1)
        let person = try #require(people.first)
        #expect(person.subscriber.state.status == .subscribed)
        #expect(person.subscriber.state.grade == .doubleOptIn)
        #expect(person.subscriber.notice == words.digest)
        #expect(person.subscriber.identity == Identity(address: "A.b@Example.org", name: "Ann"))
        #expect(person.entries.map(\.event.source) == [row(1), row(1)])
    }

    @Test("Taking the same in twice, from whatever file, changes nothing")
    func idempotent() throws {
        let facts = [asked(0), answered(60), left(90)]
        try ledger.take(facts, of: "a@example.org", from: row(1))
        let head = try ledger.head()
        #expect(try ledger.take(facts, of: "a@example.org", from: row(1)).events.isEmpty)
        #expect(try ledger.take(facts, of: "a@example.org", from: row(7, of: "f2")).events.isEmpty)
        #expect(try ledger.take(facts, of: "a@EXAMPLE.org", from: row(7, of: "f2")).events.isEmpty)
        #expect(try ledger.head() == head)
    }

    @Test("A withdrawal beats imports older and newer; only a request of the person's own turns it back")
    func withdrawalWins() throws {
        try ledger.take([brought(0)], of: "a@example.org")
        try ledger.take([left(100)], of: "a@example.org")
        try ledger.take([brought(50)], of: "a@example.org")
        try ledger.take([brought(200)], of: "a@example.org")
        #expect(try ledger.status(of: "a@example.org") == [.withdrawn])
        try ledger.take([asked(300)], of: "a@example.org")
        #expect(try ledger.status(of: "a@example.org") == [.pending])
        try ledger.take([answered(360)], of: "a@example.org")
        #expect(try ledger.status(of: "a@example.org") == [.subscribed])
    }

    @Test("A withdrawal without a time counts once for a row, and again in another file")
    func undatedWithdrawal() throws {
        try ledger.take([brought(-900)], of: "a@example.org")
        #expect(try ledger.take([left(nil)], of: "a@example.org", from: row(1)).events.count == 1)
        #expect(try ledger.take([left(nil)], of: "a@example.org", from: row(1)).events.isEmpty)
        #expect(try ledger.take([left(nil)], of: "a@example.org", from: row(1, of: "f2")).events.count == 1)
        #expect(try ledger.status(of: "a@example.org") == [.withdrawn])
    }

    @Test("Two spellings before the @ are two people, whom a withdrawal of either reaches both")
    func spellings() throws {
        try ledger.take([asked(0), answered(60)], of: "Ann@example.org")
        try ledger.take([asked(5), answered(65)], of: "ann@example.org")
        #expect(try ledger.status(of: "ann@example.org") == [.subscribed, .subscribed])
        try ledger.take([left(100)], of: "ANN@example.org")
        #expect(try ledger.status(of: "ann@example.org") == [.withdrawn, .withdrawn])
    }

    @Test("A name comes with what the person sends, and an import only fills an empty one")
    func names() throws {
        try ledger.take([brought(0)], of: "a@example.org")
        try ledger.take([brought(5)], of: "a@example.org", name: "Ann")
        try ledger.take([brought(6)], of: "a@example.org", name: "Other")
        #expect(try ledger.people(of: try address("a@example.org")).first?.subscriber.identity.name == "Ann")
        try ledger.take([asked(9)], of: "a@example.org", name: "Anna")
        #expect(try ledger.people(of: try address("a@example.org")).first?.subscriber.identity.name == "Anna")
        #expect(try ledger.verify().problem == nil)
    }

    @Test("What is refused in a transaction leaves nothing of it")
    func allOrNothing() throws {
        struct Stop: Error {}
        let head = try ledger.head()
        let address = try address("a@example.org")
        #expect(throws: Stop.self) {
            try ledger.write(at: noon) { writer in
                _ = try writer.record([asked(0)], of: address, name: "", source: nil)
                throw Stop()
            }
        }
        #expect(try ledger.head() == head)
        #expect(try ledger.people(of: address).isEmpty)
    }

    @Test("The same facts in any order and split over any files lead to the same state")
    func orderDoesNotMatter() throws {
        var generator = SeededGenerator(seed: 66)
        for round in 0..<40 {
            let facts = (0..<6).map { _ -> ConsentFact in
                let second = Int.random(in: 0...5, using: &generator)
                return switch Int.random(in: 0..<4, using: &generator) {
                case 0: asked(second)
                case 1: answered(second)
                case 2: left(second)
                default: brought(second)
                }
            }
            for (index, order) in [facts, facts.shuffled(using: &generator), facts.reversed()].enumerated() {
                for fact in order { try ledger.take([fact], of: "r\(round)-\(index)@example.org") }
            }
            let states = try (0..<3).map { try ledger.status(of: "r\(round)-\($0)@example.org") }
            #expect(states[0] == states[1] && states[1] == states[2])
        }
    }
}
