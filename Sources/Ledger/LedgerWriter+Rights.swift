import Consent
import Foundation
import GRDB
import Mail

extension Ledger {
    /// Forgets everybody of an address: who they are and what was recorded of them goes, the events stay and name nobody, and
    /// a keyed code keeps imports from bringing the address back. What is gone is gone from the file too.
    /// - Returns: how many people were forgotten, and where their events were read.
    /// - Throws: ``LedgerError``.
    public func erase(_ address: EmailAddress, at now: Int) throws -> (count: Int, sources: [EventSource]) {
        let result = try write(at: now) { try $0.erase(address) }
        // The write-ahead log still has the pages as they were.
        do {
            try database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        }
        return result
    }
}

extension LedgerWriter {
    /// Notes that a person wants no more, also of an address that nobody knows yet: a later import then can't add it.
    /// - Returns: the people it holds for; nobody where all had left before or were forgotten.
    /// - Throws: ``LedgerError``.
    public mutating func withdraw(_ address: EmailAddress, method: ConsentMethod, reason: String? = nil) throws
        -> IntakeOutcome
    {
        var fact = ConsentFact(kind: .withdrawn, time: EventTime(seconds: now), method: method)
        fact.details.reason = reason
        let outcome = try record([fact], of: address, name: "", source: nil)
        for person in try people(spelledLike: address) { try discardTokens(of: person.subject) }
        return outcome
    }

    /// Notes that a person wants no more.
    /// - Returns: whether there is such a person.
    /// - Throws: ``LedgerError``.
    public mutating func withdraw(_ subject: SubjectID, method: ConsentMethod) throws -> Bool {
        let known = try events(of: subject)
        guard !known.isEmpty, !known.contains(where: { $0.kind == .erased }) else { return false }
        try discardTokens(of: subject)
        var notices = NoticeTable()
        let state = ConsentState.fold(
            known.enumerated().map { FoldEvent($1, sequence: Int64($0), notices: &notices) })
        // A mail program may send the same click many times.
        guard state.status != .withdrawn else { return true }
        var event = ConsentEvent(kind: .withdrawn, subject: subject, recorded: now, method: method)
        event.time = EventTime(seconds: now)
        _ = try append(event)
        return true
    }

    /// Forgets everybody of an address; see ``Ledger/erase(_:at:)``.
    mutating func erase(_ address: EmailAddress) throws -> (count: Int, sources: [EventSource]) {
        let people = try people(spelledLike: address)
        var sources: [EventSource] = []
        for person in people {
            for source in try events(of: person.subject).compactMap(\.source) where !sources.contains(source) {
                sources.append(source)
            }
            var event = ConsentEvent(kind: .erased, subject: person.subject, recorded: now, method: .commandLine)
            event.time = EventTime(seconds: now)
            _ = try append(event)
            for statement in [
                "DELETE FROM identity WHERE subject = ?",
                "DELETE FROM detail WHERE event IN (SELECT sequence FROM event WHERE subject = ?)",
                "DELETE FROM token WHERE request IN (SELECT sequence FROM event WHERE subject = ?)",
                "DELETE FROM outbox WHERE request IN (SELECT sequence FROM event WHERE subject = ?)",
            ] {
                try db.execute(sql: statement, arguments: [person.subject.number])
            }
        }
        try suppress(address)
        return (people.count, sources)
    }

    /// Puts a person's address or name right. An address that is new has answered nothing yet: the proof is then that of the
    /// form alone, and the old address can't come back by an import.
    /// - Throws: ``CorrectionError`` where that can't be, and ``LedgerError``.
    public mutating func correct(_ address: EmailAddress, to newAddress: EmailAddress?, name: String?) throws {
        let people = try people(spelledLike: address)
        guard let person = people.first(where: { $0.key == address.key }) ?? people.first else {
            throw CorrectionError.unknown
        }
        var identity = person.identity
        if let name { identity.name = name }
        if let newAddress {
            guard try self.people(spelledLike: newAddress).allSatisfy({ $0.subject == person.subject }) else {
                throw CorrectionError.taken
            }
            guard try suppressedSince(newAddress) == nil else { throw CorrectionError.suppressed }
            identity.address = newAddress.sending
        }
        guard identity != person.identity else { throw CorrectionError.same }
        let salt = newSalt()
        try db.execute(
            sql: "UPDATE identity SET address = ?, key = ?, folded = ?, name = ?, salt = ? WHERE subject = ?",
            arguments: [
                identity.address, newAddress?.key ?? person.key, newAddress?.folded ?? address.folded, identity.name,
                salt.blob, person.subject.number,
            ])
        var event = ConsentEvent(kind: .corrected, subject: person.subject, recorded: now, method: .commandLine)
        event.time = EventTime(seconds: now)
        event.identity = identity.commitment(salt: salt)
        if let newAddress, newAddress.folded != address.folded {
            event.grade = .singleOptIn
            try discardTokens(of: person.subject)
            try suppress(address)
        }
        _ = try append(event)
    }

    /// Notes that people were asked to agree anew.
    /// - Throws: ``LedgerError``.
    public mutating func noteReconsentRequest(of subjects: [SubjectID]) throws {
        for subject in subjects {
            var event = ConsentEvent(
                kind: .reconsentRequested, subject: subject, recorded: now, method: .commandLine)
            event.time = EventTime(seconds: now)
            _ = try append(event)
        }
    }

    private mutating func suppress(_ address: EmailAddress) throws {
        try db.execute(
            sql: """
                INSERT INTO suppression (code, since) VALUES (?, ?)
                ON CONFLICT (code) DO UPDATE SET since = max(since, excluded.since)
                """, arguments: [try Self.suppressionCode(of: address, db).blob, now])
        hasSuppressions = true
    }

    /// Makes links that were sent before worth nothing: whoever left is not brought back by an old message.
    private func discardTokens(of subject: SubjectID) throws {
        for table in ["token", "outbox"] {
            try db.execute(
                sql: "DELETE FROM \(table) WHERE request IN (SELECT sequence FROM event WHERE subject = ?)",
                arguments: [subject.number])
        }
    }
}

/// Why a correction can't be made.
public enum CorrectionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nobody has the address.
    case unknown
    /// Somebody else has the new address.
    case taken
    /// Somebody asked to be forgotten under the new address.
    case suppressed
    /// Nothing would change.
    case same

    /// What is wrong, in one sentence without a full stop.
    public var description: String {
        switch self {
        case .unknown: "nobody on record has this address"
        case .taken: "somebody else on record has the new address"
        case .suppressed: "somebody asked to be forgotten under the new address"
        case .same: "that is what the ledger says already"
        }
    }
}
