import TestSupport
import Testing

@testable import Content
@testable import Subscribers

@Suite("Who is on the list, for any history")
struct FoldPropertyTests {
    @Test("The order of files and rows decides nothing", arguments: 0..<200 as Range<UInt64>)
    func order(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let events = Self.history(&random)
        let expected = Self.summary(events)
        let results = (0..<8).map { _ in
            // Rows that change places change their line numbers too.
            let shuffled = events.shuffled(using: &random).enumerated().map { line, event in
                ConsentEvent(
                    address: event.address, name: event.name, kind: event.kind, time: event.time, notice: event.notice,
                    method: event.method, source: ConsentEvent.Source(file: "f.csv", line: line))
            }
            return Self.summary(shuffled)
        }
        #expect(results.allSatisfy { $0 == expected })
    }

    @Test(
        "Whoever is on the list proved it, in words on record, and has not withdrawn since",
        arguments: 0..<200 as Range<UInt64>)
    func proof(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for person in SubscriberFold.subscribers(from: Self.history(&random)) where person.status == .subscribed {
            let proof = person.evidence
            #expect(proof.notice != nil)
            #expect(proof.kind == .confirmed || proof.kind == .imported(confirmed: true))
            let withdrawals = person.events.filter { $0.kind == .withdrawn }
            for withdrawal in withdrawals {
                let (ended, begun) = (try #require(withdrawal.time), try #require(proof.time))
                #expect(ended < begun && proof.kind == .confirmed)
            }
            guard proof.kind == .confirmed else { continue }
            #expect(
                person.events.contains { event in
                    guard case .requested(let boxes) = event.kind else { return false }
                    return boxes.privacyRead && boxes.termsAccepted && boxes.newsletterWanted && event.notice != nil
                })
        }
    }

    /// What a list is made of.
    private static func summary(_ events: [ConsentEvent]) -> [String] {
        SubscriberFold.subscribers(from: events).map {
            "\($0.address) \($0.name) \($0.status) \($0.evidence.time?.seconds ?? 0) \($0.evidence.notice?.id ?? "")"
        }
    }

    /// Up to ten events of two people in few seconds, so that many fall together.
    private static func history(_ random: inout SeededGenerator) -> [ConsentEvent] {
        (0..<Int.random(in: 1...10, using: &random)).map { _ in
            let address = ["a@example.org", "A@example.org", "b@example.org"].randomElement(using: &random) ?? ""
            let second = Int.random(in: 0...5, using: &random)
            let notice = Bool.random(using: &random) || Bool.random(using: &random) ? words : nil
            switch Int.random(in: 0...5, using: &random) {
            case 0, 1: return asked(second, newsletter: second != 2, notice: notice, address: address)
            case 2, 3: return confirmed(second, notice: notice, address: address)
            case 4:
                let isConfirmed = Bool.random(using: &random)
                return imported(second == 5 ? nil : second, confirmed: isConfirmed, notice: notice, address: address)
            default: return withdrawn(second == 5 ? nil : second, address: address)
            }
        }
    }
}
