import Consent

extension SubscriberSnapshot {
    /// How many people's events are asked for at once: enough that the ledger is not asked often, few enough that memory stays flat.
    static let batchSize = 1_000

    /// Goes through people with all their events, the earlier first.
    func forEach(
        _ people: ArraySlice<SubscriberRoll.Person>, _ body: (SubscriberRoll.Person, [LedgerEntry]) throws -> Void
    ) throws {
        for start in stride(from: people.startIndex, to: people.endIndex, by: Self.batchSize) {
            let batch = people[start..<min(start + Self.batchSize, people.endIndex)]
            let entries = Dictionary(grouping: try history(batch.flatMap(\.subjects)), by: \.event.subject)
            for person in batch {
                let own = person.subjects.flatMap { entries[$0] ?? [] }
                try body(person, own.sorted(by: LedgerEntry.isBefore))
            }
        }
    }
}

extension LedgerEntry {
    /// Orders by when things happened, and within a second by when they were written down.
    static func isBefore(_ left: LedgerEntry, _ right: LedgerEntry) -> Bool {
        (left.event.effectiveSeconds, left.sequence) < (right.event.effectiveSeconds, right.sequence)
    }
}
