import Foundation
import GRDB
import TestSupport
import Testing

@Suite("prowess subscribers")
struct SubscribersCommandTests {
    let practice: SubscriberPractice

    private static let header = SubscriberPractice.header

    init() throws { practice = try SubscriberPractice() }

    private var folder: TemporaryFolder { practice.folder }
    private var ledger: String { practice.ledger }

    private func run(_ words: String...) throws -> CommandLineTool.Run {
        try CommandLineTool.run(
            ["subscribers"] + words + ["--content", folder.path], in: folder.path,
            environment: ["SOURCE_DATE_EPOCH": "1780000000"])
    }

    @Test("What is imported is listed, exported, shown and verified")
    func wholeWay() throws {
        let imported = try run("import", "signups.csv")
        #expect(imported.status == 0)
        #expect(
            imported.output.hasPrefix(
                "signups.csv (signups): 1 added, 1 confirmed, 1 withdrawn, 0 unchanged, 0 refused\nhead "))
        #expect(
            try run("list").output.split(separator: "\n").map {
                $0.split(separator: "\t").prefix(2).joined(separator: " ")
            }
                == ["ann@example.org subscribed", "bob@example.org pending", "cleo@example.org withdrawn"])
        let exported = try run("export", "--tool", "generic", "--to", "out")
        #expect(exported.status == 0)
        #expect(
            folder.text("out/list.csv")
                == "email,name,subscribed_at,evidence,notice\r\nann@example.org,Ann,2026-01-05T11:00:00Z,double opt-in,first\r\n"
        )
        #expect(folder.text("out/suppression.csv")?.contains("cleo@example.org,withdrawn") == true)
        let head = try #require(exported.output.split(separator: "\n").last?.split(separator: " ").last)
        #expect(try run("verify", "--head", String(head)).status == 0)
        #expect(try run("verify", "--head", String(repeating: "0", count: 64)).status == 1)
        let shown = try run("show", "Ann@example.org")
        #expect(shown.output.contains("I want the letter."))
        #expect(shown.output.contains("2026-01-05T11:00:00Z"))
        let json = try JSONSerialization.jsonObject(
            with: Data(try run("show", "ann@example.org", "--format", "json").output.utf8))
        #expect(json is [String: Any])
    }

    @Test("Importing again changes nothing, and trying changes nothing either")
    func idempotent() throws {
        let tried = try run("import", "signups.csv", "--dry-run")
        #expect(tried.output.contains("would be: signups.csv (signups): 1 added, 1 confirmed, 1 withdrawn"))
        #expect(!FileManager.default.fileExists(atPath: ledger))
        let first = try run("import", "signups.csv")
        let again = try run("import", "signups.csv")
        #expect(again.output.contains("0 added, 0 confirmed, 0 withdrawn, 3 unchanged, 0 refused"))
        #expect(again.output.split(separator: "\n").last == first.output.split(separator: "\n").last)
        #expect(try run("import", "signups.csv", "--dry-run").output.contains("3 unchanged"))
    }

    @Test("Rows that can't be taken are told by line, without what is in them, and all others are taken")
    func refusals() throws {
        try folder.write(
            "bad.csv",
            Self.header + "2026-01-05T10:00:00Z,not an address,Ann,first,yes,yes,yes,,,,\r\n"
                + "2026-01-05T10:00:00Z,dora@example.org,Dora,first,yes,yes,yes,,,,\r\n"
                + "2026-02-30T10:00:00Z,eve@example.org,Eve,first,yes,yes,yes,,,,\r\n")
        let run = try run("import", "bad.csv")
        #expect(run.status == 0)
        #expect(run.output.contains("1 added, 0 confirmed, 0 withdrawn, 0 unchanged, 2 refused"))
        #expect(run.errors.contains("bad.csv:2") && run.errors.contains("bad.csv:4"))
        #expect(!run.errors.contains("eve@") && !run.errors.contains("not an address"))
    }

    @Test("A misspelled column is told with the nearest, and nothing is taken")
    func misspelledColumn() throws {
        try folder.write(
            "bad.csv",
            Self.header.replacing("withdrawn_at", with: "withdrawn_ad")
                + "2026-01-05T10:00:00Z,dora@example.org,Dora,first,yes,yes,yes,,,,\r\n")
        let run = try run("import", "bad.csv", "--format", "signups")
        #expect(run.status == 1)
        #expect(run.errors.contains("withdrawn_at"))
        #expect(!run.errors.contains("dora@"))
        #expect(try self.run("list").output.isEmpty)
    }

    @Test("Who withdrew stays off the list, whatever is imported after that")
    func withdrawn() throws {
        _ = try run("import", "signups.csv")
        #expect(try run("withdraw", "ann@example.org").status == 0)
        _ = try run("import", "signups.csv")
        _ = try run("export", "--tool", "generic", "--to", "out")
        #expect(folder.text("out/list.csv") == "email,name,subscribed_at,evidence,notice\r\n")
    }

    @Test("Who finds the ledger locked waits, and then says by whom")
    func locked() throws {
        _ = try run("import", "signups.csv")
        let queue = try DatabaseQueue(path: ledger)
        let run = try queue.writeWithoutTransaction { db in
            try db.beginTransaction(.immediate)
            defer { try? db.rollback() }
            return try self.run("withdraw", "ann@example.org", "--wait", "0.2")
        }
        #expect(run.status == 1)
        #expect(run.errors.contains("is being written by process \(getpid())"))
        #expect(!run.errors.contains("ann@"))
    }

    @Test("Two imports at once take turns: nothing is lost, and nothing is there twice")
    func twoImports() throws {
        let rows = (0..<800).map {
            "2026-01-05T10:00:00Z,p\($0)@example.org,P,first,yes,yes,yes,footer,/,2026-01-05T11:00:00Z,\r\n"
        }
        try folder.write("big.csv", Self.header + rows.joined())
        let logs = try (0..<2).map { _ in try TemporaryFolder(["in": "", "out": "", "err": ""]) }
        let processes = try logs.map {
            try CommandLineTool.start(
                ["subscribers", "import", "big.csv", "--content", folder.path], in: folder.path, files: $0)
        }
        for process in processes { process.waitUntilExit() }
        #expect(processes.map(\.terminationStatus) == [0, 0])
        #expect(try run("verify").output.contains("1600 events"))
        #expect(try run("list").output.split(separator: "\n").count == 800)
    }

    @Test("A material change of a policy takes people off the list until they agree anew")
    func materialChange() throws {
        _ = try run("import", "signups.csv")
        try folder.write(
            "legal/privacy-policy.md",
            """
            ---
            title: Privacy
            version: "2"
            effective: 2026-03-01
            material: true
            earlier-versions:
              - {version: "1", effective: 2020-01-01}
            ---
            Text.

            """)
        #expect(try run("list", "--outdated").output.contains("ann@example.org"))
        _ = try run("export", "--tool", "generic", "--to", "out")
        #expect(folder.text("out/list.csv") == "email,name,subscribed_at,evidence,notice\r\n")
        let asked = try run("export", "--outdated", "--tool", "generic", "--to", "out")
        #expect(asked.status == 0)
        #expect(folder.text("out/agree-anew-list.csv")?.contains("ann@example.org") == true)
        #expect(try run("show", "ann@example.org").output.contains("re-consent requested"))
    }

    @Test("A backup can be restored, and never over newer events without being told")
    func backup() throws {
        _ = try run("import", "signups.csv")
        #expect(try run("backup", "copy.sqlite").status == 0)
        _ = try run("withdraw", "ann@example.org")
        let refused = try run("restore", "copy.sqlite")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("1 event that this backup lacks"))
        #expect(try run("restore", "copy.sqlite", "--loses-events").status == 0)
        #expect(try run("list", "--status", "subscribed").output.contains("ann@example.org"))
    }

    @Test(
        "A mistyped command line says what is right",
        arguments: [
            (["import", "x.csv", "--format", "mailchip"], "mailchimp"),
            (["show", "not-an-address"], "it needs exactly one @"), (["show", "ann@example"], "its host has no dot"),
            (["correct", "a@b.example", "--address", "a..b@c.example"], "what is before the @ is no name"),
            (["export", "--tool", "mailchip"], "mailchimp"), (["verify", "--head", "12"], "64 hexadecimal digits"),
            (["import", "x.csv", "--timezone", "Ohio"], "America/New_York"), (["correct", "a@b.example"], "--address"),
        ])
    func usage(words: [String], told: String) throws {
        let run = try CommandLineTool.run(["subscribers"] + words, in: folder.path)
        #expect(run.status == 64)
        #expect(run.errors.contains(told))
    }

    @Test("Who wants no more is noted before there is a ledger, and nowhere but in a practice's folder")
    func withdrawnBeforehand() throws {
        #expect(try run("withdraw", "ann@example.org").status == 0)
        _ = try run("import", "signups.csv")
        #expect(try run("list", "--status", "subscribed").output.isEmpty)
        let elsewhere = try TemporaryFolder()
        let run = try CommandLineTool.run(["subscribers", "withdraw", "ann@example.org"], in: elsewhere.path)
        #expect(run.status == 1)
        #expect(run.errors.contains("nothing was noted"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path).isEmpty)
    }
}
