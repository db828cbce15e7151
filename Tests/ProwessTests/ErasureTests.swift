import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Erasing a person")
struct ErasureTests {
    private func lines(_ run: CommandLineTool.Run) -> [String] { run.output.split(separator: "\n").map(String.init) }

    @Test("Nothing is said to be done before it was asked for, and an erasure holds against imports")
    func erased() throws {
        let practice = try SubscriberPractice([
            "signups.csv": "", "subscribers/signups.csv": SubscriberPractice.signups,
        ])
        _ = try practice.run("import", "subscribers/signups.csv")
        for address in ["ann@example.org", "nobody@example.org"] {
            let unasked = try practice.run("erase", address)
            #expect(unasked.status == 64)
            #expect(unasked.output.isEmpty)
        }
        let erased = try practice.run("erase", "ann@example.org", "--yes")
        #expect(erased.status == 0)
        #expect(erased.output.contains("subscribers/signups.csv, row 1: "))
        let again = try practice.run("import", "subscribers/signups.csv")
        #expect(again.output.contains("1 refused"))
        #expect(again.errors.contains("this person asked to be forgotten"))
        let shown = try practice.run("show", "ann@example.org")
        #expect(shown.status == 1)
        #expect(shown.errors.contains("this address was erased"))
        #expect(try practice.run("verify").status == 0)
    }

    @Test("An address that nobody has is kept from being added, before there is a ledger too")
    func unknown() throws {
        let practice = try SubscriberPractice()
        let erased = try practice.run("erase", "ann@example.org", "--yes")
        #expect(erased.status == 0)
        #expect(erased.output.hasPrefix("Nobody on record has this address."))
        #expect(try practice.run("import", "signups.csv").output.contains("1 refused"))
    }

    @Test("Every file that still has the address is named, and none that has another")
    func remains() throws {
        let site = SmallContent.site.trimmingCharacters(in: .newlines)
        let practice = try SubscriberPractice([
            "site.yaml": site + "\n  sign-up: {url: https://letters.oak.example, spool: spool}\n",
            "spool/1.eml": "To: <ANN@example.org>\r\n\r\nHello.\r\n",
            "spool/2.eml": "To: joann@example.org, ann@example.organic, ann@example.org.example\r\n\r\n",
            "subscribers/copy.txt": "ann@example.org",
        ])
        let older = SubscriberPractice.signups.replacing("ann@example.org", with: "bob@example.org")
        try practice.folder.write(
            "signups.csv", SubscriberPractice.signups + older.dropFirst(SubscriberPractice.header.count))
        _ = try practice.run("import", "signups.csv")
        #expect(try practice.build().status == 0)
        _ = try practice.run("export", "--tool", "generic")
        for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: practice.ledger + suffix) {
            try FileManager.default.copyItem(
                atPath: practice.ledger + suffix, toPath: practice.ledger + ".old-1" + suffix)
        }
        let erased = try practice.run("erase", "ann@example.org", "--yes")
        let told = lines(erased)
        #expect(told.contains { $0.hasPrefix("  a file of signups with the SHA-256 ") && $0.contains(", row 1: ") })
        for file in [
            "Output/Subscribers/list.csv: build anew", "Output/Subscribers/consent-records.json: build anew",
            "Output/Subscribers/exports/list.csv: export anew, or delete it", "spool/1.eml: delete it",
        ] {
            #expect(told.contains("  " + file), "\(file)")
        }
        #expect(told.filter { $0.contains("subscribers/ledger.sqlite.old-1: ") }.count == 1)
        #expect(told.contains { $0.contains("subscribers/copy.txt: ") })
        #expect(!erased.output.contains("2.eml") && !erased.output.contains("ledger.sqlite:"))
        #expect(!erased.output.contains("suppression.csv"))
        #expect(told.last?.contains("your mail tool") == true)
    }

    @Test("A file is named once with the person's rows, one in a ZIP by its name there")
    func rowsOfOneFile() throws {
        let again = SubscriberPractice.signups.replacing("2026-01-05T1", with: "2026-03-05T1")
        let practice = try SubscriberPractice([
            "subscribers/signups.csv": SubscriberPractice.signups
                + again.dropFirst(SubscriberPractice.header.count)
        ])
        _ = try practice.run("import", "subscribers/signups.csv")
        let erased = try practice.run("erase", "ann@example.org", "--yes")
        #expect(lines(erased).filter { $0.contains("signups.csv, ") }.count == 1)
        #expect(erased.output.contains("subscribers/signups.csv, rows 1, 4: "))
    }

    @Test(
        "A reader that keeps the log from being emptied is told after the erasure and what is left, and asked for another run"
    )
    func reader() throws {
        let practice = try SubscriberPractice()
        _ = try practice.run("import", "signups.csv")
        let reader = try DatabasePool(path: practice.ledger)
        let erased = try reader.read { db in
            _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM event")
            return try practice.run("erase", "ann@example.org", "--yes", "--wait", "0.2")
        }
        #expect(erased.status == 1)
        #expect(erased.output.hasPrefix("Erased.\n"))
        #expect(erased.output.contains("row 1"))
        #expect(erased.errors.contains("run this again"))
        #expect(!erased.errors.contains("was not"))
        try reader.close()
        #expect(try practice.run("erase", "ann@example.org", "--yes").status == 0)
    }

    @Test("Of a person who signed up anew after an erasure, the code of the address is told too")
    func backAgain() throws {
        let practice = try SubscriberPractice()
        _ = try practice.run("import", "signups.csv")
        #expect(try !practice.run("show", "ann@example.org").output.contains("A code of this address"))
        _ = try practice.run("erase", "ann@example.org", "--yes")
        // A minute after the clock of these runs, which is within what clocks may differ by.
        let anew = "2026-05-28T20:27:40Z,ann@example.org,Ann,first,yes,yes,yes,footer,/,2026-05-28T20:27:50Z,\r\n"
        try practice.folder.write("anew.csv", SubscriberPractice.header + anew)
        #expect(try practice.run("import", "anew.csv").output.contains("1 confirmed"))
        let shown = try practice.run("show", "ann@example.org")
        #expect(shown.status == 0)
        #expect(shown.output.hasPrefix("A code of this address is held too"))
        let json = try practice.run("show", "ann@example.org", "--format", "json")
        #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
        #expect(json.errors.hasPrefix("A code of this address is held too"))
    }
}
