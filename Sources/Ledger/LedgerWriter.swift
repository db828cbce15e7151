import Consent
import Foundation
import GRDB

/// What can be written within one transaction of a ledger.
public struct LedgerWriter {
    let db: Database
    /// When what is written is recorded: seconds since 1970-01-01T00:00:00Z; never before the last event.
    public let now: Int
    /// What the clock says, in the same seconds: by this, and not by an event whose clock was wrong, links expire.
    let clock: Int

    private var last: LedgerHead?
    let statements: LedgerStatements
    /// Whether anybody asked to be forgotten: if nobody did, no code of an address is worked out.
    var hasSuppressions: Bool
    /// Whether anybody awaits a mail or an answer: if nobody does, no link has to be made worthless.
    var hasTokens: Bool
    private var random = RandomBytes()

    init(_ db: Database, now: Int) throws {
        self.db = db
        let last = try LedgerHead.fetch(db)
        self.last = last?.head
        self.now = max(now, last?.recorded ?? now)
        clock = now
        statements = try LedgerStatements(db)
        hasSuppressions = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM suppression)") ?? false
        hasTokens =
            try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM token) OR EXISTS (SELECT 1 FROM outbox)") ?? false
    }

    /// The last event, as this transaction has left it.
    public var head: LedgerHead? { last }

    /// Adds an event at the end of the chain.
    /// - Returns: its place, from 1.
    mutating func append(_ event: ConsentEvent, details: ConsentDetails = ConsentDetails()) throws -> Int64 {
        var event = event
        var salt: [UInt8] = []
        if !details.isEmpty {
            salt = random.next(16)
            event.details = details.commitment(salt: salt)
        }
        let record = event.record
        let sequence = (last?.sequence ?? 0) + 1
        let digest = Digest.bytes(of: last?.digest ?? LedgerHead.beginning, record)
        try statements.insertEvent.addEvent(sequence, record, digest, event.subject?.number)
        if !details.isEmpty {
            try statements.insertDetail.run(.integer(sequence), .utf8(details.canonicalJSON), .blob(salt))
        }
        last = LedgerHead(sequence: sequence, digest: digest)
        return sequence
    }

    /// Keeps a notice's words; nothing where they are kept already.
    public mutating func add(_ notice: Notice) throws {
        let statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO notice (digest, content) VALUES (?, ?)")
        try statement.execute(arguments: [notice.digest, String(decoding: notice.canonicalJSON, as: UTF8.self)])
    }

    /// Notes in the audit trail that a list was given out.
    public mutating func note(_ export: ExportSummary) throws {
        var event = ConsentEvent(kind: .exported, recorded: now, method: .commandLine)
        event.time = EventTime(seconds: now)
        event.export = export
        _ = try append(event)
    }

    /// A number that no person has, and none has had.
    mutating func newSubject() throws -> SubjectID {
        while true {
            let subject = SubjectID.random(using: &random)
            try statements.events.restart(.integer(subject.number))
            if try !statements.events.step() { return subject }
        }
    }

    /// A salt of a subject's own.
    mutating func newSalt() -> [UInt8] { random.next(16) }
}

/// The end of a ledger's chain.
public struct LedgerHead: Hashable, Sendable {
    /// The last event's place, from 1: how many events there are.
    public let sequence: Int64
    /// The SHA-256 of the digest before it and of the event's record.
    let digest: [UInt8]

    /// The digest in lower-case hexadecimal.
    public var hex: String { Digest.hex(digest) }

    /// What stands for the digest before the first event.
    static let beginning = [UInt8](repeating: 0, count: 32)

    /// The last event and when it was recorded; nil where there is none.
    static func fetch(_ db: Database) throws -> (head: LedgerHead, recorded: Int)? {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT sequence, digest, record FROM event ORDER BY sequence DESC LIMIT 1")
        else { return nil }
        guard let event = ConsentEvent(record: row["record"] as String) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        return (LedgerHead(sequence: row["sequence"], digest: Array(row["digest"] as Data)), event.recorded)
    }
}
