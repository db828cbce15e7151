import CSV
import Content
import Dates
import Diagnostics
import Publishing
import TestSupport
import Testing

@testable import Subscribers

@Suite("The subscriber list and the consent records")
struct ListTests {
    private static let signups =
        "submitted_at,email,name,notice,privacy_read,terms_accepted,newsletter_wanted,confirmed_at,withdrawn_at"
    private static let notice = """
        - id: n1
          from: 2025-01-01
          privacy-version: "1"
          terms-version: "1"
          privacy: I have read the policy.
          terms: I accept the terms.
          newsletter: I want the letter.

        """

    /// The artifacts' texts, by path.
    private func texts(reading folder: String) throws -> [String: String] {
        try Dictionary(
            uniqueKeysWithValues: artifacts(reading: folder).map { artifact in
                guard case .text(let text) = try artifact.render() else { return (artifact.path.string, "") }
                return (artifact.path.string, text)
            })
    }

    private func artifacts(reading folder: String) throws -> [Artifact] {
        let date = try #require(CalendarDate(iso8601: "2026-06-01"))
        let (library, log) = Library.read(folder, options: ReadingOptions(date: date))
        guard let library else { throw log }
        return try SubscriberLists.artifacts(of: library)
    }

    private func texts(signups rows: String) throws -> [String: String] {
        let folder = try TemporaryFolder(
            SmallContent.with([
                "subscribers/notices.yaml": Self.notice,
                "subscribers/sources.yaml": "- {file: s.csv, format: signups}\n",
                "subscribers/s.csv": Self.signups + "\n" + rows,
            ]))
        return try texts(reading: folder.path)
    }

    private func rows(_ text: String?) throws -> [[String]] {
        var log = DiagnosticLog()
        let table = try #require(CSVTable(SourceFile(path: "x.csv", bytes: Array((text ?? "").utf8)), log: &log))
        return (0..<table.rowCount).map(table.row)
    }

    @Test("Both are for the practice alone, and there are none where nobody is on record")
    func audience() throws {
        let artifacts = try artifacts(reading: Repository.content)
        #expect(artifacts.map(\.path.string) == ["list.csv", "consent-records.csv"])
        #expect(artifacts.allSatisfy { $0.audience == .private && $0.product == .subscribers })
        let folder = try TemporaryFolder(SmallContent.files)
        #expect(try self.artifacts(reading: folder.path).isEmpty)
    }

    @Test("The sample's list and records are the ones on record")
    func golden() throws {
        let texts = try texts(reading: Repository.content)
        for name in ["list.csv", "consent-records.csv"] { try expectGolden(#require(texts[name]), name) }
    }

    @Test("Of the sample's people, the list has those whose consent is proved, each once")
    func sample() throws {
        let list = try rows(texts(reading: Repository.content)["list.csv"]).dropFirst().map { $0[0] }
        for address in [
            "farid.n@example.com", "imani.w@example.com", "m.osei@example.org", "omar.d@example.com",
            "delia.moss@example.net", "s.kim@example.com", "k.amin@example.net", "b.carter@example.com",
        ] {
            #expect(!list.contains(address), "\(address)")
        }
        for address in ["ana.ruiz@example.org", "n.adler@example.com", "c.duval@example.com"] {
            #expect(list.count { $0 == address } == 1, "\(address)")
        }
        #expect(list == list.sorted() && Set(list).count == list.count)
    }

    @Test("A name that a spreadsheet would take for a formula is made text; nothing else is changed")
    func formulas() throws {
        let names = ["=1+1", "+1", "-1", "@x", "=\u{301}1", "O'Neil", "Ruiz - Ana"]
        let rows = names.enumerated().map {
            "2026-01-01T10:00:00Z,p\($0)@example.org,\($1),n1,yes,yes,yes,2026-01-01T11:00:00Z,\n"
        }
        let texts = try texts(signups: rows.joined())
        let expected = ["'=1+1", "'+1", "'-1", "'@x", "'=\u{301}1", "O'Neil", "Ruiz - Ana"]
        let list = try self.rows(texts["list.csv"]).dropFirst().map { Array($0[1].unicodeScalars) }
        #expect(list == expected.map { Array($0.unicodeScalars) })
        let records = try self.rows(texts["consent-records.csv"]).dropFirst()
        #expect(records.count == 14)
        #expect(Set(records.map { $0[1] }) == Set(expected))
    }

    @Test("Quotation marks, commas and line breaks stay in their cell, and rows end in CRLF")
    func quoting() throws {
        let text = try texts(
            signups:
                "2026-01-01T10:00:00Z,p@example.org,\"A, \"\"B\"\"\nC\",n1,yes,yes,yes,2026-01-01T11:00:00-05:00,\n"
        )
        let list = try #require(text["list.csv"])
        #expect(
            list == "email,name,subscribed_at,notice\r\np@example.org,\"A, \"\"B\"\"\nC\",2026-01-01T16:00:00Z,n1\r\n")
    }

    @Test("A record says which boxes were ticked, in which words, by what way and where that is written")
    func records() throws {
        let texts = try texts(signups: "2026-01-01T10:00:00Z,p@example.org,P,n1,yes,no,yes,,\n")
        let table = try rows(texts["consent-records.csv"])
        #expect(table.count == 2)
        let record = Dictionary(uniqueKeysWithValues: zip(table[0], table[1]))
        let expected = [
            "email": "p@example.org", "status": "declined", "event": "requested", "time": "2026-01-01T10:00:00Z",
            "zone": "stated", "privacy_read": "yes", "terms_accepted": "no", "newsletter_wanted": "yes", "notice": "n1",
            "privacy_words": "I have read the policy.", "terms_words": "I accept the terms.",
            "newsletter_words": "I want the letter.", "method": "sign-up form", "source_file": "s.csv",
            "source_line": "2",
        ]
        for (name, value) in expected { #expect(record[name] == value, "\(name)") }
        #expect(try rows(texts["list.csv"]).count == 1)
    }
}
