import CSV
import Consent
import Content
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Subscribers

@Suite("Lists for mail tools")
struct ListTests {
    private func files(_ format: ListFormat, _ ledger: TestLedger = .sample) throws -> [ExportedList] {
        let library = try TestLedger.library()
        let snapshot = ledger.snapshot()
        return try SubscriberLists.export(
            of: SubscriberRoll(snapshot, policies: library.policies), library: library, snapshot: snapshot
        ).files(format)
    }

    private func rows(_ bytes: [UInt8], separator: Character = ",") throws -> [[String]] {
        var log = DiagnosticLog()
        let table = try #require(CSVTable(SourceFile(path: "x.csv", bytes: bytes), log: &log))
        #expect(log.diagnostics.isEmpty)
        return (0..<table.rowCount).map(table.row)
    }

    @Test("Each tool gets the columns that its importer reads", arguments: ListFormat.allCases)
    func golden(format: ListFormat) throws {
        for file in try files(format) {
            try expectGolden(String(decoding: file.bytes, as: UTF8.self), file.name)
            #expect(try rows(file.bytes).count == file.count + 1, "\(file.name)")
        }
    }

    @Test("A tool without a format of its own gets the generic one")
    func tools() {
        #expect(ListFormat(tool: "kit") == .kit && ListFormat(tool: "sendgrid") == .generic)
        #expect(ListFormat(tool: "none") == .generic && ListFormat(tool: "generic") == .generic)
    }

    @Test("Kit never gets an empty cell: whoever gave no name stands in a file without that column")
    func kit() throws {
        let files = try files(.kit)
        #expect(files.map(\.name) == ["kit.csv", "kit-without-names.csv"] && files.map(\.count) == [3, 1])
        for file in files { #expect(try rows(file.bytes).allSatisfy { $0.allSatisfy { !$0.isEmpty } }) }
        var named = TestLedger()
        named.add("a@example.org", "A", [Events.asked(1), Events.confirmed(2)])
        #expect(try self.files(.kit, named).map(\.name) == ["kit.csv"])
    }

    @Test("A name that begins with a blank is no empty first name to Kit")
    func blankName() throws {
        var ledger = TestLedger()
        ledger.add("a@example.org", " Ana", [Events.asked(1), Events.confirmed(2)])
        ledger.add("b@example.org", "  ", [Events.asked(1), Events.confirmed(2)])
        for file in try files(.kit, ledger) {
            #expect(try rows(file.bytes).allSatisfy { $0.allSatisfy { !$0.isEmpty } })
        }
    }

    @Test("listmonk's attributes are JSON with the proof and the way out")
    func listmonk() throws {
        let row = try #require(try rows(files(.listmonk)[0].bytes).first { $0[0] == "dan@example.org" })
        let object = try JSONSerialization.jsonObject(with: Data(row[2].utf8)) as? [String: String]
        #expect(
            object == [
                "consent_time": "2026-01-31T12:03:00Z", "consent_evidence": "double opt-in",
                "consent_notice": TestLedger.words.digest,
                "unsubscribe_url": "https://www.oak.example/join/unsubscribe?token=4004",
            ])
    }

    @Test("A name that a spreadsheet would take for a formula is made text; nothing else is changed")
    func formulas() throws {
        let names = ["=1+1", "+1", "-1", "@x", "=\u{301}1", "O'Neil", "Ruiz-Ana", "\tx"]
        var ledger = TestLedger()
        for (index, name) in names.enumerated() {
            ledger.add("p\(index)@example.org", name, [Events.asked(1), Events.confirmed(2)])
        }
        let expected = ["'=1+1", "'+1", "'-1", "'@x", "'=\u{301}1", "O'Neil", "Ruiz-Ana", "'\tx"]
        let list = try rows(files(.generic, ledger)[0].bytes).dropFirst().map { Array($0[1].unicodeScalars) }
        #expect(list == expected.map { Array($0.unicodeScalars) })
    }

    @Test("An address that looks like a formula stays exact, between quotation marks")
    func addresses() throws {
        let addresses = ["+a@example.org", "-a@example.org", "=a@example.org", "a@example.org"]
        var ledger = TestLedger()
        for address in addresses { ledger.add(address, "A", [Events.asked(1), Events.confirmed(2)]) }
        let file = try files(.generic, ledger)[0]
        #expect(try rows(file.bytes).dropFirst().map { $0[0] } == addresses)
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(text.contains("\r\n\"+a@example.org\",") && text.contains("\r\na@example.org,"))
    }

    @Test("Separators, quotation marks and line ends stay in their cell, and rows end in CRLF")
    func quoting() throws {
        var ledger = TestLedger()
        ledger.add("p@example.org", "A, \"B\"\nC; D", [Events.asked(1), Events.confirmed(2)])
        let text = String(decoding: try files(.generic, ledger)[0].bytes, as: UTF8.self)
        #expect(text.contains("p@example.org,\"A, \"\"B\"\"\nC; D\",2026-01-01T12:02:00Z,double opt-in,first\r\n"))
        let brevo = String(decoding: try files(.brevo, ledger)[0].bytes, as: UTF8.self)
        #expect(brevo.hasSuffix("p@example.org;\"A,\";\"\"\"B\"\"\nC; D\"\r\n"))
    }

    @Test("Who left is on the list of suppressed addresses, in every spelling, and nobody else")
    func suppression() throws {
        var ledger = TestLedger.sample
        ledger.add("Zoe@example.org", "", [Events.asked(1), Events.confirmed(2)])
        ledger.add("zoe@example.org", "", [Events.ended(3)])
        let file = SuppressionList.file(of: try ledger.roll())
        try expectGolden(String(decoding: file, as: UTF8.self), "suppression.csv")
    }
}
