import Consent
import Foundation
import GRDB
import Mail

/// Everything that a ledger tells at one moment, but for single events.
public struct LedgerSnapshot: Sendable {
    /// Everybody on record, by number: whoever shows them puts them in the order that is to be seen.
    public let subscribers: [Subscriber]
    /// The notices, by digest.
    public let notices: [String: Notice]
    /// The last event of a person: what the subscribers rest on; nil where there is none.
    public let head: LedgerHead?

    /// Creates a snapshot.
    public init(subscribers: [Subscriber], notices: [String: Notice], head: LedgerHead?) {
        self.subscribers = subscribers
        self.notices = notices
        self.head = head
    }

    /// A ledger in which nothing happened yet.
    public static let empty = LedgerSnapshot(subscribers: [], notices: [:], head: nil)
}

extension Ledger {
    /// The end of the chain; nil where there are no events.
    /// - Throws: ``LedgerError``.
    public func head() throws -> LedgerHead? {
        try read { db in try LedgerHead.fetch(db)?.head }
    }

    /// Everybody on record and where their consent stands, at one moment.
    /// - Throws: ``LedgerError``.
    public func snapshot() throws -> LedgerSnapshot {
        try read { db in
            let fold = try LedgerFold.snapshot(db)
            return LedgerSnapshot(subscribers: fold.subscribers, notices: try Self.notices(db), head: fold.head)
        }
    }

    /// The people whose address this is, in any spelling that differs in the case before the `@` alone, each with their events.
    /// - Throws: ``LedgerError``.
    public func people(of address: EmailAddress) throws -> [(subscriber: Subscriber, entries: [LedgerEntry])] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: "SELECT subject, address, name FROM identity WHERE folded = ? ORDER BY subject")
            return try Row.fetchAll(statement, arguments: [address.folded]).compactMap { row in
                guard let subject = SubjectID(row[0]) else { return nil }
                let entries = try Self.entries(db, of: subject)
                var notices = NoticeTable()
                let state = ConsentState.fold(
                    entries.map { FoldEvent($0.event, sequence: $0.sequence, notices: &notices) })
                let subscriber = Subscriber(
                    subject: subject, identity: Identity(address: row[1], name: row[2]), state: state,
                    notice: state.notice.map { notices[$0] })
                return (subscriber, entries)
            }
        }
    }

    /// Whether somebody asked to be forgotten under this address.
    /// - Throws: ``LedgerError``.
    public func isSuppressed(_ address: EmailAddress) throws -> Bool {
        try read { db in try LedgerWriter.suppression(of: address, db).map { $0.subject == nil } ?? false }
    }

    /// What was last given out for a tool; nil where nothing was.
    /// - Throws: ``LedgerError``.
    public func lastExport(for tool: String) throws -> ExportSummary? {
        try read { db in
            // The audit trail alone has no subject.
            let records = try String.fetchCursor(
                db,
                sql: "SELECT record FROM event WHERE subject IS NULL ORDER BY sequence DESC")
            while let record = try records.next() {
                if let export = ConsentEvent(record: record)?.export, export.tool == tool { return export }
            }
            return nil
        }
    }

    /// All notices, by digest.
    /// - Throws: ``LedgerError``.
    public func notices() throws -> [String: Notice] {
        try read { db in try Self.notices(db) }
    }

    private static func notices(_ db: Database) throws -> [String: Notice] {
        var notices: [String: Notice] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT digest, content FROM notice") {
            guard let notice = Notice(canonicalJSON: Array((row[1] as String).utf8)), notice.digest == row[0] else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT)
            }
            notices[notice.digest] = notice
        }
        return notices
    }

    /// Requests whose confirmation mails were not handed over, the oldest first.
    /// - Throws: ``LedgerError``.
    public func pendingConfirmations(limit: Int) throws -> [PendingConfirmation] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT outbox.request, identity.subject, identity.address, identity.name,
                        json_extract(event.record, '$.language')
                    FROM outbox JOIN event ON event.sequence = outbox.request
                    JOIN identity ON identity.subject = event.subject ORDER BY outbox.request LIMIT ?
                    """)
            return try Row.fetchAll(statement, arguments: [limit]).compactMap { row in
                SubjectID(row[1]).map {
                    PendingConfirmation(
                        request: row[0], subject: $0, identity: Identity(address: row[2], name: row[3]),
                        language: row[4])
                }
            }
        }
    }

    /// The events of some people, each person's in the order of the ledger.
    /// - Throws: ``LedgerError``.
    public func history(of subjects: [SubjectID]) throws -> [LedgerEntry] {
        try read { db in try subjects.flatMap { try Self.entries(db, of: $0) } }
    }

    private static func entries(_ db: Database, of subject: SubjectID) throws -> [LedgerEntry] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT event.sequence, event.digest, event.record, detail.content
                FROM event LEFT JOIN detail ON detail.event = event.sequence
                WHERE event.subject = ? ORDER BY event.sequence
                """)
        return try Row.fetchAll(statement, arguments: [subject.number]).map(entry)
    }

    static func entry(_ row: Row) throws -> LedgerEntry {
        guard let event = ConsentEvent(record: row[2] as String) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        return LedgerEntry(
            sequence: row[0], digest: Digest.hex(Array(row[1] as Data)), event: event,
            details: (row[3] as String?).flatMap { ConsentDetails(canonicalJSON: Array($0.utf8)) })
    }
}
