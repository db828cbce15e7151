import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Lists that are given out")
struct GivenListTests {
    /// Lets the ledger take everything but the note of a list, as where another process locks it just then.
    private func setNotes(allowed: Bool, _ practice: SubscriberPractice) throws {
        let queue = try DatabaseQueue(path: practice.ledger)
        try queue.writeWithoutTransaction { db in
            try db.execute(
                sql: allowed
                    ? "DROP TRIGGER no_notes"
                    : """
                    CREATE TRIGGER no_notes BEFORE INSERT ON event WHEN json_extract(NEW.record, '$.kind') = 'exported'
                    BEGIN SELECT RAISE(ABORT, 'no notes'); END
                    """)
        }
        try queue.close()
    }

    @Test("A list that can't be noted is not given out")
    func exportNotNoted() throws {
        let practice = try SubscriberPractice()
        _ = try practice.run("import", "signups.csv")
        try setNotes(allowed: false, practice)
        let run = try practice.run("export", "--tool", "generic", "--to", "out")
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: practice.folder.path + "/out").isEmpty)
        try setNotes(allowed: true, practice)
        #expect(try practice.run("export", "--tool", "generic", "--to", "out").status == 0)
        #expect(try practice.exportCount() == 1)
    }

    @Test("A build that can't note its list says so, and the next one notes it though it writes nothing")
    func buildNotNoted() throws {
        let practice = try SubscriberPractice()
        _ = try practice.run("import", "signups.csv")
        try setNotes(allowed: false, practice)
        let failed = try practice.build()
        #expect(failed.status == 1)
        #expect(failed.errors.contains("that it was given out is not noted: no notes"))
        #expect(failed.output.contains(" written"))
        #expect(practice.folder.text("Output/Subscribers/list.csv")?.contains("ann@example.org") == true)
        try setNotes(allowed: true, practice)
        let healing = try practice.build()
        #expect(healing.status == 0)
        #expect(healing.output.contains("head ") && healing.output.contains(" 0 written"))
        #expect(try practice.exportCount() == 1)
    }

    @Test("Of several files the audit trail has everybody and the digest of all")
    func severalFiles() throws {
        let practice = try SubscriberPractice()
        let nameless = "2026-01-05T10:00:00Z,dora@example.org,,first,yes,yes,yes,footer,/,2026-01-05T11:00:00Z,\r\n"
        try practice.folder.write("signups.csv", SubscriberPractice.signups + nameless)
        _ = try practice.run("import", "signups.csv")
        let exported = try practice.run("export", "--tool", "kit", "--to", "out")
        #expect(exported.output.contains("subscribers: 2 people on the list for kit, head "))
        let files = ["out/kit.csv", "out/kit-without-names.csv"].compactMap { practice.folder.text($0) }
        #expect(files.count == 2)
        let queue = try DatabaseQueue(path: practice.ledger)
        let record = try queue.read {
            try String.fetchOne($0, sql: "SELECT record FROM event ORDER BY sequence DESC LIMIT 1")
        }
        let event = try JSONSerialization.jsonObject(with: Data((record ?? "").utf8)) as? [String: Any]
        let export = try #require(event?["export"] as? [String: Any])
        #expect(export["count"] as? Int == 2)
        #expect(export["list"] as? String == (try sha256(Array(files.joined().utf8))))
    }

    /// The digest as coreutils work it out.
    private func sha256(_ bytes: [UInt8]) throws -> String {
        let folder = try TemporaryFolder(["out": ""])
        try folder.write("in", bytes: bytes)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder.path + "/in"))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path + "/out"))
        try process.run()
        process.waitUntilExit()
        return String(folder.text("out")?.prefix { $0 != " " } ?? "")
    }

    @Test("A build notes a list once and prints the head, and notes another list anew")
    func buildNotes() throws {
        let practice = try SubscriberPractice()
        _ = try practice.run("import", "signups.csv")
        #expect(try !practice.build("--dry-run").output.contains("head"))
        let first = try practice.build()
        #expect(first.output.hasPrefix("subscribers: 1 person on the list for generic, head "))
        #expect(try practice.exportCount() == 1)
        #expect(try !practice.build().output.contains("head"))
        #expect(try practice.exportCount() == 1)
        _ = try practice.run("withdraw", "ann@example.org")
        #expect(try practice.build().output.contains("subscribers: 0 people on the list for generic, head "))
        #expect(try practice.exportCount() == 2)
    }
}
