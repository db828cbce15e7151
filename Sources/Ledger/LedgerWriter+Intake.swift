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
        let known = try person.map { try events(of: $0.subject) } ?? []
        let new = facts.filter { fact in !known.contains { $0.says(fact, source) } }
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
        let known = try events(of: person.subject)
        for fact in ends where !known.contains(where: { $0.says(fact, source) }) {
            let event = ConsentEvent(fact, of: person.subject, source: source, recorded: now, identity: nil)
            let sequence = try append(event, details: fact.details)
            outcome.events.append(RecordedEvent(sequence: sequence, kind: fact.kind))
        }
    }

    /// Keeps who somebody is; returns the new subject and the digest that binds it to its first event.
    mutating func add(_ identity: Identity, _ address: EmailAddress) throws -> (SubjectID, String) {
        let (subject, salt) = (try newSubject(), newSalt())
        let statement = try db.cachedStatement(
            sql: "INSERT INTO identity (subject, address, key, folded, name, salt) VALUES (?, ?, ?, ?, ?, ?)")
        try statement.execute(
            arguments: [
                subject.number, identity.address, address.key, address.folded, identity.name, salt.blob,
            ])
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
        let statement = try db.cachedStatement(
            sql: "SELECT subject, key, address, name FROM identity WHERE folded = ? ORDER BY subject")
        return try Row.fetchAll(statement, arguments: [address.folded]).compactMap { row in
            SubjectID(row[0]).map {
                KnownPerson(subject: $0, key: row[1], identity: Identity(address: row[2], name: row[3]))
            }
        }
    }

    /// The events of a person, the oldest record first.
    func events(of subject: SubjectID) throws -> [ConsentEvent] {
        let statement = try db.cachedStatement(sql: "SELECT record FROM event WHERE subject = ? ORDER BY sequence")
        return try String.fetchAll(statement, arguments: [subject.number]).map { record in
            guard let event = ConsentEvent(record: record) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
            return event
        }
    }

    /// Whether somebody asked to be forgotten under this address, and no request of their own came after that.
    private func isSuppressed(_ address: EmailAddress, _ facts: [ConsentFact]) throws -> Bool {
        guard let since = try suppressedSince(address) else { return false }
        return !facts.contains { $0.kind == .requested && ($0.time?.seconds ?? 0) > since }
    }

    /// When somebody asked to be forgotten under this address; nil where nobody did.
    func suppressedSince(_ address: EmailAddress) throws -> Int? { try Self.suppressedSince(address, db) }

    static func suppressedSince(_ address: EmailAddress, _ db: Database) throws -> Int? {
        // Nobody, as a rule: then no code is worked out.
        guard try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM suppression)")) == true else {
            return nil
        }
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

    /// Whether this event says what a fact says.
    func says(_ fact: ConsentFact, _ source: EventSource?) -> Bool {
        guard kind == fact.kind, time == fact.time, notice == fact.notice, statements == fact.statements,
            grade == fact.grade
        else { return false }
        // Of what has no time, the same words in another file may be news only where they would end something.
        return time != nil || !kind.endsConsent || self.source == source
    }
}
