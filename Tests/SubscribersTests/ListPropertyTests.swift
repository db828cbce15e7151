import Consent
import Content
import TestSupport
import Testing

@testable import Subscribers

@Suite("Lists, for any ledger")
struct ListPropertyTests {
    @Test("Nobody who left is ever on a list, in any spelling", arguments: 0..<150 as Range<UInt64>)
    func withdrawn(seed: UInt64) throws {
        let ledger = Self.ledger(seed)
        let snapshot = ledger.snapshot()
        let lasting = Dictionary(grouping: snapshot.subscribers) { $0.identity.address.lowercased() }
        for grade in EvidenceGrade.allCases {
            for person in try ledger.roll().mailable(demanding: grade) {
                let spellings = try #require(lasting[person.folded])
                let entries = try snapshot.history(spellings.map(\.subject)).map(\.event)
                let left = entries.filter { [.withdrawn, .bounced, .complained].contains($0.kind) }
                    .map(\.effectiveSeconds).max()
                guard let left else { continue }
                let returned = entries.filter { $0.kind == .requested && $0.statements?.areAllTrue == true }
                    .map(\.effectiveSeconds).max()
                // Whoever is on it all the same asked for it themselves, later; a bounce after leaving tells nothing more.
                #expect(try #require(returned) > left)
            }
        }
    }

    @Test("No two lines have the same address, however its case is spelled", arguments: 0..<150 as Range<UInt64>)
    func distinct(seed: UInt64) throws {
        let people = try Self.ledger(seed).roll().mailable(demanding: .unproven)
        #expect(Set(people.map(\.folded)).count == people.count)
        #expect(people.map(\.folded) == people.map(\.folded).sorted())
    }

    @Test("Nobody is on a list and on the list of suppressed addresses", arguments: 0..<100 as Range<UInt64>)
    func apart(seed: UInt64) throws {
        let roll = try Self.ledger(seed).roll()
        let suppressed = String(decoding: SuppressionList.file(of: roll), as: UTF8.self).lowercased()
        for person in roll.mailable(demanding: .unproven) {
            #expect(!suppressed.contains("\n" + person.folded + ","))
        }
    }

    @Test("The order in which a ledger tells of people decides nothing", arguments: 0..<60 as Range<UInt64>)
    func order(seed: UInt64) throws {
        let ledger = Self.ledger(seed)
        let library = try TestLedger.library()
        func bytes(_ snapshot: SubscriberSnapshot) throws -> [[UInt8]] {
            let roll = try SubscriberRoll(snapshot, policies: library.policies)
            let lists = SubscriberLists.export(of: roll, library: library, snapshot: snapshot)
            return try ListFormat.allCases.flatMap { lists.files($0).map(\.bytes) } + [
                SuppressionList.file(of: roll),
                ConsentRecordTable(snapshot: snapshot, people: roll.people[...], noticeNames: [:]).file(),
                ConsentRecordDocument(library: library, snapshot: snapshot, people: roll.people[...]).file(),
            ]
        }
        let expected = try bytes(ledger.snapshot())
        #expect(try bytes(ledger.snapshot(shuffledBy: SeededGenerator(seed: seed))) == expected)
    }

    /// Up to twelve spellings of four addresses, each with up to five events in few minutes.
    private static func ledger(_ seed: UInt64) -> TestLedger {
        var random = SeededGenerator(seed: seed)
        var ledger = TestLedger()
        var addresses = ["a", "A", "b", "B", "cd", "Cd", "cD", "CD", "e"].shuffled(using: &random)
        addresses.removeLast(Int.random(in: 0...6, using: &random))
        for address in addresses {
            let events = (0..<Int.random(in: 1...5, using: &random)).map { _ -> ConsentEvent in
                let minute = Int.random(in: 0...6, using: &random)
                switch Int.random(in: 0...7, using: &random) {
                case 0...2: return Events.asked(minute, newsletter: minute != 3)
                case 3, 4: return Events.confirmed(minute)
                case 5:
                    let grade = EvidenceGrade.allCases.randomElement(using: &random) ?? .unproven
                    return Events.imported(minute, grade)
                default:
                    let kind = [EventKind.withdrawn, .bounced, .complained].randomElement(using: &random) ?? .withdrawn
                    return Events.ended(minute, kind)
                }
            }
            ledger.add(address + "@example.org", ["", "N", "=x"].randomElement(using: &random) ?? "", events)
        }
        return ledger
    }
}
