import Consent
import Foundation
import TestSupport
import Testing

@testable import Ledger

@Suite("Backups")
struct BackupTests {
    let folder: TemporaryFolder
    let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger.sample(in: folder)
        try ledger.take([asked(0), answered(60)], of: "ann@example.org", name: "Ann")
    }

    private var copy: String { folder.path + "/copy.sqlite" }

    @Test("A backup taken while the ledger is in use is one file, private, and whole")
    func backup() throws {
        let made = try ledger.backup(to: copy)
        try ledger.take([left(100)], of: "ann@example.org")
        #expect(made.events == 2)
        #expect(try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int == 0o600)
        #expect(!FileManager.default.fileExists(atPath: copy + "-wal"))
        let read = try Ledger(reading: copy)
        #expect(try read.verify().head?.hex == made.head)
        #expect(try read.status(of: "ann@example.org") == [.subscribed])
        #expect(try ledger.verify(noted: made.head).problem == nil)
    }

    @Test("A backup never replaces a file")
    func exists() throws {
        try folder.write("copy.sqlite", "mine")
        #expect(throws: LedgerCopyError.exists(path: copy)) { try ledger.backup(to: copy) }
        #expect(folder.text("copy.sqlite") == "mine")
    }

    @Test("A restored ledger is the one that was saved, and goes on")
    func restore() throws {
        let made = try ledger.backup(to: copy)
        let place = folder.path + "/other/ledger.sqlite"
        try FileManager.default.createDirectory(atPath: folder.path + "/other", withIntermediateDirectories: true)
        let restored = try Ledger.restore(copy, to: place, losesEvents: false, at: noon)
        #expect(restored.old == nil)
        #expect(restored.ledger.head == made.head)
        let reopened = try Ledger(path: place)
        try reopened.take([left(100)], of: "ann@example.org")
        #expect(try reopened.status(of: "ann@example.org") == [.withdrawn])
        #expect(try reopened.verify(noted: made.head).problem == nil)
    }

    @Test("A ledger with events that the backup lacks stays, unless one means it; then it is kept beside")
    func losesEvents() throws {
        _ = try ledger.backup(to: copy)
        try ledger.take([left(100)], of: "ann@example.org")
        try ledger.database.close()
        #expect(throws: LedgerCopyError.loses(events: 1)) {
            try Ledger.restore(copy, to: ledger.path, losesEvents: false, at: noon)
        }
        let restored = try Ledger.restore(copy, to: ledger.path, losesEvents: true, at: noon)
        #expect(try Ledger(reading: ledger.path).status(of: "ann@example.org") == [.subscribed])
        let old = try #require(restored.old)
        #expect(try Ledger(reading: old).status(of: "ann@example.org") == [.withdrawn])
    }

    @Test("A backup of another history is not taken for a newer one")
    func otherHistory() throws {
        try ledger.database.close()
        let other = try Ledger(path: folder.path + "/other.sqlite", creates: true)
        for number in 0..<5 { try other.take([left(number)], of: "b\(number)@example.org") }
        #expect(throws: LedgerCopyError.loses(events: 2)) {
            try Ledger.restore(other.path, to: ledger.path, losesEvents: false, at: noon)
        }
    }

    @Test("A backup that was changed is refused")
    func unsound() throws {
        _ = try ledger.backup(to: copy)
        try Ledger(path: copy).tamper("UPDATE event SET record = replace(record, 'form', 'link') WHERE sequence = 1")
        #expect(throws: LedgerCopyError.unsound(path: copy, problem: .changed(sequence: 1))) {
            try Ledger.restore(copy, to: folder.path + "/new.sqlite", losesEvents: false, at: noon)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/new.sqlite"))
    }

    @Test("Who was erased since the backup is erased again, and stays so")
    func erasures() throws {
        _ = try ledger.backup(to: copy)
        _ = try ledger.erase(try address("ann@example.org"), at: noon + 500)
        _ = try ledger.erase(try address("stranger@example.org"), at: noon + 500)
        try ledger.database.close()
        let restored = try Ledger.restore(copy, to: ledger.path, losesEvents: true, at: noon + 600)
        #expect(restored.erasures == 2)
        let read = try Ledger(path: ledger.path)
        #expect(try read.people(of: try address("ann@example.org")).isEmpty)
        #expect(try read.take([brought(5)], of: "ann@example.org").refusal == .erased)
        #expect(try read.take([brought(5)], of: "stranger@example.org").refusal == .erased)
        #expect(try read.verify().problem == nil)
    }
}
