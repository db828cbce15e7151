import Foundation
import GRDB
import TestSupport
import Testing

@testable import prowess

@Suite("What an import reports")
struct ImportReportTests {
    @Test("A file that can't be read to its end is counted as far as it was, and told to be imported again")
    func unclosed() throws {
        let practice = try SubscriberPractice()
        let last = "2026-01-08T10:00:00Z,dora@example.org,\"Dora,first,yes,yes,yes,footer,/,,\r\n"
        try practice.folder.write("cut.csv", SubscriberPractice.signups + last)
        let run = try practice.run("import", "cut.csv")
        #expect(run.status == 1)
        #expect(
            run.output.contains("1 added, 1 confirmed, 1 withdrawn, 0 unchanged, 0 refused, and not read to its end"))
        #expect(run.errors.contains("cut.csv:5"))
        #expect(run.errors.contains("the rows before that are taken in"))
        #expect(!run.errors.contains("dora@"))
        #expect(try practice.run("list").output.split(separator: "\n").count == 3)
    }

    @Test("A row of which only the withdrawal is taken counts once, and is told with the reason")
    func partial() throws {
        let practice = try SubscriberPractice()
        let row = "2026-01-05T10:00:00Z,dora@example.org,Dora,unknown,yes,yes,yes,footer,/,,2026-02-01T08:00:00Z\r\n"
        try practice.folder.write("part.csv", SubscriberPractice.header + row)
        let first = try practice.run("import", "part.csv")
        #expect(first.output.contains("0 added, 0 confirmed, 1 withdrawn, 0 unchanged, 0 refused"))
        #expect(first.errors.contains("part.csv:2:1: warning: not wholly taken in: "))
        #expect(first.errors.contains("that the person left counts all the same"))
        #expect(try practice.run("import", "part.csv").output.contains("0 withdrawn, 1 unchanged, 0 refused"))
    }

    @Test("Addresses of an office are told by table and line, those in a ZIP too")
    func roles() throws {
        let practice = try SubscriberPractice()
        let rows = SubscriberPractice.signups.replacing("bob@", with: "info@")
        var archive = ZIPArchive(year: 2026, month: 1, day: 1)
        archive.add("a.csv", Array(rows.utf8))
        archive.add("b.csv", Array(rows.replacing("cleo@", with: "office@").utf8))
        try practice.folder.write("both.zip", bytes: archive.finished)
        let run = try practice.run("import", "both.zip")
        #expect(run.output.contains("both.zip/a.csv:3, both.zip/b.csv:3, both.zip/b.csv:4"))
    }

    @Test("A try waits for nobody who writes, and leaves the ledger as it was")
    func dryRun() throws {
        let practice = try SubscriberPractice()
        _ = try practice.run("import", "signups.csv")
        let others = SubscriberPractice.signups.replacing("@example.org", with: "@example.com")
        try practice.folder.write("others.csv", others)
        let queue = try DatabaseQueue(path: practice.ledger)
        let before = try Data(contentsOf: URL(fileURLWithPath: practice.ledger))
        let run = try queue.writeWithoutTransaction { db in
            try db.beginTransaction(.immediate)
            defer { try? db.rollback() }
            return try practice.run("import", "others.csv", "--dry-run", "--wait", "0.2")
        }
        #expect(run.status == 0)
        #expect(run.output.contains("would be: others.csv (signups): 1 added, 1 confirmed, 1 withdrawn"))
        for suffix in ["", "-wal"] {
            let bytes = FileManager.default.contents(atPath: practice.ledger + suffix) ?? Data()
            #expect(bytes.range(of: Data("ann@example.com".utf8)) == nil)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: practice.ledger)) == before)
    }

    @Test("Columns of a generic file that nobody reads are told, and may be mapped")
    func unreadColumns() throws {
        let practice = try SubscriberPractice()
        let generic = SubscriberPractice.signups.replacing("withdrawn_at", with: "unsubscribed_at")
        try practice.folder.write("generic.csv", generic)
        let told = try practice.run("import", "generic.csv", "--format", "generic", "--dry-run")
        #expect(told.errors.contains("nobody reads column 11 \"unsubscribed_at\""))
        #expect(told.errors.contains("--column withdrawn_at="))
        let mapped = try practice.run("import", "generic.csv", "--column", "withdrawn_at=unsubscribed_at")
        #expect(mapped.errors.isEmpty)
        #expect(mapped.output.contains("1 withdrawn"))
    }
}
