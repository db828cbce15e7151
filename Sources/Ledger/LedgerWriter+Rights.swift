import Consent
import GRDB
import Mail

/// What became of an erasure.
public struct Erasure: Hashable, Sendable {
    /// How many people were forgotten; none where nobody on record had the address, which is suppressed all the same.
    public var count = 0
    /// Where their events were read: the address may still stand there.
    public var sources: [EventSource] = []
    /// Whether what was erased is gone from the file and its log. A reader that is still at work keeps the log from being
    /// emptied; the next erasure, or the last who closes the ledger, does it.
    public var isLogClean = true
}

extension Ledger {
    /// Forgets everybody of an address: who they are and what was recorded of them goes, the events stay and name nobody, and
    /// a keyed code keeps imports from bringing the address back. What is gone is gone from the file too.
    /// - Throws: ``LedgerError``.
    public func erase(_ address: EmailAddress, at now: Int) throws -> Erasure {
        var erasure = try write(at: now) { try $0.erase(address) }
        erasure.isLogClean = emptyLog()
        return erasure
    }

    /// Moves the pages that were changed into the file and empties the write-ahead log, which still has them as they were.
    /// - Returns: whether it is empty.
    func emptyLog() -> Bool {
        (try? database.writeWithoutTransaction { db in try db.checkpoint(.truncate) }) != nil
    }
}

extension LedgerWriter {
    /// Notes that a person wants no more, also of an address that nobody knows yet: a later import then can't add it.
    /// - Returns: the events that were new; none where nobody on record has the address and an import may not bring it back.
    /// - Throws: ``LedgerError``.
    public mutating func withdraw(_ address: EmailAddress, method: ConsentMethod, reason: String? = nil) throws
        -> IntakeOutcome
    {
        let people = try people(spelledLike: address).map(\.subject)
        var fact = ConsentFact(kind: .withdrawn, time: try endingTime(of: people), method: method)
        fact.details.reason = reason
        return try record([fact], of: address, name: "", source: nil)
    }

    /// Notes that a person wants no more, under every spelling of their address.
    /// - Returns: whether there is such a person.
    /// - Throws: ``LedgerError``.
    public mutating func withdraw(_ subject: SubjectID, method: ConsentMethod) throws -> Bool {
        guard let folded = try folded(of: subject) else { return false }
        for person in try people(folded: folded) {
            try discardTokens(of: person.subject)
            // A mail program may send the same click many times.
            guard try state(of: person.subject).status != .withdrawn else { continue }
            try append(.withdrawn, of: person.subject, method: method)
        }
        return true
    }

    /// Forgets everybody of an address; see ``Ledger/erase(_:at:)``.
    mutating func erase(_ address: EmailAddress) throws -> Erasure {
        let people = try people(spelledLike: address)
        var erasure = Erasure()
        let time = try endingTime(of: people.map(\.subject))
        let code = try suppress(address, since: time.seconds, subject: nil)
        for person in people {
            for source in try events(of: person.subject).compactMap(\.source) where !erasure.sources.contains(source) {
                erasure.sources.append(source)
            }
            try erase(person.subject, time, code)
        }
        erasure.count = people.count
        // Nobody's erasure is an event too: what keeps the address out has to be told by the chain.
        if people.isEmpty { try erase(nil, time, code) }
        return erasure
    }

    /// Forgets a subject, whose address others don't have any more.
    mutating func erase(_ subject: SubjectID?, _ time: EventTime, _ code: String?) throws {
        var event = ConsentEvent(kind: .erased, subject: subject, time: time, recorded: now, method: .commandLine)
        event.suppression = code
        _ = try append(event)
        guard let subject else { return }
        try discardTokens(of: subject)
        for statement in [
            "DELETE FROM identity WHERE subject = ?",
            "DELETE FROM detail WHERE event IN (SELECT sequence FROM event WHERE subject = ?)",
            "UPDATE suppression SET subject = NULL WHERE subject = ?",
        ] {
            try db.execute(sql: statement, arguments: [subject.number])
        }
    }

    /// Forgets a subject whom another copy of this ledger has forgotten.
    /// - Returns: whether that was news.
    mutating func repeatErasure(of subject: SubjectID?, code: String?, since: Int) throws -> Bool {
        let bytes = code.flatMap { Digest.bytes(hex: $0) } ?? []
        let isKnown =
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM suppression WHERE code = ? AND subject IS NULL)",
                arguments: [bytes.blob]) ?? false
        let isThere = try subject.map { try folded(of: $0) != nil } ?? false
        guard isThere || !isKnown && !bytes.isEmpty else { return false }
        if !bytes.isEmpty { try suppress(bytes, since: since, subject: nil) }
        try erase(isThere ? subject : nil, EventTime(seconds: max(clock, since)), code)
        return true
    }

    /// Notes that people were asked to agree anew.
    /// - Throws: ``LedgerError``.
    public mutating func noteReconsentRequest(of subjects: [SubjectID]) throws {
        for subject in subjects { try append(.reconsentRequested, of: subject, method: .commandLine) }
    }

    /// Adds an event of this moment.
    mutating func append(_ kind: EventKind, of subject: SubjectID, method: ConsentMethod) throws {
        let time = kind.endsConsent ? try endingTime(of: [subject]) : EventTime(seconds: clock)
        _ = try append(ConsentEvent(kind: kind, subject: subject, time: time, recorded: now, method: method))
    }

    /// When what people say now counts: after all that is on record of them, whatever clock that was written by.
    func endingTime(of subjects: [SubjectID]) throws -> EventTime {
        let latest = try subjects.flatMap { try events(of: $0) }.map(\.effectiveSeconds).max()
        return EventTime(seconds: max(clock, latest ?? clock))
    }

    /// Where a person's consent stands, as this transaction has left it, or would after one more event.
    func state(of subject: SubjectID, after event: ConsentEvent? = nil) throws -> ConsentState {
        var notices = NoticeTable()
        let events = try events(of: subject) + (event.map { [$0] } ?? [])
        return ConsentState.fold(
            events.enumerated().map { FoldEvent($1, sequence: Int64($0), notices: &notices) })
    }

    private func folded(of subject: SubjectID) throws -> String? {
        try String.fetchOne(
            db, sql: "SELECT folded FROM identity WHERE subject = ?", arguments: [subject.number])
    }

    /// Makes links that were sent before worth nothing: whoever left is not brought back by an old message.
    func discardTokens(of subject: SubjectID) throws {
        guard hasTokens else { return }
        for table in ["token", "outbox"] {
            let statement = try db.cachedStatement(
                sql: "DELETE FROM \(table) WHERE request IN (SELECT sequence FROM event WHERE subject = ?)")
            try statement.execute(arguments: [subject.number])
        }
    }
}
