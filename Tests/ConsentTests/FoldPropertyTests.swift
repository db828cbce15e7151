import TestSupport
import Testing

@testable import Consent

@Suite("Where a person's consent stands, for any history")
struct FoldPropertyTests {
    @Test("The order in which the ledger was told decides nothing", arguments: 0..<200 as Range<UInt64>)
    func order(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let events = Self.history(&random)
        let expected = Self.summary(events)
        for _ in 0..<8 { #expect(Self.summary(events.shuffled(using: &random)) == expected) }
    }

    @Test(
        "Whoever may be written to proved it, in words on record, and has not left since",
        arguments: 0..<300 as Range<UInt64>)
    func proof(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let events = Self.history(&random)
        let state = History.fold(events)
        guard state.isMailable(demanding: .doubleOptIn) else { return }
        let proof = events[Int(try #require(state.evidence)) - 1]
        #expect(proof.notice != nil && (proof.kind == .confirmed || proof.kind == .imported))
        let requests = events.filter { $0.kind == .requested && $0.statements?.areAllTrue == true && $0.notice != nil }
        // A request follows what it turns back, and an import turns nothing back.
        for end in events where [.withdrawn, .complained, .bounced, .erased].contains(end.kind) {
            #expect(
                requests.contains {
                    $0.effectiveSeconds > end.effectiveSeconds && $0.effectiveSeconds <= proof.effectiveSeconds
                })
        }
        let isAsked = !requests.isEmpty || events.contains { $0.kind == .imported && $0.notice != nil }
        #expect(isAsked, "a confirmation alone proves nothing")
    }

    @Test("Whoever may be written to with more proof may be with less", arguments: 0..<200 as Range<UInt64>)
    func grades(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let state = History.fold(Self.history(&random))
        let grades = EvidenceGrade.allCases.sorted().filter { state.isMailable(demanding: $0) }
        #expect(grades == EvidenceGrade.allCases.sorted().prefix(grades.count).map { $0 })
    }

    /// What a list is made of. Events of one second that rank alike and differ are not told apart by it.
    private static func summary(_ events: [ConsentEvent]) -> [String] {
        let (state, notice) = History.folded(events)
        return [state.status?.rawValue ?? "", state.grade?.rawValue ?? "", notice ?? "", "\(state.since ?? -1)"]
    }

    /// Up to ten events in few seconds, so that many fall together.
    private static func history(_ random: inout SeededGenerator) -> [ConsentEvent] {
        (0..<Int.random(in: 1...10, using: &random)).map { _ in
            let second = Int.random(in: 0...5, using: &random)
            switch Int.random(in: 0...6, using: &random) {
            case 0, 1: return History.asked(second, newsletter: second != 2)
            case 2, 3: return History.confirmed(second)
            case 4:
                return History.imported(
                    second == 5 ? nil : second, EvidenceGrade.allCases.randomElement(using: &random) ?? .unproven)
            case 5: return History.withdrawn(second, [.complained, .bounced].randomElement(using: &random) ?? .bounced)
            default: return History.withdrawn(second == 5 ? nil : second)
            }
        }
    }
}
