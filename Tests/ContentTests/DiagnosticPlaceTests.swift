import Testing

@Suite("Where a diagnostic points")
struct DiagnosticPlaceTests {
    @Test("A wrong key deep in a plan is shown with its line, a caret and the nearest name")
    func nestedKey() throws {
        let plan = """
            goals:
              - id: g1
                title: Goal
                objectives:
                  - id: o1
                    title: Objective
                    success: Reached
                    steps:
                      - {id: s1, title: Step, owner: Principal, due: 2025-03-28, status: done}
                      - id: s2
                        titel: Step
                        owner: Principal
                        due: 2025-03-28
                        status: done
            """
        #expect(
            try ContentSample(["schools/oak/plan.yaml": plan]).text() == """
                Content/schools/oak/plan.yaml:11:13: error: there is no key "titel" here
                 11 |             titel: Step
                    |             ^
                  hint: did you mean "title"?
                """)
    }

    @Test("A key of a nested mapping of site.yaml is found on its own line")
    func nestedMapping() throws {
        let site = ContentSample.site.replacing("  name: News\n", with: "  name: News\n  tag: x\n")
        try expectMessages(["site.yaml": site], "Content/site.yaml:12:3: error: there is no key \"tag\" here")
    }

    @Test("A link in a page's text is found at its line of the file, front matter counted")
    func link() throws {
        let page = ContentSample.page(body: "One\n\nSee [ü](abuot.md) there.\n")
        #expect(
            try ContentSample(["pages/a.md": page]).text() == """
                Content/pages/a.md:6:9: error: there is no file Content/pages/abuot.md
                 6 | See [ü](abuot.md) there.
                   |         ^
                  hint: did you mean Content/pages/about.md?
                """)
    }

    @Test("Windows line ends and a byte order mark shift neither lines nor columns")
    func windows() throws {
        let page =
            "\u{FEFF}" + ContentSample.page("summry: x", body: "One\n\n[x](nope.md)\n").replacing("\n", with: "\r\n")
        try expectMessages(
            ["pages/a.md": page], "Content/pages/a.md:3:1: error: there is no key \"summry\" here",
            "Content/pages/a.md:7:5: error: there is no file Content/pages/nope.md")
    }

    @Test("Lines that end in a carriage return alone are lines, as spreadsheets on a Mac write them")
    func carriageReturns() throws {
        let page = ContentSample.page("summry: x", body: "One\n\n[x](nope.md)\n").replacing("\n", with: "\r")
        let table = "period,measure,count\r2024-2025,trainings,2\r2024-2025,student-arests,12\r"
        try expectMessages(
            ["pages/a.md": page, "schools/oak/measures.csv": table],
            "Content/pages/a.md:3:1: error: there is no key \"summry\" here",
            "Content/pages/a.md:7:5: error: there is no file Content/pages/nope.md",
            "Content/schools/oak/measures.csv:3:11: error: there is no measure \"student-arests\"")
        try expectText(["schools/oak/measures.csv": table], contains: " 3 | 2024-2025,student-arests,12\n")
    }

    @Test("A field of a table is found where it stands in the line")
    func field() throws {
        let table = "period,measure,count\n2024-2025,student-arests,3\n\"2024-2025\",\"trainings\",-1\n"
        #expect(
            try ContentSample(["schools/oak/measures.csv": table]).text() == """
                Content/schools/oak/measures.csv:2:11: error: there is no measure "student-arests"
                 2 | 2024-2025,student-arests,3
                   |           ^
                  hint: did you mean "student-arrests"?

                Content/schools/oak/measures.csv:3:25: error: "-1" is not a whole number, 0 or more
                 3 | "2024-2025","trainings",-1
                   |                         ^
                """)
    }

    @Test("All that is wrong is told at once, by file and line, the same on one thread or eight")
    func allAtOnce() throws {
        var changes: [String: String?] = [
            "site.yaml": ContentSample.site.replacing("tagline", with: "taglin"),
            "schools/oak/school.yaml": ContentSample.school.replacing("grades", with: "grade"),
            "schools/oak/plan.yaml": "gaols: []\n", "instruments/climate.yaml": "title: [",
            "subscribers/notices.yaml": "- id: n\n",
        ]
        for number in 0..<20 { changes["insights/a\(number).md"] = ContentSample.page("tags: x", body: "[x](y.md)") }
        let sample = try ContentSample(changes)
        let text = sample.text()
        let paths = text.split(separator: "\n").filter { $0.hasPrefix("Content/") }.map { $0.prefix { $0 != ":" } }
        #expect(paths == paths.sorted())
        #expect(Set(paths).count == 25)
        for _ in 0..<5 { #expect(sample.text(jobs: 8) == text) }
    }

    @Test("A value that is missing after its key is found on the line of the key")
    func emptyValue() throws {
        try expectMessages(
            ["pages/a.md": "---\ntitle:\nsummary: x\n---\n"], "Content/pages/a.md:2:7: error: \"title\" is empty")
    }
}
