import Content
import Dates

/// One person on record, with everything that happened to their consent.
public struct Subscriber: Sendable {
    /// The address, as it was last typed by the person.
    public let address: String
    /// The name, as it was last given; may be empty.
    public let name: String
    /// What follows from the events.
    public let status: Status
    /// The event that the status rests on.
    public let evidence: ConsentEvent
    /// All events, by time.
    public let events: [ConsentEvent]

    /// Where a person's consent stands.
    public enum Status: String, Sendable {
        /// Asked for the newsletter, was shown words that are on record, and confirmed.
        case subscribed
        /// Asked, but has not confirmed.
        case pending
        /// Wants no more.
        case withdrawn
        /// Was imported from a mail tool without the words they agreed to, or without a confirmation.
        case unproven
        /// Sent the form without wanting the newsletter, or without agreeing to what it asks for.
        case declined
    }
}

/// Turns events into persons.
public enum SubscriberFold {
    /// Every person on record, by address.
    ///
    /// Events are taken by time. Only a request of the person's own ends a withdrawal; an import never does, however new. An
    /// undated withdrawal counts as the last thing that happened.
    public static func subscribers(from events: [ConsentEvent]) -> [Subscriber] {
        Dictionary(grouping: events) { $0.address.lowercased() }
            .sorted { $0.key < $1.key }
            .compactMap { _, events in subscriber(events.sorted(by: isBefore)) }
    }

    private static func subscriber(_ events: [ConsentEvent]) -> Subscriber? {
        guard var evidence = events.first else { return nil }
        var status: Subscriber.Status?
        var isRenewing = false
        for event in events {
            if let next = self.status(after: event, from: status) {
                status = next
                evidence = event
                isRenewing = false
            } else if status == .subscribed, case .requested = event.kind {
                isRenewing = isCompleteRequest(event)
            } else if isRenewing, event.kind == .confirmed, event.notice != nil {
                // Who is on the list and agrees anew is on it for the words that were shown last.
                evidence = event
                isRenewing = false
            }
        }
        let typed = events.last { if case .requested = $0.kind { true } else { false } } ?? evidence
        return Subscriber(
            address: typed.address, name: events.last { !$0.name.isEmpty }?.name ?? "", status: status ?? .unproven,
            evidence: evidence, events: events)
    }

    /// The status that an event leads to; nil where it changes nothing.
    private static func status(after event: ConsentEvent, from status: Subscriber.Status?) -> Subscriber.Status? {
        switch event.kind {
        case .withdrawn: .withdrawn
        case .requested:
            if status == .subscribed { nil } else { isCompleteRequest(event) ? .pending : .declined }
        case .confirmed: status == .pending && event.notice != nil ? .subscribed : nil
        case .imported(let isConfirmed):
            switch status {
            case .withdrawn, .subscribed, .pending, .declined: nil
            case .unproven, nil: isConfirmed && event.notice != nil ? .subscribed : .unproven
            }
        }
    }

    /// Whether a person asked with all that the form asks for, and to words on record. Three facts, each needed: none is
    /// inferred from another.
    private static func isCompleteRequest(_ event: ConsentEvent) -> Bool {
        guard case .requested(let statements) = event.kind else { return false }
        return statements.privacyRead && statements.termsAccepted && statements.newsletterWanted && event.notice != nil
    }

    /// Orders by time. In one second things happened in the order in which they can; what a person ended in it stays ended.
    /// Then what events say decides and where they are written comes last, so that the order of rows and files tells nothing.
    private static func isBefore(_ left: ConsentEvent, _ right: ConsentEvent) -> Bool {
        let (leftTime, rightTime) = (time(of: left), time(of: right))
        if leftTime != rightTime { return leftTime < rightTime }
        let (leftRank, rightRank) = (rank(of: left), rank(of: right))
        if leftRank != rightRank { return leftRank < rightRank }
        let (leftWords, rightWords) = (left.notice?.id ?? "", right.notice?.id ?? "")
        if leftWords != rightWords { return leftWords < rightWords }
        let (leftPerson, rightPerson) = (
            (left.address, left.name, left.method), (right.address, right.name, right.method)
        )
        return leftPerson == rightPerson ? left.source < right.source : leftPerson < rightPerson
    }

    /// The place of an event among those of the same second.
    private static func rank(of event: ConsentEvent) -> Int {
        switch event.kind {
        case .imported(let isConfirmed): isConfirmed ? 1 : 0
        case .requested(let statements):
            2 + [statements.privacyRead, statements.termsAccepted, statements.newsletterWanted].count { $0 }
        case .confirmed: 6
        case .withdrawn: 7
        }
    }

    private static func time(of event: ConsentEvent) -> Int {
        event.time?.seconds ?? (event.kind == .withdrawn ? .max : .min)
    }
}
