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

    /// Puts a backup in a ledger's place, after it was checked. A ledger that is there stays beside it under another name.
    /// - Parameters:
    ///   - backup: the backup.
    ///   - path: the ledger's place.
    ///   - losesEvents: whether a ledger in place may have events that the backup lacks, or be unreadable.
    /// - Returns: the restored ledger, and where the old one is now; nil where there was none.
    /// - Throws: ``LedgerCopyError`` and ``LedgerError``.
    public static func restore(_ backup: String, to path: String, losesEvents: Bool) throws -> (
        ledger: LedgerCopy, old: String?
    ) {
        let source = try Ledger(reading: backup)
        let verification = try source.verify()
        if let problem = verification.problem { throw LedgerCopyError.unsound(path: backup, problem: problem) }
        let isInPlace = access(path, F_OK) == 0
        if let user = LockHolder.describe(path, isWriting: false) { throw LedgerCopyError.inUse(by: user) }
        if isInPlace, !losesEvents {
            let current = try Ledger(reading: path).head()
            // What the backup's end is must be a part of the ledger's chain, else they are two histories.
            guard let current else { return (try replace(path, with: source, verification), nil) }
            let missing = current.sequence - (verification.head?.sequence ?? 0)
            guard missing <= 0, try source.verify(noted: current.hex).problem == nil else {
                throw LedgerCopyError.loses(events: missing > 0 ? missing : current.sequence)
            }
        }
        let old = isInPlace ? try moveAside(path) : nil
        return (try replace(path, with: source, verification), old)
    }

    private static func replace(_ path: String, with source: Ledger, _ verification: LedgerVerification) throws
        -> LedgerCopy
    {
        if access(path, F_OK) == 0 { removeDatabase(path) }
        return try source.backup(to: path)
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
