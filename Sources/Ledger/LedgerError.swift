import GRDB

/// Why a ledger can't be read or written.
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The ledger's file.
    public let path: String
    /// What is in the way.
    public let reason: Reason

    /// What can be in the way of a ledger.
    public enum Reason: Hashable, Sendable {
        /// There is no such file.
        case missing
        /// The file is something else.
        case notALedger
        /// A newer version of Prowess wrote it.
        case newer
        /// Another process has been writing for longer than one waits; `holder` says which, where the system tells.
        case locked(holder: String?)
        /// The file, or its folder, may not be written.
        case readOnly
        /// The disk is full.
        case full
        /// The file has pages that were damaged.
        case damaged
        /// Anything else that SQLite says.
        case failed(String)
    }

    /// What is wrong, in one sentence without a full stop and without the path.
    public var message: String {
        switch reason {
        case .missing: "there is no ledger yet"
        case .notALedger: "this is no ledger of Prowess"
        case .newer: "this ledger was written by a newer version of Prowess"
        case .locked(let holder):
            "this ledger is being written by \(holder ?? "another process"), for longer than one waits here"
        case .readOnly: "this ledger can't be written: the file or its folder is read-only"
        case .full: "this ledger can't be written: the disk is full"
        case .damaged: "this ledger is damaged"
        case .failed(let text): text
        }
    }

    /// The path and what is wrong.
    public var description: String { "\(path): \(message)" }

    /// What the practice does next; nil where nothing better is known than the message itself.
    public var hint: String? {
        switch reason {
        case .missing: "take in sign-ups with \"prowess subscribers import FILE\", which begins one"
        case .notALedger: "name the ledger with --ledger"
        case .newer: "use that version: an older one could overlook what it keeps"
        case .locked: "wait until it ends; what was to be written was not"
        case .readOnly: "give this account the right to write there"
        case .full: "make room; nothing was lost, and what was to be written was not"
        case .damaged: "restore the last backup with \"prowess subscribers restore FILE\", and keep the damaged file"
        case .failed: nil
        }
    }

    init(_ reason: Reason, path: String) {
        self.path = path
        self.reason = reason
    }

    /// The error that SQLite's is.
    init(_ error: DatabaseError, path: String) {
        let reason: Reason =
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(holder: LockHolder.describe(path))
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH: .readOnly
            case .SQLITE_FULL: .full
            case .SQLITE_NOTADB: .notALedger
            case .SQLITE_CORRUPT: .damaged
            // Of what a disk can't do, that it has no room left is what can be helped.
            case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE: .full
            // SQLite's own message alone: a statement's values may be a person's.
            default: .failed(error.message ?? error.resultCode.description)
            }
        self.init(reason, path: path)
    }
}
