import Consent
import Crypto
import GRDB

/// One pass over the chain.
struct ChainCheck {
    let noted: [UInt8]?
    var foundNoted = false
    var head: LedgerHead?
    var problem: LedgerProblem?
    /// The last event of each person that gave them an address.
    var identities: [Int64: Binding] = [:]
    var table = NoticeTable()
    /// The notices that events name, each with the first that does, in their order.
    var notices: [(notice: NoticeTable.Index, sequence: Int64)] = []

    /// The events beside which something was recorded.
    var details: [(sequence: Int64, subject: Int64)] = []
    /// The codes of addresses that imports may not bring back.
    var suppressions: [(code: String, sequence: Int64)] = []

    struct Binding {
        var sequence: Int64
        var commitment: IdentityDigest?
        var isErased = false
    }

    init(noted: [UInt8]?) { self.noted = noted }

    mutating func run(_ db: Database) throws {
        let rows = try RawStatement(db, sql: "SELECT sequence, record, digest, subject FROM event ORDER BY sequence")
        var expected: Int64 = 1
        var previous = LedgerHead.beginning
        while try rows.step() {
            let sequence = rows.integer(0)
            guard sequence == expected else {
                problem = .removed(sequence: expected)
                return
            }
            let record = rows.bytes(1)
            let stored = rows.bytes(2)
            var hash = SHA256()
            previous.withUnsafeBytes { hash.update(bufferPointer: $0) }
            hash.update(bufferPointer: record)
            hash.finalize().withUnsafeBytes { digest in
                previous.withUnsafeMutableBytes { $0.copyMemory(from: digest) }
            }
            guard stored.elementsEqual(previous), let event = EventBinding(record: record, notices: &table),
                event.subject == rows.integer(3)
            else {
                problem = .changed(sequence: sequence)
                return
            }
            if let noted, noted == previous { foundNoted = true }
            bind(event, record, sequence)
            expected += 1
        }
        if expected > 1 { head = LedgerHead(sequence: expected - 1, digest: previous) }
    }

    private mutating func bind(_ event: EventBinding, _ record: UnsafeRawBufferPointer, _ sequence: Int64) {
        if let notice = event.notice, !notices.contains(where: { $0.notice == notice }) {
            notices.append((notice, sequence))
        }
        if let code = event.suppression {
            suppressions.append((String(decoding: record[code], as: UTF8.self), sequence))
        }
        if event.hasDetails { details.append((sequence, event.subject)) }
        guard event.subject != 0 else { return }
        if let identity = event.identity {
            identities[event.subject] = Binding(sequence: sequence, commitment: IdentityDigest(hex: record[identity]))
        } else if event.isErasure {
            identities[event.subject]?.isErased = true
        }
    }
}
