import Consent
import Testing

@testable import Intake

@Suite("Form services' submissions taken in")
struct FormServiceTests {
    private static let netlifyRecord = """
        {"number": 6, "title": "x", "email": "ana@example.org", "name": null, "created_at": "2025-09-13T14:02:06.088Z",
         "form_name": "newsletter", "data": {"email": "ana@example.org", "notice": "newsletter-2025-09", "privacy_read": "yes",
         "terms_accepted": "yes", "newsletter_wanted": "yes", "website": "", "ip": "192.0.2.1", "user_agent": "Browser",
         "referrer": "https://example.org/news/"}, "human_fields": {"Email": "ana@example.org"}}
        """

    private func rows(_ files: (name: String, text: String), _ change: (inout IntakeOptions) -> Void = { _ in }) throws
        -> [IntakeRow]
    {
        var sample = try IntakeSample([files.name: files.text])
        change(&sample.options)
        return try sample.rows(files.name)
    }

    @Test("Netlify's JSON is read as a list and line by line, and its CSV to the same facts")
    func netlify() throws {
        let line = Self.netlifyRecord.replacing("\n", with: "")
        let csv = """
            email,notice,privacy_read,terms_accepted,newsletter_wanted,website,form_name,created_at,referrer,ip,user_agent
            ana@example.org,newsletter-2025-09,yes,yes,yes,,newsletter,2025-09-13T14:02:06.088Z,https://example.org/news/,192.0.2.1,B

            """
        let files = [
            ("a.json", "[\n\(Self.netlifyRecord),\n\(Self.netlifyRecord)\n]\n"), ("a.jsonl", "\(line)\n\(line)\n"),
        ]
        let fromCSV = try #require(try rows(("a.csv", csv)).first)
        #expect(fromCSV.timeline == ["requested 2025-09-13T14:02:06Z"])
        for file in files {
            let rows = try rows(file) { $0.recordsIP = true }
            #expect(rows.count == 2 && rows.map(\.row) == [1, 2], "\(file.0)")
            #expect(rows.map(\.line) == (file.0 == "a.json" ? [2, 6] : [1, 2]))
            #expect(rows.allSatisfy { $0.tool == "netlify" })
            #expect(rows[0].facts[0].form == "newsletter" && rows[0].facts[0].page == "https://example.org/news/")
            #expect(rows[0].facts[0].details == ConsentDetails(ip: "192.0.2.1"))
            var quiet = rows[0].facts
            quiet[0].details = ConsentDetails()
            #expect(quiet == fromCSV.facts)
        }
    }

    @Test("Formspree's shape is read as CSV, as lines and as an answer of its API")
    func formspree() throws {
        let record =
            "{\"_date\":\"2025-09-13T14:02:06+00:00\",\"email\":\"zo\\u00eb@b\\u00fccher.example\",\"notice\":\"newsletter-2025-09\",\"newsletter_wanted\":[\"yes\"],\"privacy_read\":true}"
            .replacing("zo\\u00eb", with: "zoe")
        let answer = "{\"fields\": [\"_date\", \"submissions\"], \"submissions\": [\(record)], \"more\": {}}"
        for text in [record + "\n", answer, "\u{FEFF}" + answer] {
            let row = try #require(try rows(("a.json", text)).first)
            #expect(row.tool == "formspree")
            #expect(row.person?.address.sending == "zoe@xn--bcher-kva.example")
            #expect(
                row.facts.first?.statements
                    == ConsentStatements(privacyRead: true, termsAccepted: false, newsletterWanted: true))
        }
        let csv =
            "_date,email,notice,privacy_read,terms_accepted,newsletter_wanted\n2025-09-13,a@example.org,newsletter-2025-09,yes,yes,yes\n"
        #expect(try rows(("a.csv", csv)).first?.tool == "formspree")
    }

    @Test("A machine that fills in everything is refused")
    func trap() throws {
        let rows = try rows(
            ("a.json", Self.netlifyRecord.replacing("\"website\": \"\"", with: "\"website\": \"http://spam.example\"")))
        #expect(rows.first?.reason == "the field that people leave empty was filled in, as machines do")
    }

    @Test("A generic file is read by its map, as a table and as lines")
    func generic() throws {
        let map = [
            "submitted_at": "When", "email": "Mail", "privacy_read": "P", "terms_accepted": "T",
            "newsletter_wanted": "N",
            "notice": "Form version",
        ]
        let csv =
            "When\tMail\tP\tT\tN\tForm version\n2025-09-13 10:00\ta@example.org\tyes\tyes\tno\tnewsletter-2025-09\n"
        let json =
            "{\"When\":\"2025-09-13 10:00\",\"Mail\":\"a@example.org\",\"P\":1,\"T\":true,\"Form version\":\"newsletter-2025-09\"}\n"
        for file in [("a.csv", csv), ("a.jsonl", json)] {
            let row = try #require(try rows(file) { $0.columns = map }.first)
            #expect(row.tool == "generic" && row.timeline == ["requested 2025-09-13T10:00:00Z"])
            #expect(
                row.facts[0].statements
                    == ConsentStatements(privacyRead: true, termsAccepted: true, newsletterWanted: false))
        }
        var sample = try IntakeSample(["a.csv": csv])
        sample.options.columns = map.merging(["name": "Full name", "emial": "Mail"]) { old, _ in old }
        #expect(
            sample.problems("a.csv").map(\.message) == ["the map of columns has \"emial\", which is no column of ours"])
        sample.options.columns["emial"] = nil
        #expect(sample.problems("a.csv").map(\.message) == ["there is no column \"Full name\""])
    }

    @Test("A record that is damaged is refused, and those after it are taken")
    func damagedRecords() throws {
        let good = Self.netlifyRecord.replacing("\n", with: "")
        let rows = try rows(
            ("a.jsonl", "\(good)\nnonsense\n{\"email\": \"b@exa\n{\"email\" 1}\n\(good)\n{\"email\": ["))
        #expect(
            rows.map { $0.reason ?? "taken" } == [
                "taken", "this record is no JSON object", "this record is no JSON object",
                "this record is no JSON object", "taken", "this record is no JSON object",
            ])
        #expect(rows.map(\.line) == [1, 2, 3, 4, 5, 6])
    }

    @Test("The first record may be damaged too, and a list may be empty")
    func firstRecord() throws {
        let rows = try rows(("a.json", "[{\"email\" 1},\n\(Self.netlifyRecord)]"))
        #expect(rows.map { $0.reason ?? "taken" } == ["this record is no JSON object", "taken"])
        var sample = try IntakeSample(["a.json": "[ ]\n"])
        #expect(sample.problems("a.json").map(\.message) == ["there is no record in this file"])
        sample.options.format = .netlify
        #expect(try sample.rows("a.json").isEmpty)
    }
}
