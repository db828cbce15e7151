import Consent
import GRDB

/// One pass over the events for what stands beside them: who they bind, and which notices, details and suppressed addresses they
/// name.
struct BindingCheck {
    /// The last event of each person that gave them an address.
    private(set) var identities: [Int64: Binding] = [:]
    private(set) var table = NoticeTable()
    /// The notices that events name, each with the first that does, in their order.
    private(set) var notices: [(notice: NoticeTable.Index, sequence: Int64)] = []

    /// The events beside which something was recorded.
    private(set) var details: [(sequence: Int64, subject: Int64, digest: StoredDigest?)] = []
    /// The codes of addresses that imports may not bring back.
    private(set) var suppressions: [(code: String, sequence: Int64)] = []

    struct Binding {
        var sequence: Int64
        var commitment: StoredDigest?
        var isErased = false
    }

    /// The first event that is none, or that the index has under another person.
    private(set) var problem: LedgerProblem?

    init(_ db: Database) throws {
        identities.reserveCapacity(try Int.fetchOne(db, sql: "SELECT count(*) FROM identity") ?? 0)
        let rows = try RawStatement(db, sql: "SELECT sequence, record, subject FROM event ORDER BY sequence")
        while try rows.step() {
            let record = rows.bytes(1)
            guard let event = EventBinding(record: record, notices: &table), event.subject == rows.integer(2) else {
                problem = .changed(sequence: rows.integer(0))
                return
            }
            bind(event, record, rows.integer(0))
        }
    }

    private mutating func bind(_ event: EventBinding, _ record: UnsafeRawBufferPointer, _ sequence: Int64) {
        if let notice = event.notice, !notices.contains(where: { $0.notice == notice }) {
            notices.append((notice, sequence))
        }
        if let code = event.suppression {
            suppressions.append((String(decoding: record[code], as: UTF8.self), sequence))
        }
        if let digest = event.details {
            details.append(
                (sequence, event.subject, StoredDigest(hex: UnsafeRawBufferPointer(rebasing: record[digest]))))
        }
        guard event.subject != 0 else { return }
        if let identity = event.identity {
            identities[event.subject] = Binding(
                sequence: sequence, commitment: StoredDigest(hex: UnsafeRawBufferPointer(rebasing: record[identity])))
        } else if event.isErasure {
            identities[event.subject]?.isErased = true
        }
    }
}
