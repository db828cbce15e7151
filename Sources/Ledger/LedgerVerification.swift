import Consent
import Dispatch
import GRDB
import Mail
import Synchronization

/// What a check of the whole ledger found.
public struct LedgerVerification: Hashable, Sendable {
    /// How many events there are.
    public let events: Int64
    /// The end of the chain; nil where there are no events.
    public let head: LedgerHead?
    /// The first thing that is wrong; nil where nothing is.
    public let problem: LedgerProblem?
}

extension Ledger {
    /// Checks every event against the chain, and people, notices and details against the events that name their digests.
    ///
    /// Whoever can write the file can also write a whole new chain; only a digest noted elsewhere, as each export prints it,
    /// shows that.
    /// - Parameter noted: a digest that was the end of the chain once, in hexadecimal; nil to check without one.
    /// - Throws: ``LedgerError``.
    public func verify(noted: String? = nil) throws -> LedgerVerification {
        // The file's pages and the chain are looked at by two threads: each takes as long as the other.
        let damage = Mutex<Result<String?, any Error>>(.success(nil))
        let end = DispatchSemaphore(value: 0)
        DispatchQueue.global().async { [path] in
            let result = Result { try Ledger(reading: path).read(Self.damage) }
            damage.withLock { $0 = result }
            end.signal()
        }
        let checked = Result { try read { db in try Self.check(db, noted: noted) } }
        end.wait()
        if let reason = try damage.withLock({ $0 }).get() {
            return LedgerVerification(events: 0, head: nil, problem: .file(reason: reason))
        }
        return try checked.get()
    }

    private static func check(_ db: Database, noted: String?) throws -> LedgerVerification {
        var chain = ChainCheck(noted: noted.flatMap { Digest.bytes(hex: $0) })
        try chain.run(db)
        var problem = chain.problem
        if problem == nil, let noted, !chain.foundNoted { problem = .headIsGone(digest: noted) }
        if problem == nil { problem = try companionProblem(db, chain) }
        return LedgerVerification(events: chain.head?.sequence ?? 0, head: chain.head, problem: problem)
    }

    /// What SQLite finds wrong with its pages; nil where nothing is.
    private static func damage(_ db: Database) throws -> String? {
        let result = try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
        return result == "ok" ? nil : result
    }

    /// The first thing beside the chain that is not what its events say; nil where all is.
    private static func companionProblem(_ db: Database, _ chain: ChainCheck) throws -> LedgerProblem? {
        try rowProblem(db) ?? identityProblem(db, chain) ?? noticeProblem(db, chain) ?? detailProblem(db, chain)
            ?? suppressionProblem(db, chain) ?? triggerProblem(db)
    }

    private static func rowProblem(_ db: Database) throws -> LedgerProblem? {
        try String.fetchOne(db, sql: "SELECT \"table\" FROM pragma_foreign_key_check").map {
            .rowWithoutEvent(table: $0)
        }
    }

    private static func identityProblem(_ db: Database, _ chain: ChainCheck) throws -> LedgerProblem? {
        var last = chain.identities
        let rows = try RawStatement(
            db, sql: "SELECT subject, address, name, salt, key, folded FROM identity ORDER BY subject")
        while try rows.step() {
            let subject = rows.integer(0)
            guard let binding = last.removeValue(forKey: subject), !binding.isErased else {
                return SubjectID(subject).map { .identityWithoutEvents(subject: $0) }
            }
            let identity = Identity(address: rows.text(1), name: rows.text(2))
            guard IdentityDigest(hex: identity.commitment(salt: Array(rows.bytes(3)))) == binding.commitment,
                // People are found by these two.
                let address = try? EmailAddress(identity.address), address.key == rows.text(4),
                address.folded == rows.text(5)
            else { return .identityChanged(sequence: binding.sequence) }
        }
        return last.values.filter { !$0.isErased }.map(\.sequence).min().map { .identityRemoved(sequence: $0) }
    }

    private static func noticeProblem(_ db: Database, _ chain: ChainCheck) throws -> LedgerProblem? {
        var known: Set<String> = []
        for row in try Row.fetchAll(db, sql: "SELECT digest, content FROM notice") {
            guard Digest.hex(of: Array((row[1] as String).utf8)) == row[0] else {
                return .noticeChanged(digest: row[0])
            }
            known.insert(row[0])
        }
        return chain.notices.first { !known.contains(chain.table[$0.notice]) }.map {
            .noticeRemoved(sequence: $0.sequence)
        }
    }

    private static func detailProblem(_ db: Database, _ chain: ChainCheck) throws -> LedgerProblem? {
        let rows = try RawStatement(
            db,
            sql: """
                SELECT detail.event, detail.salt, detail.content, json_extract(event.record, '$.details')
                FROM detail JOIN event ON event.sequence = detail.event ORDER BY detail.event
                """)
        var there: Set<Int64> = []
        while try rows.step() {
            guard Digest.hex(of: Array(rows.bytes(1)), Array(rows.bytes(2))) == rows.text(3) else {
                return .detailsChanged(sequence: rows.integer(0))
            }
            there.insert(rows.integer(0))
        }
        return chain.details.first { !there.contains($0.sequence) && chain.identities[$0.subject]?.isErased == false }
            .map { .detailsRemoved(sequence: $0.sequence) }
    }

    private static func suppressionProblem(_ db: Database, _ chain: ChainCheck) throws -> LedgerProblem? {
        let codes = Set(try String.fetchAll(db, sql: "SELECT lower(hex(code)) FROM suppression"))
        if let gone = chain.suppressions.first(where: { !codes.contains($0.code) }) {
            return .suppressionChanged(sequence: gone.sequence)
        }
        let told = Set(chain.suppressions.map(\.code))
        return codes.isSubset(of: told) ? nil : .suppressionChanged(sequence: chain.head?.sequence ?? 0)
    }

    private static func triggerProblem(_ db: Database) throws -> LedgerProblem? {
        let there = Set(try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'trigger'"))
        return there == Set(LedgerSchema.triggers) ? nil : .triggersChanged
    }
}
