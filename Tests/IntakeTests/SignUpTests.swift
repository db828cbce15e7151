import Consent
import Foundation
import Testing

@testable import Intake

@Suite("Sign-ups taken in")
struct SignUpTests {
    private let header =
        "submitted_at,email,name,notice,privacy_read,terms_accepted,newsletter_wanted,form,page,confirmed_at,withdrawn_at"

    private func rows(_ lines: String..., header: String? = nil, change: (inout IntakeOptions) -> Void = { _ in })
        throws
        -> [IntakeRow]
    {
        var sample = try IntakeSample(["s.csv": ([header ?? self.header] + lines).joined(separator: "\n") + "\n"])
        change(&sample.options)
        return try sample.rows("s.csv")
    }

    @Test("A row is a request and, where it was confirmed or withdrawn, that too")
    func facts() throws {
        let rows = try rows(
            "2025-09-03T08:00:00-05:00,ana@example.org,Ana Ruiz,newsletter-2025-09,yes,yes,yes,footer,/news/,"
                + "2025-09-03T09:00:11-05:00,2026-01-02 10:00:00")
        let row = try #require(rows.first)
        #expect(row.tool == "signups" && row.row == 1 && row.line == 2)
        #expect(row.person?.address.key == "ana@example.org" && row.person?.name == "Ana Ruiz")
        #expect(
            row.timeline == [
                "requested 2025-09-03T13:00:00Z", "confirmed 2025-09-03T14:00:11Z", "withdrawn 2026-01-02T10:00:00Z",
            ])
        let requested = row.facts[0]
        #expect(requested.grade == .singleOptIn && requested.method == .form)
        #expect(requested.notice == IntakeSample.notice.notice.digest && requested.language == "en")
        #expect(requested.form == "footer" && requested.page == "/news/")
        #expect(
            requested.statements == ConsentStatements(privacyRead: true, termsAccepted: true, newsletterWanted: true))
        #expect(requested.time?.assumedZone == nil && row.facts[2].time?.assumedZone == "UTC")
        #expect(row.facts[1].grade == .doubleOptIn && row.facts[1].notice == requested.notice)
        #expect(row.facts[2].grade == nil && row.facts[2].notice == nil)
        #expect(row.person?.refusal == nil)
    }

    @Test("What is shown, the language, and the client are read where they are there and wanted")
    func optionalColumns() throws {
        let header = header + ",shown_at,language,ip,user_agent"
        let line =
            "2025-09-03T08:00:00Z,ana@example.org,,\(IntakeSample.notice.notice.digest),on,1,TRUE,,,,,2025-09-03T07:59Z,es,192.0.2.1,Browser"
        let quiet = try #require(try rows(line, header: header).first)
        #expect(quiet.timeline == ["shown 2025-09-03T07:59:00Z", "requested 2025-09-03T08:00:00Z"])
        #expect(quiet.facts[0].time?.precision == .minute)
        #expect(quiet.facts[1].language == "es" && quiet.facts[1].statements?.areAllTrue == true)
        #expect(quiet.facts.allSatisfy { $0.details.isEmpty })
        let recorded = try rows(line, header: header) {
            $0.recordsIP = true
            $0.recordsUserAgent = true
        }
        #expect(recorded.first?.facts[1].details == ConsentDetails(ip: "192.0.2.1", userAgent: "Browser"))
    }

    @Test(
        "A row that proves nothing is refused with its reason, and the others are taken",
        arguments: [
            (
                "2025-09-03T08:00:00Z,nobody,,newsletter-2025-09,yes,yes,yes,,,,",
                "valid e-mail address: it needs exactly one @"
            ),
            ("2025-09-03T08:00:00Z,b@example.org,,other,yes,yes,yes,,,,", "is not in notices.yaml"),
            ("2025-09-03T08:00:00Z,b@example.org,,,yes,yes,yes,,,,", "names no notice"),
            ("2025-08-30T08:00:00Z,b@example.org,,newsletter-2025-09,yes,yes,yes,,,,", "older than the notice"),
            (",b@example.org,,newsletter-2025-09,yes,yes,yes,,,,", "\"submitted_at\" is empty"),
            ("2025-02-30T08:00:00Z,b@example.org,,newsletter-2025-09,yes,yes,yes,,,,", "\"submitted_at\" is no time"),
            (
                "2025-09-03T08:00:00Z,b@example.org,,newsletter-2025-09,yes,yes,yes,,,soon,",
                "\"confirmed_at\" is no time"
            ),
            (
                "2025-09-03T08:00:00Z,b@example.org,,newsletter-2025-09,yes,maybe,yes,,,,",
                "\"terms_accepted\" should be yes or no"
            ),
            ("2025-09-03T08:00:00Z,b@example.org", "this row has 2 fields where the header has 11"),
        ])
    func refused(line: String, reason: String) throws {
        let rows = try rows(line, "2025-09-03T08:00:00Z,ana@example.org,,newsletter-2025-09,yes,yes,yes,,,,")
        #expect(rows.count == 2)
        #expect(rows[0].reason?.contains(reason) == true, "\(rows[0].reason ?? "")")
        #expect(rows[0].reason?.contains("b@") == false && rows[0].reason?.contains("maybe") == false)
        #expect(rows[1].person != nil && rows[1].row == 2)
    }

    @Test("A day's grace is for clocks in other zones")
    func grace() throws {
        let rows = try rows("2025-08-31T20:00:00-05:00,b@example.org,,newsletter-2025-09,yes,yes,yes,,,,")
        #expect(rows.first?.person != nil)
    }

    @Test("Whoever wants no more leaves, though the rest of the row is refused")
    func withdrawalCounts() throws {
        let rows = try rows(
            "2025-09-03T08:00:00Z,a@example.org,,unknown,yes,yes,yes,,,,2026-01-02",
            "2025-09-03T08:00:00Z,b@example.org,,newsletter-2025-09,yes,yes,yes,,,,2026-02-31")
        #expect(rows[0].timeline == ["withdrawn 2026-01-02T00:00:00Z"])
        #expect(rows[0].facts[0].time?.precision == .day)
        #expect(rows[0].person?.refusal?.contains("notices.yaml") == true)
        #expect(rows[1].timeline == ["requested 2025-09-03T08:00:00Z", "withdrawn some time"])
        #expect(rows[1].person?.refusal?.contains("\"withdrawn_at\" is no time") == true)
    }

    @Test("The file's notice stands for rows that name none, and for no others")
    func fileNotice() throws {
        let rows = try rows(
            "2025-09-03T08:00:00Z,a@example.org,,,yes,yes,yes,,,,",
            "2025-09-03T08:00:00Z,b@example.org,,x,yes,yes,yes,,,,"
        ) { $0.notice = IntakeSample.notice }
        #expect(rows[0].facts.first?.notice == IntakeSample.notice.notice.digest)
        #expect(rows[1].reason?.contains("notices.yaml") == true)
    }

    @Test("Names are kept as typed, formulas too, but on one line and not without end")
    func names() throws {
        let rows = try rows(
            "2025-09-03T08:00:00Z,a@example.org,\"=1+1, “Ana”\",newsletter-2025-09,yes,yes,yes,,,,",
            "2025-09-03T08:00:00Z,b@example.org,\"Ben\r\nBcc: c@example.org\",newsletter-2025-09,yes,yes,yes,,,,",
            "2025-09-03T08:00:00Z,c@example.org,\(String(repeating: "n", count: 10_000)),newsletter-2025-09,yes,yes,yes,,,,"
        )
        #expect(rows[0].person?.name == "=1+1, “Ana”")
        #expect(rows[1].person?.name.unicodeScalars.allSatisfy { $0 != "\n" && $0 != "\r" } == true)
        #expect(rows[2].person?.name.count == 200)
        #expect(rows[2].line == 5)
    }

    @Test("What goes into events is on one line and not without end, and a language is one or the notice's")
    func plainTexts() throws {
        let rows = try rows(
            "2025-09-03T08:00:00Z,a@example.org,,newsletter-2025-09,yes,yes,yes,\"foot\ner\",\(String(repeating: "p", count: 9_000)),,,<b>",
            header: header + ",language")
        let fact = try #require(rows.first?.facts.first)
        #expect(fact.form == "foot er" && fact.page?.count == 500 && fact.language == "en")
    }

    @Test("An address of 10,000 characters is refused like any other")
    func longAddress() throws {
        let rows = try rows(
            "2025-09-03T08:00:00Z,\(String(repeating: "a", count: 10_000))@example.org,,newsletter-2025-09,yes,yes,yes,,,,"
        )
        #expect(rows.first?.reason?.hasSuffix("it is longer than 254 bytes") == true)
    }

    @Test("Excel's marks, semicolons and line ends, and UTF-16, change nothing but the digest")
    func excel() throws {
        let lines = [header, "2025-09-03T08:00:00Z,ana@example.org,Zoë,newsletter-2025-09,yes,yes,yes,,,,"]
        let plain = lines.joined(separator: "\n") + "\n"
        let excel = "\u{FEFF}" + lines.joined(separator: "\r\n").replacingOccurrences(of: ",", with: ";") + "\r\n"
        let sample = try IntakeSample(["plain.csv": plain, "excel.csv": excel])
        let units = Array(("\u{FEFF}" + plain).utf16)
        try sample.folder.write(
            "wide.csv", bytes: units.flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] })
        let latin = plain.unicodeScalars.map { UInt8($0.value) }
        try sample.folder.write("latin.csv", bytes: latin)
        let expected = try sample.rows("plain.csv").map(\.content)
        #expect(expected.count == 1)
        for file in ["excel.csv", "wide.csv", "latin.csv"] {
            #expect(try sample.rows(file).map(\.content) == expected, "\(file)")
        }
        let digests = try ["plain.csv", "excel.csv", "wide.csv", "latin.csv"].map { try sample.open($0).digest }
        #expect(Set(digests).count == 4)
    }
}
