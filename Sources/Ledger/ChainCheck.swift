import Consent
import Crypto
import GRDB

/// One pass over the chain: whether each digest is of the one before it and of the record.
struct ChainCheck: Sendable {
    /// The end of the chain; nil where it has no events, or where something is wrong.
    private(set) var head: LedgerHead?
    /// Whether the digest that was noted elsewhere is one of the chain's.
    private(set) var foundNoted = false
    /// The first event that is not the one that was written.
    private(set) var problem: LedgerProblem?

    /// - Parameters:
    ///   - last: the place of the last event that is looked at: those after it came later.
    ///   - noted: the digest that was noted elsewhere; nil to look for none.
    init(_ db: Database, through last: Int64, noted: [UInt8]?) throws {
        let rows = try RawStatement(db, sql: "SELECT sequence, record, digest FROM event ORDER BY sequence")
        var expected: Int64 = 1
        var previous = LedgerHead.beginning
        while try expected <= last && rows.step() {
            guard rows.integer(0) == expected else { break }
            let stored = rows.bytes(2)
            var hash = SHA256()
            previous.withUnsafeBytes { hash.update(bufferPointer: $0) }
            hash.update(bufferPointer: rows.bytes(1))
            hash.finalize().withUnsafeBytes { digest in
                previous.withUnsafeMutableBytes { $0.copyMemory(from: digest) }
            }
            guard stored.elementsEqual(previous) else {
                problem = .changed(sequence: expected)
                return
            }
            if let noted, noted == previous { foundNoted = true }
            expected += 1
        }
        if expected <= last { problem = .removed(sequence: expected) }
        if expected > 1 { head = LedgerHead(sequence: expected - 1, digest: previous) }
    }
}
