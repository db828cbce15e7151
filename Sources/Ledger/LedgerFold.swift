import Consent
import GRDB

/// All events of people at one moment, as small as a fold needs them.
struct LedgerFold {
    /// The last event of a person.
    let head: LedgerHead?
    private var events: [FoldEvent] = []
    private var notices = NoticeTable()

    /// Reads every event.
    init(_ db: Database) throws {
        let rows = try RawStatement(db, sql: "SELECT sequence, record, digest FROM event ORDER BY sequence")
        events.reserveCapacity(try Int.fetchOne(db, sql: "SELECT coalesce(max(sequence), 0) FROM event") ?? 0)
        var head: LedgerHead?
        while try rows.step() {
            let sequence = rows.integer(0)
            guard let event = FoldEvent(record: rows.bytes(1), sequence: sequence, notices: &notices) else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT)
            }
            guard event.subject != 0 else { continue }
            events.append(event)
            head = LedgerHead(sequence: sequence, digest: Array(rows.bytes(2)))
        }
        self.head = head
        events.sort()
    }

    /// Everybody who was not erased, by address.
    func subscribers(_ db: Database) throws -> [Subscriber] {
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
        // Bytes, not characters: the same order everywhere, and several times as fast.
        return subscribers.sorted { $0.identity.address.utf8.lexicographicallyPrecedes($1.identity.address.utf8) }
    }
}
