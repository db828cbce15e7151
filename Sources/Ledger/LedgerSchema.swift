import Consent
import GRDB

/// How a ledger is laid out, and how older layouts become it.
enum LedgerSchema {
    /// What tells a ledger from other SQLite files: "Prow" (PRAGMA application_id).
    static let applicationID: Int32 = 0x5072_6F77

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("ledger 1") { db in
            for statement in version1 + triggers { try db.execute(sql: statement) }
            var random = RandomBytes()
            for name in LedgerKey.allCases {
                try db.execute(
                    sql: "INSERT INTO secret (name, value) VALUES (?, ?)",
                    arguments: [name.rawValue, random.next(32).blob])
            }
        }
        return migrator
    }

    /// Events and notices are append-only, which the database itself holds to. A record is the event; `subject` repeats whose it is
    /// for the index, which a check of the ledger holds against the record.
    private static let version1 = [
        "PRAGMA application_id = \(applicationID)",
        """
        CREATE TABLE event (
            sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
            record TEXT NOT NULL,
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            subject INTEGER
        ) STRICT
        """,
        "CREATE INDEX event_subject ON event (subject)",
        "CREATE TABLE notice (digest TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID",
        """
        CREATE TABLE identity (
            subject INTEGER PRIMARY KEY,
            address TEXT NOT NULL,
            key TEXT NOT NULL,
            folded TEXT NOT NULL,
            name TEXT NOT NULL,
            salt BLOB NOT NULL CHECK (length(salt) = 16)
        ) STRICT
        """,
        "CREATE UNIQUE INDEX identity_address ON identity (folded, key)",
        """
        CREATE TABLE detail (
            event INTEGER PRIMARY KEY REFERENCES event (sequence),
            content TEXT NOT NULL,
            salt BLOB NOT NULL CHECK (length(salt) = 16)
        ) STRICT
        """,
        """
        CREATE TABLE suppression (
            code BLOB PRIMARY KEY CHECK (length(code) = 32),
            since INTEGER NOT NULL,
            subject INTEGER
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE token (
            digest BLOB PRIMARY KEY,
            request INTEGER NOT NULL REFERENCES event (sequence),
            expires INTEGER NOT NULL,
            used INTEGER
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX token_request ON token (request)",
        "CREATE TABLE outbox (request INTEGER PRIMARY KEY REFERENCES event (sequence)) STRICT",
        "CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID",
    ]

    /// What keeps events and notices from being changed or removed, by anybody who goes through SQLite.
    static let triggers = [
        """
        CREATE TRIGGER event_in_order BEFORE INSERT ON event
        WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM event)
        BEGIN SELECT RAISE(ABORT, 'consent events follow each other without a gap'); END
        """,
        """
        CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'consent events are never changed'); END
        """,
        """
        CREATE TRIGGER event_kept BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'consent events are never removed'); END
        """,
        """
        CREATE TRIGGER notice_unchanged BEFORE UPDATE ON notice
        BEGIN SELECT RAISE(ABORT, 'notices are never changed'); END
        """,
        """
        CREATE TRIGGER notice_kept BEFORE DELETE ON notice
        BEGIN SELECT RAISE(ABORT, 'notices are never removed'); END
        """,
    ]
}

/// What a ledger's secret bytes are for.
public enum LedgerKey: String, CaseIterable, Sendable {
    /// Telling whether an address is one that was erased, without knowing the address.
    case suppression
    /// Links by which a person leaves.
    case links
}
