import Consent
import Content

/// Everybody on record, by address, each once however the address was spelled.
public struct SubscriberRoll: Sendable {
    /// The people, by folded address: the same ledger gives the same order.
    public let people: [Person]

    /// One person.
    public struct Person: Sendable {
        /// Who it is, under the spelling that the state rests on, with the state that follows from all spellings.
        public let subscriber: Subscriber
        /// Other spellings of the address that are on record, each with its own events.
        public let others: [Subscriber]
        /// Where what the person agreed to stands today.
        public let standing: PolicyStanding

        /// The address with all its letters small, as most mail servers take it.
        public var folded: String { subscriber.identity.address.foldedAddress }

        /// Whether mail may be sent to this person.
        public func isMailable(demanding grade: EvidenceGrade) -> Bool {
            subscriber.state.isMailable(demanding: grade) && standing != .outdated
        }

        /// All spellings of the address that are on record, in order.
        var addresses: [String] {
            guard !others.isEmpty else { return [subscriber.identity.address] }
            return Set(([subscriber] + others).map(\.identity.address)).sorted()
        }

        /// All numbers under which the ledger has this person.
        public var subjects: [SubjectID] { [subscriber.subject] + others.map(\.subject) }
    }

    /// Puts people in order and together.
    ///
    /// Addresses that differ only in the case of their local part are one person: their events are folded as one history, so that
    /// whoever left under one spelling is not written to under another.
    /// - Throws: what reading the history of such people throws.
    public init(_ snapshot: SubscriberSnapshot, policies: Policies) throws {
        let standings = snapshot.notices.mapValues { policies.standing(of: $0) }
        let unknown = policies.standing(of: nil)
        var folded = snapshot.subscribers.enumerated().map { FoldedAddress($1.identity.address, index: $0) }
        folded.sort {
            $0 == $1 ? snapshot.subscribers[$0.index].subject < snapshot.subscribers[$1.index].subject : $0 < $1
        }
        var people: [Person] = []
        people.reserveCapacity(folded.count)
        var start = 0
        while start < folded.count {
            var end = start + 1
            while end < folded.count, folded[end] == folded[start] { end += 1 }
            var subscriber = snapshot.subscribers[folded[start].index]
            var others: [Subscriber] = []
            if end > start + 1 {
                let spellings = folded[start..<end].map { snapshot.subscribers[$0.index] }
                subscriber = try Self.joined(spellings, snapshot)
                others = spellings.filter { $0.subject != subscriber.subject }
            }
            people.append(
                Person(
                    subscriber: subscriber, others: others,
                    standing: subscriber.notice.flatMap { standings[$0] } ?? unknown))
            start = end
        }
        self.people = people
    }

    /// Whoever mail may be sent to: with the proof that the practice demands, and with nothing to agree to anew.
    public func mailable(demanding grade: EvidenceGrade) -> [Person] {
        people.filter { $0.isMailable(demanding: grade) }
    }

    /// Whoever mail could be sent to if a policy had not changed so much that they have to agree anew.
    public func outdated(demanding grade: EvidenceGrade) -> [Person] {
        people.filter { $0.subscriber.state.isMailable(demanding: grade) && $0.standing == .outdated }
    }

    private static func joined(_ spellings: [Subscriber], _ snapshot: SubscriberSnapshot) throws -> Subscriber {
        let entries = try snapshot.history(spellings.map(\.subject))
        var notices = NoticeTable()
        var owners: [Int64: SubjectID] = [:]
        let events = entries.map { entry -> FoldEvent in
            owners[entry.sequence] = entry.event.subject
            var event = entry.event
            event.subject = spellings[0].subject
            return FoldEvent(event, sequence: entry.sequence, notices: &notices)
        }
        let state = ConsentState.fold(events)
        let owner = state.evidence.flatMap { owners[$0] }
        let newest = spellings.first { $0.subject == owner } ?? spellings[0]
        return Subscriber(
            subject: newest.subject, identity: newest.identity, state: state, notice: state.notice.map { notices[$0] })
    }
}
