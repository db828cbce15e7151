import Consent
import Crypto
import Dispatch
import Foundation
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

/// What can be wrong with a ledger.
public enum LedgerProblem: Hashable, Sendable, CustomStringConvertible {
    /// The event at a place has other words than were digested, or is not the one that was written there.
    case changed(sequence: Int64)
    /// The event at a place is not there.
    case removed(sequence: Int64)
    /// No event has the digest that was noted elsewhere: the end was cut off, or the chain was written anew.
    case headIsGone(digest: String)
    /// A person's address or name was changed without an event that says so; the place is that of the last that does.
    case identityChanged(sequence: Int64)
    /// A person is gone without an event that says so; the place is that of their last event.
    case identityRemoved(sequence: Int64)
    /// There is somebody whose events are not there.
    case identityWithoutEvents(subject: SubjectID)
    /// What was recorded beside an event was changed.
    case detailsChanged(sequence: Int64)
    /// A notice has other words than were digested.
    case noticeChanged(digest: String)
    /// An event names a notice whose words are not there.
    case noticeRemoved(sequence: Int64)
    /// An event names details that are not there, though nobody was erased.
    case detailsRemoved(sequence: Int64)
    /// The code of an address that imports may not bring back is not what an event says.
    case suppressionChanged(sequence: Int64)
    /// What keeps events from being changed was taken out of the database.
    case triggersChanged
    /// A row belongs to an event that is not there: events were cut off at the end.
    case rowWithoutEvent(table: String)
    /// SQLite's own check of the file found something.
    case file(reason: String)

    /// What is wrong, in one sentence without a full stop. It names no person.
    public var description: String {
        switch self {
        case .changed(let sequence): "event \(sequence) is not the one that was written: it, or its place, was changed"
        case .removed(let sequence): "event \(sequence) was removed"
        case .headIsGone(let digest):
            "no event has the digest \(digest): events were cut off at the end, or the chain was written anew"
        case .identityChanged(let sequence): "whose event \(sequence) is was changed after it was written"
        case .identityRemoved(let sequence): "whose event \(sequence) is was removed without an erasure"
        case .identityWithoutEvents(let subject): "subject \(subject.number) has an address but no event that gave it"
        case .detailsChanged(let sequence): "what was recorded beside event \(sequence) was changed"
        case .noticeChanged(let digest): "the words of notice \(digest) were changed"
        case .noticeRemoved(let sequence): "the words that event \(sequence) names are not there"
        case .detailsRemoved(let sequence): "what was recorded beside event \(sequence) was removed without an erasure"
        case .suppressionChanged(let sequence):
            "what keeps imports from bringing an address back, which event \(sequence) says, was changed"
        case .triggersChanged: "what keeps events from being changed was taken out of the database"
        case .rowWithoutEvent(let table):
            "the table \(table) names an event that is not there: events were cut off at the end"
        case .file(let reason): "the file is damaged: \(reason)"
        }
    }
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

/// One pass over the chain.
private struct ChainCheck {
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

/// The digest of an identity, without memory of its own: there is one for each person.
private struct IdentityDigest: Equatable {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// Reads 64 hexadecimal digits in lower case; nil for anything else.
    init?(hex: some Collection<UInt8>) {
        guard hex.count == 64 else { return nil }
        for digit in hex {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            default: return nil
            }
            words.0 = words.0 << 4 | words.1 >> 60
            words.1 = words.1 << 4 | words.2 >> 60
            words.2 = words.2 << 4 | words.3 >> 60
            words.3 = words.3 << 4 | UInt64(value)
        }
    }

    init?(hex: String) { self.init(hex: Array(hex.utf8)) }

    static func == (left: Self, right: Self) -> Bool { left.words == right.words }
}
