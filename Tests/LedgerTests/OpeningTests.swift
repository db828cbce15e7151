import Consent
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Ledger

@Suite("Opening and keeping a ledger")
struct OpeningTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.path + "/ledger.sqlite" }

    private func reason(_ body: () throws -> Void) -> LedgerError.Reason? {
        #expect(throws: LedgerError.self, performing: body)?.reason
    }

    @Test("Only this account may read a ledger and its companions")
    func permissions() throws {
        let ledger = try Ledger.sample(in: folder)
        try ledger.take([asked(0)], of: "a@example.org")
        for suffix in ["", "-wal", "-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path + suffix)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(suffix)")
        }
    }

    @Test("The file is in WAL mode, with foreign keys, and each transaction is on disk")
    func pragmas() throws {
        let ledger = try Ledger.sample(in: folder)
        let settings = try ledger.database.writeWithoutTransaction { db in
            try ["journal_mode", "foreign_keys", "synchronous"].map {
                try String.fetchOne(db, sql: "PRAGMA \($0)")
            }
        }
        #expect(settings == ["wal", "1", "2"])
    }

    @Test("Where there is no ledger, reading doesn't begin one")
    func missing() {
        #expect(reason { _ = try Ledger(reading: path) } == .missing)
        #expect(reason { _ = try Ledger(path: path) } == .missing)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("What is no ledger is left as it is")
    func notALedger() throws {
        try folder.write("ledger.sqlite", "Dear diary,")
        #expect(reason { _ = try Ledger(path: path, creates: true) } == .notALedger)
        #expect(reason { _ = try Ledger(reading: path) } == .notALedger)
        #expect(folder.text("ledger.sqlite") == "Dear diary,")
    }

    @Test("A ledger that somebody was killed over before it was laid out is none yet, and can be begun")
    func empty() throws {
        try folder.write("ledger.sqlite", "")
        #expect(reason { _ = try Ledger(reading: path) } == .missing)
        #expect(try Ledger(path: path, creates: true).head() == nil)
    }

    @Test("Another program's database is left as it is")
    func otherDatabase() throws {
        let other = try DatabaseQueue(path: path)
        try other.write { try $0.execute(sql: "CREATE TABLE thing (id)") }
        try other.close()
        let before = FileManager.default.contents(atPath: path)
        #expect(reason { _ = try Ledger(path: path, creates: true) } == .notALedger)
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test("A ledger of a newer version is neither read nor written")
    func newer() throws {
        let ledger = try Ledger.sample(in: folder)
        try ledger.database.write {
            try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('ledger 2')")
        }
        #expect(reason { _ = try Ledger(path: path) } == .newer)
        #expect(reason { _ = try Ledger(reading: path) } == .newer)
    }

    @Test("Who finds the ledger locked waits, and then says so")
    func locked() throws {
        let ledger = try Ledger.sample(in: folder)
        let other = try DatabaseQueue(path: path)
        try other.writeWithoutTransaction { db in
            try db.beginTransaction(.immediate)
            #expect(reason { try ledger.take([asked(0)], of: "a@example.org") } == .locked(holder: nil))
            try db.rollback()
        }
        try ledger.take([asked(0)], of: "a@example.org")
        #expect(try ledger.status(of: "a@example.org") == [.pending])
    }

    @Test("A full disk loses nothing of what was there, and takes nothing of what was to come")
    func full() throws {
        let ledger = try Ledger.sample(in: folder)
        try ledger.take([asked(0)], of: "a@example.org")
        try ledger.database.writeWithoutTransaction { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
        }
        let head = try ledger.head()
        let address = try address("b@example.org")
        #expect(
            reason {
                try ledger.write(at: noon) { writer in
                    for second in 0..<500 {
                        _ = try writer.record([asked(second)], of: address, name: "", source: nil)
                    }
                }
            } == .full)
        #expect(try ledger.head() == head)
        #expect(try ledger.verify().problem == nil)
    }

    @Test("A real disk that is full is told as such, and loses nothing", .enabled(if: SmallDisk.isAvailable))
    func fullDisk() throws {
        let disk = try SmallDisk(kilobytes: 1024)
        defer { disk.unmount() }
        let path = disk.path + "/ledger.sqlite"
        let ledger = try Ledger(path: path, creates: true)
        try ledger.write(at: noon) { try $0.add(words) }
        var taken = 0
        #expect(
            reason {
                while true {
                    try ledger.take([asked(0)], of: "p\(taken)@example.org", name: String(repeating: "n", count: 200))
                    taken += 1
                }
            } == .full)
        try ledger.database.close()
        let read = try Ledger(reading: path)
        let verification = try read.verify()
        #expect(verification.problem == nil, "\(verification)")
        #expect(try read.snapshot().subscribers.count == taken)
    }

    @Test("A real disk that is read-only is told as such; a backup on it is read", .enabled(if: SmallDisk.isAvailable))
    func readOnlyDisk() throws {
        let disk = try SmallDisk(kilobytes: 2048)
        defer { disk.unmount() }
        let path = disk.path + "/ledger.sqlite"
        let ledger = try Ledger(path: path, creates: true)
        try ledger.write(at: noon) { try $0.add(words) }
        try ledger.take([asked(0)], of: "a@example.org")
        _ = try ledger.backup(to: disk.path + "/copy.sqlite")
        try ledger.database.close()
        try disk.remountReadOnly()
        #expect(reason { try Ledger(path: path).take([left(9)], of: "a@example.org") } == .readOnly)
        #expect(reason { _ = try Ledger(path: disk.path + "/new.sqlite", creates: true) } == .readOnly)
        #expect(try Ledger(reading: disk.path + "/copy.sqlite").status(of: "a@example.org") == [.pending])
    }

    @Test("A damaged page is told, and no address with it")
    func damaged() throws {
        let ledger = try Ledger.sample(in: folder)
        for number in 0..<200 { try ledger.take([asked(number)], of: "person\(number)@example.org") }
        try ledger.database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try ledger.database.close()
        let handle = try #require(FileHandle(forUpdatingAtPath: path))
        let size = try handle.seekToEnd()
        for page in stride(from: UInt64(4096 * 4), to: size - 4096, by: 4096 * 5) {
            try handle.seek(toOffset: page)
            try handle.write(contentsOf: Data(repeating: 0x5A, count: 64))
        }
        try handle.close()
        var told = ""
        do {
            let verification = try Ledger(reading: path).verify()
            told = verification.problem?.description ?? ""
        } catch {
            told = "\(error)"
        }
        #expect(told.contains("damaged"))
        #expect(!told.contains("@"))
    }

    @Test("Two that begin a ledger at a time both have it")
    func concurrentCreation() async throws {
        let path = path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let ledger = try Ledger(path: path, creates: true)
                    try ledger.write(at: noon) { try $0.add(words) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try Ledger(reading: path).notices() == [words.digest: words])
    }

    @Test("Writers at a time take turns: no event is lost, and none is there twice")
    func concurrentWriters() async throws {
        let path = path
        _ = try Ledger.sample(in: folder)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    let ledger = try Ledger(path: path, wait: 60)
                    for number in 0..<25 {
                        // Two of the writers say the same.
                        try ledger.take([asked(number)], of: "w\(writer / 2)-\(number)@example.org")
                    }
                }
            }
            try await group.waitForAll()
        }
        let verification = try Ledger(reading: path).verify()
        #expect(verification.problem == nil)
        #expect(verification.events == 50)
    }

    @Test("Secret keys are 32 bytes, apart, and stay")
    func keys() throws {
        let ledger = try Ledger.sample(in: folder)
        let (first, second) = (try ledger.key(.links), try ledger.key(.suppression))
        #expect(first.count == 32 && second.count == 32 && first != second)
        #expect(try Ledger(path: path).key(.links) == first)
    }
}
