import Consent
import Foundation
import GRDB

/// What happened to everybody's consent: an append-only chain of events in an SQLite file, with who people are apart from it.
///
/// The file is in WAL mode, so that reading goes on while somebody writes; each transaction is on disk when it returns. Any
/// number of processes may use one ledger: they write one after the other.
public final class Ledger: Sendable {
    /// The file.
    public let path: String

    let database: any DatabaseWriter

    /// Opens a ledger.
    /// - Parameters:
    ///   - path: the file. A new one is readable by this account alone (0600).
    ///   - creates: whether a ledger is begun where there is none.
    ///   - wait: how many seconds one waits while another process writes.
    /// - Throws: ``LedgerError``.
    public convenience init(path: String, creates: Bool = false, wait: Double = 10) throws(LedgerError) {
        try self.init(path: path, creates: creates, isReadOnly: false, wait: wait)
    }

    /// Opens a ledger that is only read; nothing of it is changed.
    /// - Throws: ``LedgerError``.
    public convenience init(reading path: String, wait: Double = 10) throws(LedgerError) {
        try self.init(path: path, creates: false, isReadOnly: true, wait: wait)
    }

    private init(path: String, creates: Bool, isReadOnly: Bool, wait: Double) throws(LedgerError) {
        self.path = path
        // Two that begin one ledger at a time would both lay it out.
        let turn = isReadOnly ? nil : FolderTurn(of: path)
        defer { turn?.end() }
        if creates { try Self.create(path) }
        guard access(path, F_OK) == 0 else { throw LedgerError(.missing, path: path) }
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.busyMode = .timeout(wait)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 3
        configuration.prepareDatabase { db in
            // What was erased is overwritten; 64 MB keep a million events' index at hand, and are written at once: an import
            // changes the same pages of it again and again.
            try db.execute(sql: "PRAGMA secure_delete = ON")
            try db.execute(sql: "PRAGMA cache_size = -64000")
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 16000")
        }
        do {
            try Self.checkKind(of: path, configuration)
            database =
                try isReadOnly
                ? DatabaseQueue(path: path, configuration: configuration)
                : DatabasePool(path: path, configuration: configuration)
            guard !isReadOnly else { return }
            // What was accepted survives a power cut. The pool sets NORMAL when it turns WAL on, so this comes after.
            try database.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
            try LedgerSchema.migrator.migrate(database)
        } catch let error as LedgerError {
            throw error
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        } catch {
            throw LedgerError(.failed("\(error)"), path: path)
        }
    }

    /// Makes an empty file that only this account may read, so that the database and its companions are never anything else.
    private static func create(_ path: String) throws(LedgerError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EEXIST {
            switch errno {
            case EACCES, EPERM, EROFS: throw LedgerError(.readOnly, path: path)
            case ENOSPC, EDQUOT: throw LedgerError(.full, path: path)
            default: throw LedgerError(.failed(String(cString: strerror(errno))), path: path)
            }
        }
    }

    /// Refuses what is no ledger, or a newer one, before anything is written into it.
    private static func checkKind(of path: String, _ configuration: Configuration) throws {
        var reading = configuration
        reading.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: reading)
        try queue.read { db in
            let id = try Int32.fetchOne(db, sql: "PRAGMA application_id")
            let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
            // An empty file is a ledger that somebody was killed over, or is about to begin.
            if isEmpty, configuration.readonly { throw LedgerError(.missing, path: path) }
            guard id == LedgerSchema.applicationID || isEmpty else { throw LedgerError(.notALedger, path: path) }
            if try !isEmpty && LedgerSchema.migrator.hasBeenSuperseded(db) { throw LedgerError(.newer, path: path) }
        }
        try queue.close()
    }

    /// Reads; what it sees is one moment, whatever is written meanwhile.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do {
            return try database.read(body)
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        }
    }

    /// Writes in one transaction: all that `body` does is on disk when this returns, or none of it.
    ///
    /// - Parameters:
    ///   - now: the time by the clock, in seconds since 1970-01-01T00:00:00Z. Events are never recorded before the last one: a
    ///     clock that was put back stands still until it has caught up.
    ///   - body: what is written.
    /// - Throws: ``LedgerError``, and what `body` throws.
    public func write<Value>(at now: Int, _ body: (inout LedgerWriter) throws -> Value) throws -> Value {
        do {
            return try database.writeWithoutTransaction { db in
                var value: Value?
                try db.inTransaction(.immediate) {
                    var writer = try LedgerWriter(db, now: now)
                    value = try body(&writer)
                    return .commit
                }
                guard let value else { throw LedgerError(.failed("nothing was written"), path: path) }
                return value
            }
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        }
    }

    /// The secret bytes that something is keyed with: 32.
    /// - Throws: ``LedgerError``.
    public func key(_ key: LedgerKey) throws -> [UInt8] {
        try read { db in try Self.key(key, db) }
    }

    static func key(_ key: LedgerKey, _ db: Database) throws -> [UInt8] {
        guard
            let value = try Data.fetchOne(
                db, sql: "SELECT value FROM secret WHERE name = ?", arguments: [key.rawValue]), value.count == 32
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return Array(value)
    }
}
