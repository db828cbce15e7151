import GRDB

/// Why a ledger can't be read or written.
public enum LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no such file.
    case missing(path: String)
    /// The file is something else.
    case notALedger(path: String)
    /// A newer version of Prowess wrote it.
    case newer(path: String)
    /// Another process has been writing for longer than one waits; `holder` says which, where the system tells.
    case locked(path: String, holder: String?)
    /// The file, or its folder, may not be written.
    case readOnly(path: String)
    /// The disk is full.
    case full(path: String)
    /// The file has pages that were damaged.
    case damaged(path: String)
    /// Anything else that SQLite says.
    case failed(path: String, reason: String)

    /// What is wrong, in one sentence without a full stop.
    public var description: String {
        switch self {
        case .missing(let path): "\(path): there is no ledger"
        case .notALedger(let path): "\(path) is no ledger of Prowess"
        case .newer(let path): "\(path) was written by a newer version of Prowess"
        case .locked(let path, let holder):
            "\(path) is being written by \(holder ?? "another process"), and has been for as long as one waits"
        case .readOnly(let path): "\(path) can't be written: the file or its folder is read-only"
        case .full(let path): "\(path) can't be written: the disk is full"
        case .damaged(let path): "\(path) is damaged"
        case .failed(let path, let reason): "\(path): \(reason)"
        }
    }

    /// What the practice does next; nil where nothing better is known than the sentence itself.
    public var hint: String? {
        switch self {
        case .missing: "take in sign-ups with \"prowess subscribers import\", which begins one"
        case .notALedger: "name the ledger with --ledger"
        case .newer: "use that version; an older one could overlook what it keeps"
        case .locked: "wait until it ends; what was to be written was not"
        case .readOnly: "give this account the right to write there"
        case .full: "make room; nothing was lost, and what was to be written was not"
        case .damaged: "restore the last backup with \"prowess subscribers restore\"; keep the damaged file"
        case .failed: nil
        }
    }

    /// The error that SQLite's is.
    init(_ error: DatabaseError, path: String) {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path, holder: LockHolder.describe(path))
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH: self = .readOnly(path: path)
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_NOTADB: self = .notALedger(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path)
        case .SQLITE_IOERR:
            // Of what a disk can't do, that it has no room left is what can be helped.
            self = error.extendedResultCode == .SQLITE_IOERR_WRITE ? .full(path: path) : .failed(path, error)
        default: self = .failed(path, error)
        }
    }

    private static func failed(_ path: String, _ error: DatabaseError) -> LedgerError {
        // SQLite's own message alone: a statement's values may be a person's.
        .failed(path: path, reason: error.message ?? error.resultCode.description)
    }
}
