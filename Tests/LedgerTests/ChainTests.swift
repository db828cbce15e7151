import Consent
import Foundation
import TestSupport
import Testing

@testable import Ledger

@Suite("The chain of events")
struct ChainTests {
    let folder: TemporaryFolder
    let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger.sample(in: folder)
        for number in 1...4 {
            try ledger.take([asked(number), answered(number + 60)], of: "p\(number)@example.org", from: row(number))
        }
    }

    @Test("Each digest is of the one before it and of the record")
    func digests() throws {
        var previous = [UInt8](repeating: 0, count: 32)
        var count = 0
        try ledger.forEachEntry { entry, _ in
            let digest = Digest.bytes(of: previous, entry.event.record)
            #expect(entry.digest == Digest.hex(digest))
            previous = digest
            count += 1
        }
        #expect(count == 8)
        #expect(try ledger.head()?.hex == Digest.hex(previous))
    }

    @Test("A ledger that nobody touched has nothing wrong")
    func sound() throws {
        let verification = try ledger.verify()
        #expect(verification.problem == nil)
        #expect(verification.events == 8)
        #expect(verification.head == (try ledger.head()))
    }

    @Test("No ledger has no head and nothing wrong")
    func empty() throws {
        let other = try Ledger(path: folder.path + "/empty.sqlite", creates: true)
        #expect(try other.head() == nil)
        #expect(try other.verify() == LedgerVerification(events: 0, head: nil, problem: nil))
    }

    @Test(
        "The database refuses to change events",
        arguments: [
            "UPDATE event SET record = '{}' WHERE sequence = 1", "DELETE FROM event",
            "DELETE FROM event WHERE sequence = 8",
            "INSERT OR REPLACE INTO event (sequence, record, digest) SELECT 3, record, digest FROM event WHERE sequence = 4",
            "INSERT INTO event (sequence, record, digest) SELECT 10, record, digest FROM event WHERE sequence = 4",
            "UPDATE notice SET content = '{}'", "DELETE FROM notice", "REPLACE INTO notice VALUES ('x', 'y')",
        ])
    func appendOnly(statement: String) throws {
        let before = try ledger.verify()
        if statement.hasPrefix("REPLACE INTO notice") {
            try ledger.database.write { try $0.execute(sql: statement) }
            #expect(try ledger.verify().problem == .noticeChanged(digest: "x"))
            return
        }
        #expect(throws: (any Error).self) { try ledger.database.write { try $0.execute(sql: statement) } }
        #expect(try ledger.verify() == before)
    }

    @Test("A changed event is named")
    func changed() throws {
        try ledger.tamper("UPDATE event SET record = replace(record, '2026-01-01', '2025-01-01') WHERE sequence = 5")
        #expect(try ledger.verify().problem == .changed(sequence: 5))
    }

    @Test("An event that is changed together with its digest betrays the next one")
    func changedWithDigest() throws {
        let record = #"{"basis":"consent","kind":"withdrawn","method":"form","recorded":"2026-01-01T12:00:00Z"}"#
        let previous = try #require(try digest(of: 4))
        let digest = Digest.hex(of: previous, Array(record.utf8))
        try ledger.tamper(
            "UPDATE event SET record = '\(record)', digest = x'\(digest)', subject = NULL WHERE sequence = 5")
        #expect(try ledger.verify().problem == .changed(sequence: 6))
    }

    @Test("A removed event is named", arguments: [1, 4, 7])
    func removed(sequence: Int64) throws {
        try ledger.tamper("DELETE FROM event WHERE sequence = \(sequence)")
        #expect(try ledger.verify().problem == .removed(sequence: sequence))
    }

    @Test("A removed event whose place the others took is named")
    func closedGap() throws {
        try ledger.tamper(
            "DELETE FROM event WHERE sequence = 3", "UPDATE event SET sequence = sequence - 1 WHERE sequence > 3")
        #expect(try ledger.verify().problem == .changed(sequence: 3))
    }

    @Test("Two events that changed places are found at the first")
    func reordered() throws {
        try ledger.tamper(
            "UPDATE event SET sequence = 100 WHERE sequence = 2", "UPDATE event SET sequence = 2 WHERE sequence = 6",
            "UPDATE event SET sequence = 6 WHERE sequence = 100")
        #expect(try ledger.verify().problem == .changed(sequence: 2))
    }

    @Test("A cut-off tail is found by a digest that was noted elsewhere, and by nothing else")
    func cutOff() throws {
        let noted = try #require(try ledger.head()).hex
        try ledger.tamper(
            "DELETE FROM event WHERE sequence > 6",
            "DELETE FROM identity WHERE subject NOT IN (SELECT subject FROM event)")
        #expect(try ledger.verify().problem == nil)
        #expect(try ledger.verify(noted: noted).problem == .headIsGone(digest: noted))
    }

    @Test("A digest noted long ago is found in the chain, whatever its case")
    func notedBefore() throws {
        let noted = try #require(try ledger.head()).hex
        try ledger.take([left(200)], of: "p1@example.org")
        #expect(try ledger.verify(noted: noted.uppercased()).problem == nil)
        #expect(try ledger.verify(noted: "abc").problem == .headIsGone(digest: "abc"))
    }

    @Test("Another address under a person's events is found")
    func exchangedIdentity() throws {
        try ledger.tamper(
            "UPDATE identity SET address = 'x@example.org', key = 'x@example.org', folded = 'x@example.org' WHERE key = 'p2@example.org'"
        )
        #expect(try ledger.verify().problem == .identityChanged(sequence: 3))
    }

    @Test("A person who is gone without an erasure is found")
    func removedIdentity() throws {
        try ledger.tamper("DELETE FROM identity WHERE key = 'p3@example.org'")
        #expect(try ledger.verify().problem == .identityRemoved(sequence: 5))
    }

    @Test("A person without events is found")
    func inventedIdentity() throws {
        try ledger.tamper(
            "INSERT INTO identity VALUES (77, 'x@example.org', 'x@example.org', 'x@example.org', '', randomblob(16))")
        #expect(try ledger.verify().problem == SubjectID(77).map { .identityWithoutEvents(subject: $0) })
    }

    @Test("Changed words of a notice, and words that are gone, are found")
    func notices() throws {
        try ledger.tamper("UPDATE notice SET content = replace(content, 'Wanted', 'Unwanted')")
        #expect(try ledger.verify().problem == .noticeChanged(digest: words.digest))
        try ledger.tamper("DELETE FROM notice")
        #expect(try ledger.verify().problem == .noticeRemoved(sequence: 1))
    }

    @Test("Changed details are found; erased ones are not missed")
    func details() throws {
        var fact = asked(500)
        fact.details = ConsentDetails(ip: "192.0.2.1", userAgent: "Browser", reason: nil)
        try ledger.take([fact], of: "d@example.org")
        #expect(try ledger.verify().problem == nil)
        try ledger.tamper("UPDATE detail SET content = replace(content, '192.0.2.1', '192.0.2.2')")
        #expect(try ledger.verify().problem == .detailsChanged(sequence: 9))
    }

    @Test("Details that are gone without an erasure are found")
    func removedDetails() throws {
        var fact = asked(500)
        fact.details = ConsentDetails(ip: "192.0.2.1", userAgent: nil, reason: nil)
        try ledger.take([fact], of: "d@example.org")
        try ledger.tamper("DELETE FROM detail")
        #expect(try ledger.verify().problem == .detailsRemoved(sequence: 9))
    }

    @Test("A person who is found under another address than they have is found")
    func foundElsewhere() throws {
        try ledger.tamper("UPDATE identity SET folded = 'x@example.org' WHERE key = 'p2@example.org'")
        #expect(try ledger.verify().problem == .identityChanged(sequence: 3))
    }

    @Test("A suppression that was taken away, and one that nobody asked for, are found")
    func suppressions() throws {
        _ = try ledger.erase(try address("p1@example.org"), at: noon)
        #expect(try ledger.verify().problem == nil)
        try ledger.tamper("INSERT INTO suppression VALUES (randomblob(32), 0, NULL)")
        #expect(try ledger.verify().problem == .suppressionChanged(sequence: 9))
        try ledger.tamper("DELETE FROM suppression")
        #expect(try ledger.verify().problem == .suppressionChanged(sequence: 9))
    }

    @Test("A trigger that was taken away is missed")
    func triggers() throws {
        try ledger.tamper(restoresTriggers: false)
        #expect(try ledger.verify().problem == .triggersChanged)
    }

    @Test("A cut-off tail that leaves something beside it behind betrays itself")
    func orphans() throws {
        var fact = left(500)
        fact.details = ConsentDetails(ip: nil, userAgent: nil, reason: "Too many")
        try ledger.take([fact], of: "p1@example.org")
        try ledger.tamper("PRAGMA foreign_keys = OFF", "DELETE FROM event WHERE sequence = 9")
        #expect(try ledger.verify().problem == .rowWithoutEvent(table: "detail"))
    }

    @Test("A clock that was put back never records an event before the last one")
    func clock() throws {
        let fact = left(nil)
        let address = try address("p1@example.org")
        _ = try ledger.write(at: noon - 86_400) { try $0.record([fact], of: address, name: "", source: row(1)) }
        var recorded: [Int] = []
        try ledger.forEachEntry { entry, _ in recorded.append(entry.event.recorded) }
        #expect(recorded == recorded.sorted())
        #expect(recorded.last == noon)
    }

    private func digest(of sequence: Int64) throws -> [UInt8]? {
        var found: [UInt8]?
        try ledger.forEachEntry { entry, _ in
            if entry.sequence == sequence { found = Digest.bytes(hex: entry.digest) }
        }
        return found
    }
}
