import Consent
import Foundation
import GRDB
import Mail

extension LedgerWriter {
    /// How far ahead of this machine's clock another's may be, in seconds.
    private static let clockTolerance = 600

    /// Records what is said about one person, as far as it is new.
    ///
    /// - A fact that the ledger has already changes nothing, whatever file it comes from, so that importing twice is importing
    ///   once. A fact without a time is the same only in the same row of the same file, or where it would change nothing.
    /// - What ends a consent holds for every spelling of the address that differs in the case before the `@` alone, and for
    ///   whoever had the address before it was put right. It is always taken in.
    /// - Whoever asked to be forgotten stays so, unless a request of their own is newer.
    /// - What gives consent is not taken in where its time is still to come: it would outlast every withdrawal until then.
    /// - Throws: ``LedgerError``.
    public mutating func record(
        _ facts: [ConsentFact], of address: EmailAddress, name: String, source: EventSource?
    ) throws -> IntakeOutcome {
        var outcome = IntakeOutcome()
        var facts = facts
        if facts.contains(where: { !$0.kind.endsConsent && ($0.time?.seconds ?? .min) > clock + Self.clockTolerance }) {
            outcome.refusal = .future
            facts = facts.filter(\.kind.endsConsent)
        }
        let suppression = try suppression(of: address)
        if let suppression {
            let allowed = suppression.allowed(facts)
            if allowed.count < facts.count { outcome.refusal = suppression.refusal }
            facts = allowed
            if let subject = suppression.subject { try recordEnds(facts, of: subject, source, &outcome) }
        }
        let spellings = try people(spelledLike: address)
        let isRequested = facts.contains { $0.kind == .requested }
        guard !facts.isEmpty, suppression == nil || !spellings.isEmpty || isRequested else {
            if let suppression, outcome.events.isEmpty { outcome.refusal = suppression.refusal }
            return outcome
        }
        var person = spellings.first { $0.key == address.key }
        if person == nil, !isRequested { person = spellings.first }
        for other in spellings where other.subject != person?.subject {
            try recordEnds(facts, of: other.subject, source, &outcome)
        }
        try record(facts, of: person, address, name, source, &outcome)
        return outcome
    }

    private mutating func record(
        _ facts: [ConsentFact], of person: KnownPerson?, _ address: EmailAddress, _ name: String,
        _ source: EventSource?,
        _ outcome: inout IntakeOutcome
    ) throws {
        var new = facts
        if let person {
            let known = try knownEvents(of: person.subject)
            new = try facts.filter { try !isKnown($0, source, in: known) }
        }
        outcome.subject = person?.subject
        guard !new.isEmpty else { return }
        var identity: String?
        let subject: SubjectID
        if let person {
            subject = person.subject
            let isOwn = new.contains { $0.kind == .requested }
            if !name.isEmpty, name != person.identity.name, isOwn || person.identity.name.isEmpty {
                identity = try rename(person, name)
            }
        } else {
            (subject, identity) = try add(Identity(address: address.sending, name: name), address)
        }
        for fact in new {
            let sequence = try append(
                ConsentEvent(fact, of: subject, source: source, recorded: now, identity: identity),
                details: fact.details)
            identity = nil
            outcome.events.append(RecordedEvent(sequence: sequence, kind: fact.kind))
        }
        if person != nil, new.contains(where: \.kind.endsConsent) { try discardTokens(of: subject) }
        outcome.subject = subject
    }

    private mutating func recordEnds(
        _ facts: [ConsentFact], of subject: SubjectID, _ source: EventSource?, _ outcome: inout IntakeOutcome
    ) throws {
        let known = try knownEvents(of: subject)
        guard !known.events.contains(where: { $0.kind == .erased }) else { return }
        for fact in facts where try fact.kind.endsConsent && !isKnown(fact, source, in: known) {
            let event = ConsentEvent(fact, of: subject, source: source, recorded: now, identity: nil)
            let sequence = try append(event, details: fact.details)
            outcome.events.append(RecordedEvent(sequence: sequence, kind: fact.kind))
            try discardTokens(of: subject)
        }
    }

    /// Keeps who somebody is; returns the new subject and the digest that binds it to its first event.
    mutating func add(_ identity: Identity, _ address: EmailAddress) throws -> (SubjectID, String) {
        let (subject, salt) = (try newSubject(), newSalt())
        try statements.insertIdentity.run(
            .integer(subject.number), .text(identity.address), .text(address.key), .text(address.folded),
            .text(identity.name), .blob(salt))
        return (subject, identity.commitment(salt: salt))
    }

    /// Changes a name; returns the digest that binds the new identity to the next event.
    private mutating func rename(_ person: KnownPerson, _ name: String) throws -> String {
        let salt = newSalt()
        try db.execute(
            sql: "UPDATE identity SET name = ?, salt = ? WHERE subject = ?",
            arguments: [name, salt.blob, person.subject.number])
        return Identity(address: person.identity.address, name: name).commitment(salt: salt)
    }

    /// Everybody whose address is this one but for the case of letters before the `@`.
    func people(spelledLike address: EmailAddress) throws -> [KnownPerson] { try people(folded: address.folded) }

    /// Everybody whose address is this one in lower case.
    func people(folded: String) throws -> [KnownPerson] {
        let rows = statements.people
        try rows.restart(.text(folded))
        var people: [KnownPerson] = []
        while try rows.step() {
            guard let subject = SubjectID(rows.integer(0)) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
            people.append(
                KnownPerson(
                    subject: subject, key: rows.text(1), identity: Identity(address: rows.text(2), name: rows.text(3))))
        }
        return people
    }

    /// The events of a person, the oldest record first.
    func events(of subject: SubjectID) throws -> [ConsentEvent] {
        let rows = statements.events
        try rows.restart(.integer(subject.number))
        var events: [ConsentEvent] = []
        while try rows.step() {
            guard let event = ConsentEvent(record: rows.bytes(0)) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT)
            }
            events.append(event)
        }
        return events
    }

    /// The part of a person's events that tells whether a fact is among them.
    private func knownEvents(of subject: SubjectID) throws -> KnownEvents {
        let rows = statements.events
        try rows.restart(.integer(subject.number))
        var known = KnownEvents()
        while try rows.step() {
            guard let event = FoldEvent(record: rows.bytes(0), sequence: 0, notices: &known.notices) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT)
            }
            known.events.append(event)
        }
        known.subject = subject
        return known
    }

    /// Whether the ledger says already what a fact says.
    private func isKnown(_ fact: ConsentFact, _ source: EventSource?, in known: KnownEvents) throws -> Bool {
        guard let subject = known.subject, known.events.contains(where: { $0.kind == fact.kind }) else { return false }
        var notices = known.notices
        let event = FoldEvent(
            ConsentEvent(fact, of: subject, source: source, recorded: now, identity: nil), sequence: 0,
            notices: &notices)
        guard known.events.contains(where: { $0.covers(event) }) else { return false }
        // Of what has no time, the same words in another file may be news where they end something.
        guard fact.time == nil, fact.kind.endsConsent else { return true }
        return try events(of: subject).contains { $0.kind == fact.kind && $0.time == nil && $0.source == source }
    }
}

/// Somebody who is in the ledger.
struct KnownPerson {
    let subject: SubjectID
    /// The address as identity goes.
    let key: String
    let identity: Identity
}

/// As much of a person's events as tells whether a fact is among them.
private struct KnownEvents {
    var subject: SubjectID?
    var events: [FoldEvent] = []
    var notices = NoticeTable()
}

extension EventKind {
    /// Whether this ends a consent.
    var endsConsent: Bool {
        switch self {
        case .withdrawn, .bounced, .complained: true
        default: false
        }
    }
}
