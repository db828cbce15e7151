import Consent
import Foundation
import GRDB
import Mail
import TestSupport

@testable import Ledger

/// 2026-01-01T12:00:00Z.
let noon = 1_767_268_800

let words = Notice(
    language: "en", privacyVersion: "2.0", termsVersion: "1.2",
    words: ConsentWords(privacy: "Read.", terms: "Accepted.", newsletter: "Wanted."))

func address(_ text: String) throws -> EmailAddress { try EmailAddress(text) }

/// A request with all three statements, so many seconds after noon.
func asked(_ second: Int, notice: Notice? = words) -> ConsentFact {
    var fact = ConsentFact(kind: .requested, time: EventTime(seconds: noon + second), method: .form)
    fact.notice = notice?.digest
    fact.statements = ConsentStatements(privacyRead: true, termsAccepted: true, newsletterWanted: true)
    fact.grade = .singleOptIn
    return fact
}

func answered(_ second: Int) -> ConsentFact {
    var fact = ConsentFact(kind: .confirmed, time: EventTime(seconds: noon + second), method: .link)
    fact.notice = words.digest
    fact.grade = .doubleOptIn
    return fact
}

func left(_ second: Int?) -> ConsentFact {
    ConsentFact(kind: .withdrawn, time: second.map { EventTime(seconds: noon + $0) }, method: .mailTool)
}

func brought(_ second: Int?, _ grade: EvidenceGrade = .doubleOptIn) -> ConsentFact {
    var fact = ConsentFact(kind: .imported, time: second.map { EventTime(seconds: noon + $0) }, method: .mailTool)
    fact.notice = words.digest
    fact.grade = grade
    return fact
}

func row(_ number: Int, of file: String = "f1") -> EventSource { EventSource(tool: "kit", file: file, row: number) }

extension Ledger {
    /// A new ledger in a folder, with the one notice.
    static func sample(in folder: TemporaryFolder) throws -> Ledger {
        let ledger = try Ledger(path: folder.path + "/ledger.sqlite", creates: true, wait: 0.2)
        try ledger.write(at: noon) { try $0.add(words) }
        return ledger
    }

    @discardableResult
    func take(
        _ facts: [ConsentFact], of text: String, name: String = "", from source: EventSource? = nil, at second: Int = 0
    ) throws -> IntakeOutcome {
        let address = try EmailAddress(text)
        return try write(at: noon + second) { try $0.record(facts, of: address, name: name, source: source) }
    }

    func status(of text: String) throws -> [ConsentStatus?] {
        try people(of: try EmailAddress(text)).map(\.subscriber.state.status)
    }

    /// Calls a function with every event, in the order of the chain, and who the person is; nil where they were erased.
    func forEachEntry(_ body: (LedgerEntry, Identity?) throws -> Void) throws {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT event.sequence, event.digest, event.record, detail.content, identity.address, identity.name
                    FROM event LEFT JOIN detail ON detail.event = event.sequence
                    LEFT JOIN identity ON identity.subject = event.subject
                    ORDER BY event.sequence
                    """)
            while let row = try rows.next() {
                let identity = (row[4] as String?).map { Identity(address: $0, name: row[5]) }
                try body(try Self.entry(row), identity)
            }
        }
    }

    /// Changes the file behind the ledger's back, as somebody with SQLite's shell could.
    func tamper(_ statements: String..., restoresTriggers: Bool = true) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            for trigger in ["event_in_order", "event_unchanged", "event_kept", "notice_unchanged", "notice_kept"] {
                try db.execute(sql: "DROP TRIGGER IF EXISTS \(trigger)")
            }
            for statement in statements { try db.execute(sql: statement) }
            if restoresTriggers { for trigger in LedgerSchema.triggers { try db.execute(sql: trigger) } }
        }
        try queue.close()
    }
}
