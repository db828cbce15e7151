import Consent
import Foundation
import GRDB

/// A copy of a ledger that was checked.
public struct LedgerCopy: Hashable, Sendable {
    /// Where it is.
    public let path: String
    /// How many events it has.
    public let events: Int64
    /// The end of its chain, in hexadecimal; nil where it has no events.
    public let head: String?
}

/// What a restoration did.
public struct Restoration: Hashable, Sendable {
    /// The restored ledger.
    public let ledger: LedgerCopy
    /// Where the ledger is now that was in place; nil where there was none.
    public let old: String?
    /// How many erasures that the backup lacked were made again.
    public let erasures: Int
}

/// Why a backup or a restoration didn't take place.
public enum LedgerCopyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is a file already.
    case exists(path: String)
    /// The copy was made and then found to be wrong.
    case unsound(path: String, problem: LedgerProblem)
    /// The ledger in place has events that the backup lacks; so many.
    case loses(events: Int64)
    /// Another process has the ledger open; it would go on writing the old one.
    case inUse(by: String)
    /// The file system said no.
    case failed(path: String, reason: String)

    /// What is wrong, in one sentence without a full stop.
    public var description: String {
        switch self {
        case .exists: "this file is there already; nothing was written"
        case .unsound(_, let problem): "this copy was not used: \(problem)"
        case .loses(let events):
            "the ledger has \(events) event\(events == 1 ? "" : "s") that this backup lacks; nothing was changed"
        case .inUse(let user): "the ledger is in use by \(user); nothing was changed"
        case .failed(_, let reason): reason
        }
    }
}

extension Ledger {
    /// Copies the ledger, at one moment, while it may be in use, and checks the copy.
    /// - Parameter path: where to; there must be no file yet. It is readable by this account alone (0600).
    /// - Throws: ``LedgerCopyError`` and ``LedgerError``.
    public func backup(to path: String) throws -> LedgerCopy {
        guard access(path, F_OK) != 0 else { throw LedgerCopyError.exists(path: path) }
        let temporary = path + ".\(getpid()).part"
        defer { Self.removeDatabase(temporary) }
        let descriptor = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw LedgerCopyError.failed(path: path, reason: String(cString: strerror(errno)))
        }
        close(descriptor)
        do {
            let copy = try DatabaseQueue(path: temporary)
            try database.backup(to: copy)
            // One file without companions: what is copied elsewhere is whole.
            try copy.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        }
        let copy = try Self.checked(temporary)
        // A hard link fails where somebody made the file meanwhile; a renaming would replace it.
        guard link(temporary, path) == 0 else {
            if errno == EEXIST { throw LedgerCopyError.exists(path: path) }
            throw LedgerCopyError.failed(path: path, reason: String(cString: strerror(errno)))
        }
        return LedgerCopy(path: path, events: copy.events, head: copy.head?.hex)
    }

    /// Puts a backup in a ledger's place, after it was checked. A ledger that is there stays beside it under another name, and
    /// whoever it had erased is erased again.
    /// - Parameters:
    ///   - backup: the backup.
    ///   - path: the ledger's place.
    ///   - losesEvents: whether a ledger in place may have events that the backup lacks, or be unreadable.
    ///   - now: the time by the clock, in seconds since 1970-01-01T00:00:00Z.
    /// - Throws: ``LedgerCopyError`` and ``LedgerError``.
    public static func restore(_ backup: String, to path: String, losesEvents: Bool, at now: Int) throws -> Restoration
    {
        let source = try Ledger(reading: backup)
        let verification = try source.verify()
        if let problem = verification.problem { throw LedgerCopyError.unsound(path: backup, problem: problem) }
        let isInPlace = access(path, F_OK) == 0
        if let user = LockHolder.describe(path, isWriting: false) { throw LedgerCopyError.inUse(by: user) }
        if isInPlace, !losesEvents, let current = try Ledger(reading: path).head() {
            // What the ledger's end is must be a part of the backup's chain, else they are two histories.
            let missing = current.sequence - (verification.head?.sequence ?? 0)
            guard missing <= 0, try source.verify(noted: current.hex).problem == nil else {
                throw LedgerCopyError.loses(events: missing > 0 ? missing : current.sequence)
            }
        }
        // The copy is whole before the ledger in place is touched: a full disk leaves that where it is.
        let copy = "\(path).restored-\(getpid())"
        defer { removeDatabase(copy) }
        _ = try source.backup(to: copy)
        var erasures = 0
        if isInPlace, let old = try? Ledger(reading: path) { erasures = try repeatErasures(of: old, in: copy, at: now) }
        let old = isInPlace ? try moveAside(path) : nil
        guard rename(copy, path) == 0 else {
            throw LedgerCopyError.failed(path: path, reason: String(cString: strerror(errno)))
        }
        let head = try Ledger(reading: path).head()
        return Restoration(
            ledger: LedgerCopy(path: path, events: head?.sequence ?? 0, head: head?.hex), old: old, erasures: erasures)
    }

    /// Erases in a copy whoever another ledger has erased.
    /// - Returns: how many people that were.
    private static func repeatErasures(of old: Ledger, in path: String, at now: Int) throws -> Int {
        let ledger = try Ledger(path: path)
        // Two ledgers that were begun apart know nothing of each other's codes and numbers.
        guard try ledger.key(.suppression) == old.key(.suppression) else { return 0 }
        let erased = try old.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT event.subject, json_extract(event.record, '$.suppression'), suppression.since
                    FROM event LEFT JOIN suppression
                    ON lower(hex(suppression.code)) = json_extract(event.record, '$.suppression')
                    WHERE json_extract(event.record, '$.kind') = 'erased'
                    """
            ).map {
                (subject: ($0[0] as Int64?).flatMap { SubjectID($0) }, code: $0[1] as String?, since: $0[2] as Int?)
            }
        }
        let count = try ledger.write(at: now) { writer in
            var count = 0
            for (subject, code, since) in erased {
                count += try writer.repeatErasure(of: subject, code: code, since: since ?? now) ? 1 : 0
            }
            return count
        }
        _ = ledger.emptyLog()
        try ledger.database.close()
        return count
    }

    /// Renames a ledger and its companions to the first free name.
    private static func moveAside(_ path: String) throws -> String {
        var number = 1
        while access("\(path).old-\(number)", F_OK) == 0 { number += 1 }
        let old = "\(path).old-\(number)"
        for suffix in ["-wal", "-shm", ""] where access(path + suffix, F_OK) == 0 {
            guard rename(path + suffix, old + suffix) == 0 else {
                throw LedgerCopyError.failed(path: path, reason: String(cString: strerror(errno)))
            }
        }
        return old
    }

    private static func checked(_ path: String) throws -> LedgerVerification {
        let verification = try Ledger(reading: path).verify()
        if let problem = verification.problem { throw LedgerCopyError.unsound(path: path, problem: problem) }
        return verification
    }

    private static func removeDatabase(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }
}
