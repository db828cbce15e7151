import Evaluation
import Testing

@testable import Content

@Suite("School folders")
struct SchoolTests {
    let place = "Content/schools/oak"

    func school(_ old: String, _ new: String) -> [String: String?] {
        ["schools/oak/school.yaml": ContentSample.school.replacing(old, with: new)]
    }

    @Test("A school needs its file")
    func noFile() throws {
        try expectMessages(["schools/oak/school.yaml": nil], "\(place)/school.yaml: error: there is no such file")
    }

    @Test(
        "A wrong value is told with what it should be",
        arguments: [
            (
                "level: middle", "level: midle", "\"level\" should be one of elementary, middle, high, combined",
                "\"middle\"?"
            ),
            ("instrument: climate", "instrument: clymate", "\"instrument\" should be one of climate", "\"climate\"?"),
            ("instrument: climate\n", "", "a school with waves needs \"instrument\"", "such as climate"),
            ("to: 2025-01-31", "to: 2025-01-05", "the wave ends before it begins", "2025"),
            ("to: 2025-01-31", "to: 2025-02-30", "\"to\" should be a date such as 2026-03-01", "2025-02-30"),
            ("format: plain", "format: google", "\"format\" should be one of google-forms", "not the text \"google\""),
            ("{student: 40}", "{studnet: 40}", "there is no key \"studnet\"", "\"student\"?"),
            ("{student: 40}", "{student: -1}", "\"student\" should be a whole number from 0", "the number -1"),
            (
                "grades: 6–8", "enrollment: [{year: 2024-2026, students: 9}]\ngrades: 6–8",
                "\"year\" should be a school year", ""
            ),
            (
                "grades: 6–8", "enrollment: [{year: 2024-2025, students: 0}]\ngrades: 6–8",
                "\"students\" should be a whole", ""
            ),
            ("grades: 6–8", "permission-to-publish: maybe\ngrades: 6–8", "should be true or false", "maybe"),
        ])
    func values(old: String, new: String, message: String, more: String) throws {
        try expectText(school(old, new), contains: message)
        if !more.isEmpty { try expectText(school(old, new), contains: more) }
    }

    @Test("A wave or a year that is given twice is told at the second")
    func twice() throws {
        let wave = "  - {id: baseline, title: B, from: 2025-01-06, to: 2025-01-31, format: plain}\n"
        try expectText(
            school("waves:\n", "waves:\n\(wave)"),
            contains: "\(place)/school.yaml:10:10: error: the id \"baseline\" is given twice")
        let years = "enrollment: [{year: 2024-2025, students: 9}, {year: 2024-2025, students: 8}]\n"
        try expectText(school("waves:\n", "\(years)waves:\n"), contains: "the year \"2024-2025\" is given twice")
    }

    @Test(
        "Each of a school's files has its keys and names checked",
        arguments: [
            (
                "plan.yaml", "goals: [{id: g, title: G, challenge: c, objectives: []}]",
                "\"challenge\" should be left out"
            ),
            ("plan.yaml", "challenges: [{id: c, title: C}]", "\"evidence\" is missing"),
            (
                "plan.yaml", "challenges: [c]",
                "plan.yaml:1:14: error: expected keys with values here, not the text \"c\""
            ),
            ("plan.yaml", "revisions: [{date: 2025, summary: s}]", "\"date\" should be a date"),
            ("plan.yaml", "goals: {}", "\"goals\" should be a list of entries"),
            (
                "interviews.yaml", "sessions: [{id: a, kind: chat, group: sro, date: 2025-01-01, participants: 2}]",
                "\"kind\""
            ),
            (
                "interviews.yaml",
                "sessions: [{id: a, kind: interview, group: cop, date: 2025-01-01, participants: 2}]", "\"group\""
            ),
            ("interviews.yaml", "themes: [{title: T, summary: S, sessions: [x]}]", "there is no session \"x\""),
            ("interviews.yaml", "themes: [{title: T, summary: S, raised-by: [cop]}]", "no stakeholder group \"cop\""),
            ("policies.yaml", "", "\"reviewed\" is missing"),
            ("policies.yaml", "reviewed: [{title: T, kind: law, finding: F}]", "\"kind\" should be one of"),
            (
                "protocols.yaml", "lines: [{shared: S, by: B, to: T, how: H, within: W, status: in-plaice}]",
                "\"in-place\"?"
            ),
            (
                "support.yaml", "activities: [{date: 2025-01-01, kind: training, title: T, audience: A, hours: -1}]",
                "\"hours\""
            ),
        ])
    func files(file: String, yaml: String, message: String) throws {
        try expectText(["schools/oak/" + file: yaml], contains: "\(place)/\(file):", message)
    }

    @Test("A status that does not exist is told with the nearest")
    func status() throws {
        let step = "{id: s, title: S, owner: O, due: 2025-01-01, status: don}"
        try expectText(
            [
                "schools/oak/plan.yaml":
                    "goals: [{id: g, title: G, objectives: [{id: o, title: O, success: S, steps: [\(step)]}]}]"
            ], contains: "\"status\" should be one of not-started, in-progress, done", "\"done\"?")
    }

    @Test(
        "A row of measures that can't be right is told with its line",
        arguments: [
            ("2024-2025,student-arests,3", "2:11: error: there is no measure \"student-arests\""),
            ("2024-2026,trainings,3", "2:1: error: \"2024-2026\" is not a school year such as 2024-2025"),
            ("2024-2025,trainings,-1", "2:21: error: \"-1\" is not a whole number, 0 or more"),
            ("2024-2025,trainings,NaN", "2:21: error: \"NaN\" is not a whole number, 0 or more"),
            ("2024-2025,trainings,1e400", "2:21: error: \"1e400\" is not a whole number, 0 or more"),
            ("2024-2025,trainings,2.5", "2:21: error: \"2.5\" is not a whole number, 0 or more"),
            ("2024-2025,trainings,few", "2:21: error: \"few\" is not a whole number, 0 or more"),
            ("2024-2025,trainings,99999999999999999999", "is not a whole number, 0 or more"),
            ("2024-2025,trainings", "2:1: error: this row has 2 fields where the header has 3"),
            ("2024-2025,trainings,1\n2024-2025,trainings,2", "3:1: error: trainings in 2024–2025 is given twice"),
            ("2024-2025,\"trainings,1", "2:1: error: a quotation mark in this row is never closed"),
        ])
    func measures(row: String, message: String) throws {
        try expectText(["schools/oak/measures.csv": "period,measure,count\n\(row)\n"], contains: message)
    }

    @Test("A table of measures without a column, or empty, is told how it should begin")
    func measureHeader() throws {
        try expectText(
            ["schools/oak/measures.csv": "period,measure\n2024-2025,trainings\n"],
            contains: "measures.csv:1:1: error: there is no column \"count\"",
            "the first line should be period,measure,count")
        try expectText(["schools/oak/measures.csv": ""], contains: "this file is empty", "period,measure,count")
    }

    @Test("Measures may have their columns in any order, and come in order of measure and year")
    func measureOrder() throws {
        let table =
            "Count;Measure;Period\r\n2;trainings;2025-2026\r\n1;trainings;2024-2025\r\n14;student-arrests;2024-2025\r\n"
        let measures = try ContentSample(["schools/oak/measures.csv": table]).records().first?.measures
        #expect(measures?.map(\.count) == [14, 1, 2])
    }

    @Test("A picture beside the overview that shows it is read, and another is not")
    func pictures() throws {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
        try expectMessages(
            [
                "schools/oak/overview.md": "![Map](map.svg)\n", "schools/oak/map.svg": svg,
                "schools/oak/other.svg": svg,
            ], "Content/schools/oak/other.svg: warning: nothing reads this file")
    }
}
