import Consent
import Crypto
import Foundation
import GRDB
import Mail

/// What became of what a file, a form or the practice said about one person.
public struct IntakeOutcome: Hashable, Sendable {
    /// Whose consent it is; nil where nothing may be kept.
    public var subject: SubjectID?
    /// The events that were new.
    public var events: [RecordedEvent] = []
    /// Whether the person asked to be forgotten, and nothing newer of their own brings them back.
    public var isSuppressed = false
}

/// An event that was just recorded.
public struct RecordedEvent: Hashable, Sendable {
    /// Its place in the ledger, from 1.
    public let sequence: Int64
    /// What happened.
    public let kind: EventKind
}

extension LedgerWriter {
    /// Records what is said about one person, as far as it is new.
    ///
    /// - A fact that the ledger has already changes nothing, whatever file it comes from, so that importing twice is importing
    ///   once. A fact without a time is the same only in the same row of the same file, or where it would change nothing.
    /// - What ends a consent holds for every spelling of the address that differs in the case before the `@` alone.
    /// - Whoever asked to be forgotten stays so, unless a request of their own is newer.
    /// - Throws: ``LedgerError``.
    public mutating func record(
        _ facts: [ConsentFact], of address: EmailAddress, name: String, source: EventSource?
    ) throws -> IntakeOutcome {
        var outcome = IntakeOutcome()
        if try isSuppressed(address, facts) {
            outcome.isSuppressed = true
            return outcome
        }
        let spellings = try people(spelledLike: address)
        var person = spellings.first { $0.key == address.key }
        if person == nil, !facts.contains(where: { $0.kind == .requested }) { person = spellings.first }
        for other in spellings where other.subject != person?.subject {
            try recordEnds(facts, of: other, source, &outcome)
        }
        let known = try person.map { try knownEvents(of: $0.subject) } ?? KnownEvents()
        let new = try facts.filter { try !isKnown($0, source, in: known) }
        outcome.subject = person?.subject
        guard !new.isEmpty else { return outcome }
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
        outcome.subject = subject
        return outcome
    }

    private mutating func recordEnds(
        _ facts: [ConsentFact], of person: KnownPerson, _ source: EventSource?, _ outcome: inout IntakeOutcome
    ) throws {
        let ends = facts.filter { $0.kind.endsConsent }
        guard !ends.isEmpty else { return }
        let known = try knownEvents(of: person.subject)
        for fact in ends where try !isKnown(fact, source, in: known) {
            let event = ConsentEvent(fact, of: person.subject, source: source, recorded: now, identity: nil)
            let sequence = try append(event, details: fact.details)
            outcome.events.append(RecordedEvent(sequence: sequence, kind: fact.kind))
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
    func people(spelledLike address: EmailAddress) throws -> [KnownPerson] {
        let rows = statements.people
        try rows.restart(.text(address.folded))
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
        var notices = known.notices
        guard let subject = known.subject else { return false }
        let event = FoldEvent(
            ConsentEvent(fact, of: subject, source: source, recorded: now, identity: nil), sequence: 0,
            notices: &notices)
        guard known.events.contains(where: { $0.saysTheSame(as: event) }) else { return false }
        // Of what has no time, the same words in another file may be news where they end something.
        guard fact.time == nil, fact.kind.endsConsent else { return true }
        return try events(of: subject).contains { $0.kind == fact.kind && $0.time == nil && $0.source == source }
    }

    /// Whether somebody asked to be forgotten under this address, and no request of their own came after that.
    private func isSuppressed(_ address: EmailAddress, _ facts: [ConsentFact]) throws -> Bool {
        guard hasSuppressions, let since = try suppressedSince(address) else { return false }
        return !facts.contains { $0.kind == .requested && ($0.time?.seconds ?? 0) > since }
    }

    /// When somebody asked to be forgotten under this address; nil where nobody did.
    func suppressedSince(_ address: EmailAddress) throws -> Int? { try Self.suppressedSince(address, db) }

    static func suppressedSince(_ address: EmailAddress, _ db: Database) throws -> Int? {
        let statement = try db.cachedStatement(sql: "SELECT since FROM suppression WHERE code = ?")
        return try Int.fetchOne(statement, arguments: [try suppressionCode(of: address, db).blob])
    }

    /// What stands for an address that may not be kept: HMAC-SHA-256 (RFC 2104) with the ledger's own key.
    static func suppressionCode(of address: EmailAddress, _ db: Database) throws -> [UInt8] {
        let key = SymmetricKey(data: try Ledger.key(.suppression, db))
        return Array(HMAC<SHA256>.authenticationCode(for: Array(address.folded.utf8), using: key))
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

extension ConsentEvent {
    /// The event that a fact becomes.
    init(_ fact: ConsentFact, of subject: SubjectID, source: EventSource?, recorded: Int, identity: String?) {
        self.init(kind: fact.kind, subject: subject, time: fact.time, recorded: recorded, method: fact.method)
        form = fact.form
        page = fact.page
        language = fact.language
        notice = fact.notice
        statements = fact.statements
        grade = fact.grade
        self.source = source
        self.identity = identity
    }
}
