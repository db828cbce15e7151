import Consent
import GRDB
import Mail

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
        try read { db in
            let last = try Int64.fetchOne(db, sql: "SELECT coalesce(max(sequence), 0) FROM event") ?? 0
            // The chain is looked at beside what its events name: each takes as long as the other. Events after the last came
            // later, and those before it never change.
            let aside = Aside { [path] in
                try Ledger(reading: path).read { db in
                    (
                        try Self.damage(db), try Self.rowProblem(db),
                        try ChainCheck(db, through: last, noted: noted.flatMap { Digest.bytes(hex: $0) })
                    )
                }
            }
            let bindings = Result { try BindingCheck(db) }
            guard let (damage, row, chain) = try aside.value() else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
            let problem =
                try damage.map { .file(reason: $0) } ?? Self.eventProblem(chain, try bindings.get(), noted: noted)
                ?? row ?? Self.companionProblem(db, try bindings.get(), last: last)
            return LedgerVerification(events: last, head: chain.head, problem: problem)
        }
    }

    /// The first event that is not what was written.
    private static func eventProblem(_ chain: ChainCheck, _ bindings: BindingCheck, noted: String?) -> LedgerProblem? {
        if let problem = chain.problem ?? bindings.problem { return problem }
        return noted.flatMap { chain.foundNoted ? nil : .headIsGone(digest: $0) }
    }

    /// What SQLite finds wrong with the pages of tables other than that of events; nil where nothing is.
    private static func damage(_ db: Database) throws -> String? {
        let tables = try String.fetchAll(
            db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'event' ORDER BY name")
        for table in tables {
            let result = try String.fetchOne(
                db, sql: "SELECT quick_check FROM pragma_quick_check(?)", arguments: [table])
            if let result, result != "ok" { return result }
        }
        // People's events are found by the index alone: it has to have all of them.
        let counts = try ["NOT INDEXED", "INDEXED BY event_subject"].map { way in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM event \(way) WHERE subject > 0")
        }
        return counts[0] == counts[1] ? nil : "the index of people's events lacks some"
    }

    /// The first thing beside the chain that is not what its events say; nil where all is.
    private static func companionProblem(_ db: Database, _ bindings: BindingCheck, last: Int64) throws -> LedgerProblem?
    {
        try identityProblem(db, bindings) ?? noticeProblem(db, bindings) ?? detailProblem(
            db, bindings)
            ?? suppressionProblem(db, bindings, last: last) ?? triggerProblem(db)
    }

    private static func rowProblem(_ db: Database) throws -> LedgerProblem? {
        try String.fetchOne(db, sql: "SELECT \"table\" FROM pragma_foreign_key_check").map {
            .rowWithoutEvent(table: $0)
        }
    }

    private static func identityProblem(_ db: Database, _ bindings: BindingCheck) throws -> LedgerProblem? {
        var last = bindings.identities
        let rows = try RawStatement(
            db, sql: "SELECT subject, address, name, salt, key, folded FROM identity ORDER BY subject")
        while try rows.step() {
            let subject = rows.integer(0)
            guard let binding = last.removeValue(forKey: subject), !binding.isErased else {
                return SubjectID(subject).map { .identityWithoutEvents(subject: $0) }
            }
            let identity = Identity(address: rows.text(1), name: rows.text(2))
            guard StoredDigest(bytes: identity.commitmentBytes(salt: Array(rows.bytes(3)))) == binding.commitment,
                // People are found by these two.
                let address = try? EmailAddress(identity.address), address.key == rows.text(4),
                address.folded == rows.text(5)
            else { return .identityChanged(sequence: binding.sequence) }
        }
        return last.values.filter { !$0.isErased }.map(\.sequence).min().map { .identityRemoved(sequence: $0) }
    }

    private static func noticeProblem(_ db: Database, _ bindings: BindingCheck) throws -> LedgerProblem? {
        var known: Set<String> = []
        for row in try Row.fetchAll(db, sql: "SELECT digest, content FROM notice") {
            guard Digest.hex(of: Array((row[1] as String).utf8)) == row[0] else {
                return .noticeChanged(digest: row[0])
            }
            known.insert(row[0])
        }
        return bindings.notices.first { !known.contains(bindings.table[$0.notice]) }.map {
            .noticeRemoved(sequence: $0.sequence)
        }
    }

    private static func detailProblem(_ db: Database, _ bindings: BindingCheck) throws -> LedgerProblem? {
        let rows = try RawStatement(db, sql: "SELECT event, salt, content FROM detail ORDER BY event")
        var hasRow = try rows.step()
        for told in bindings.details {
            guard hasRow, rows.integer(0) == told.sequence else {
                if bindings.identities[told.subject]?.isErased == false {
                    return .detailsRemoved(sequence: told.sequence)
                }
                continue
            }
            guard StoredDigest(bytes: Digest.bytes(of: Array(rows.bytes(1)), Array(rows.bytes(2)))) == told.digest
            else {
                return .detailsChanged(sequence: told.sequence)
            }
            hasRow = try rows.step()
        }
        return hasRow ? .detailsChanged(sequence: rows.integer(0)) : nil
    }

    private static func suppressionProblem(_ db: Database, _ bindings: BindingCheck, last: Int64) throws
        -> LedgerProblem?
    {
        let codes = Set(try String.fetchAll(db, sql: "SELECT lower(hex(code)) FROM suppression"))
        if let gone = bindings.suppressions.first(where: { !codes.contains($0.code) }) {
            return .suppressionChanged(sequence: gone.sequence)
        }
        let told = Set(bindings.suppressions.map(\.code))
        return codes.isSubset(of: told) ? nil : .suppressionChanged(sequence: last)
    }

    private static func triggerProblem(_ db: Database) throws -> LedgerProblem? {
        let there = Set(try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'trigger'"))
        return there == Set(LedgerSchema.triggers) ? nil : .triggersChanged
    }
}
