import Consent
import Foundation
import GRDB

/// All events of people at one moment, as small as a fold needs them.
struct LedgerFold {
    private let head: LedgerHead?
    private var events: [FoldEvent] = []
    private var notices = NoticeTable()

    /// Everybody who was not erased, by number, and the last event of a person.
    static func snapshot(_ db: Database) throws -> (subscribers: [Subscriber], head: LedgerHead?) {
        // Each page is read once: to keep 64 MB of them would be all for nothing.
        let cacheSize = try Int.fetchOne(db, sql: "PRAGMA cache_size") ?? 0
        try db.execute(sql: "PRAGMA cache_size = -2000")
        defer { try? db.execute(sql: "PRAGMA cache_size = \(cacheSize)") }
        let fold = try LedgerFold(db)
        return (try fold.subscribers(db), fold.head)
    }

    /// Reads every event.
    private init(_ db: Database) throws {
        let rows = try RawStatement(db, sql: "SELECT sequence, record FROM event ORDER BY sequence")
        events.reserveCapacity(try Int.fetchOne(db, sql: "SELECT coalesce(max(sequence), 0) FROM event") ?? 0)
        var last: Int64 = 0
        while try rows.step() {
            let sequence = rows.integer(0)
            guard let event = FoldEvent(record: rows.bytes(1), sequence: sequence, notices: &notices) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT)
            }
            guard event.subject != 0 else { continue }
            events.append(event)
            last = sequence
        }
        head = try Data.fetchOne(db, sql: "SELECT digest FROM event WHERE sequence = ?", arguments: [last])
            .map { LedgerHead(sequence: last, digest: Array($0)) }
        events.sort()
    }

    private func subscribers(_ db: Database) throws -> [Subscriber] {
        let rows = try RawStatement(db, sql: "SELECT subject, address, name FROM identity ORDER BY subject")
        var subscribers: [Subscriber] = []
        subscribers.reserveCapacity(try Int.fetchOne(db, sql: "SELECT count(*) FROM identity") ?? 0)
        var index = 0
        while try rows.step() {
            let number = rows.integer(0)
            while index < events.count, events[index].subject < number { index += 1 }
            let start = index
            while index < events.count, events[index].subject == number { index += 1 }
            guard let subject = SubjectID(number) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
            let state = ConsentState.fold(sorted: events[start..<index])
            subscribers.append(
                Subscriber(
                    subject: subject,
                    identity: Identity(
                        address: rows.text(1),
                        name: rows.text(2)), state: state,
                    notice: state.notice.map { notices[$0] }))
        }
        return subscribers
    }
}
