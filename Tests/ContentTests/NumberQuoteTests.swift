import Evaluation
import Testing

@testable import Content

@Suite("Numbers that texts quote")
struct NumberQuoteTests {
    private let overview = "schools/oak/overview.md"
    private let findings = "schools/oak/findings.md"

    @Test("A number is quoted by its name, the latest unless a year is given, with spaces or without")
    func quoted() throws {
        let text = "There were {{measures.arrests.count}}, and {{ measures.student-arrests.count.2024-2025 }} then.\n"
        let school = try #require(try ContentSample([overview: text, findings: text]).library().schools.first)
        for body in [school.overview, school.findings] {
            #expect(body?.html == "<p>There were 12, and 12 then.</p>\n")
        }
    }

    @Test("A misspelled name is an error at its place, with the nearest")
    func misspelled() throws {
        #expect(
            try ContentSample([overview: "# Story\n\nIn all {{measures.arrest.count}}.\n"]).text() == """
                Content/schools/oak/overview.md:3:8: error: there is no number measures.arrest.count
                 3 | In all {{measures.arrest.count}}.
                   |        ^
                  hint: did you mean {{measures.student-arrests.count}}?
                """)
    }

    @Test("A number that is withheld, or that nobody gave, is an error and never a blank")
    func withheld() throws {
        try expectText(
            [overview: "{{t1.students.favorable}}\n"],
            contains: "overview.md:1:1: error: t1.students.favorable is withheld, so that nobody can be picked out")
        try expectText(
            [findings: "{{measures.arrests.rate-per-100}}\n"],
            contains: "findings.md:1:1: error: measures.arrests.rate-per-100 has no value")
    }

    @Test("Braces that are not closed on their line, and empty ones, quote nothing")
    func notQuotes() throws {
        let text = "An open {{brace\nand }} a { single } one.\n"
        #expect(try ContentSample([overview: text]).text() == "")
        try expectText([overview: "{{}}\n"], contains: "there is no number")
    }

    @Test("Where the school's data has a mistake, only that is told and not the numbers it leaves out")
    func otherMistake() throws {
        try expectMessages(
            [
                "schools/oak/measures.csv": "period,measure,count\n2024-2025,student-arrests,x\n",
                overview: "{{measures.arrests.count}}\n",
            ],
            "Content/schools/oak/measures.csv:2:27: error: \"x\" is not a whole number, 0 or more")
    }

    @Test("Front matter is left as it is, and lines keep their numbers")
    func frontMatter() throws {
        let text = "---\nnote: \"{{x}}\"\n---\n\n{{measures.arrests.count}} [gone](gone.md)\n"
        try expectText([overview: text], contains: "overview.md:5:")
    }
}

@Suite("The ledger of releases")
struct ReleaseReaderTests {
    private let file = "schools/oak/releases.csv"

    @Test("Releases are read by day and audience")
    func read() throws {
        let text = """
            date,audience,name,count
            2026-03-01,school,measures.student-arrests.count.2024-2025,12
            2026-02-01,police,measures.student-arrests.count.2024-2025,12
            """
        let releases = try ContentSample([file: text]).library().schools.first?.releases
        #expect(releases?.map(\.audience) == ["police", "school"])
        #expect(releases?.last?.counts == ["measures.student-arrests.count.2024-2025": 12])
    }

    @Test("Two releases on one day to one audience don't replace one another: the audience knows both")
    func sameDay() throws {
        let name = "measures.student-arrests.count.2024-2025"
        let text = """
            date,audience,name,count
            2026-03-01,school,\(name),12
            2026-03-01,school,\(name),40
            2026-03-01,school,\(name),12
            """
        let releases = try ContentSample([file: text]).library().schools.first?.releases
        #expect(releases?.map { $0.counts[name] } == [12, 40])
    }

    @Test("A count that differs by a few from a released one is withheld with a warning")
    func late() throws {
        let text = "date,audience,name,count\n2026-03-01,school,measures.student-arrests.count.2024-2025,10\n"
        let sample = try ContentSample([file: text])
        #expect(
            sample.messages() == [
                """
                Content/\(file): warning: measures.student-arrests.count.2024-2025 is withheld: it differs by a few \
                people from what was released before
                """
            ])
        let table = try sample.library().schools.first?.evaluation.measures
        #expect(table?.rows.map { $0.years.first == .suppressed } == [true])
    }

    @Test("A ledger that was changed by hand is told by row, and nothing of it is quoted")
    func damaged() throws {
        try expectText([file: "when,whom\n"], contains: "releases.csv: error: this is no ledger of releases")
        let text = try ContentSample([
            file: "date,audience,name,count\nSECRET,school,a,12\n2026-03-01,school,a,SECRET\n"
        ]).text()
        #expect(text.contains("releases.csv:2:1: error") && text.contains("releases.csv:3:1: error"))
        #expect(!text.contains("SECRET"))
    }
}
