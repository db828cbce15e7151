import Markup
import TestSupport
import Testing

@Suite("The chapters of a booklet")
struct ChapterTests {
    @Test("A school about which nothing is known yet has a profile and a method that tells what is missing")
    func nothing() throws {
        let tree = try booklet([:])
        #expect(try tree.sections() == ["Profile", "Method"])
        let method = try tree.text("//section[@id='Method']")
        for part in [
            "No survey", "No interviews", "No policies", "Lines of communication", "No counts", "No plan", "No support",
        ] {
            #expect(method.contains(part), "\(part)")
        }
        #expect(!method.contains("No group was large enough"))
        #expect(try tree.xpath("//header//dt[.='As of']").isEmpty)
    }

    @Test("A chapter is there where its file has something, and the method no longer misses it")
    func each() throws {
        let chapters = [
            "Listening": ("interviews.yaml", "themes:\n  - {title: T, summary: S}\n", "No interviews"),
            "Policies": ("policies.yaml", "reviewed:\n  - {title: P, kind: policy, finding: F}\n", "No policies"),
            "Protocols": (
                "protocols.yaml", "lines:\n  - {shared: A, by: B, to: C, how: D, within: E, status: partial}\n",
                "Lines of communication have not"
            ),
            "Measures": ("measures.csv", "period,measure,count\n2024-2025,trainings,3\n", "No counts"),
            "Challenges": ("plan.yaml", "opportunities:\n  - {id: o, title: O, evidence: E}\n", "No challenges"),
            "Plan": ("plan.yaml", "revisions:\n  - {date: 2026-01-01, summary: Begun.}\n", "No plan"),
            "Support": (
                "support.yaml", "activities:\n  - {date: 2026-01-01, kind: meeting, title: T, audience: A}\n",
                "No support"
            ),
        ]
        for (chapter, (file, text, missing)) in chapters {
            let tree = try booklet([file: text])
            #expect(try tree.sections() == ["Profile", chapter, "Method"], "\(chapter)")
            #expect(try !tree.text("//section[@id='Method']").contains(missing), "\(chapter)")
            #expect(try tree.attributes("href", of: "//nav//a").contains("#" + chapter))
        }
    }

    @Test("Words of the content are text")
    func escaping() throws {
        let tree = try booklet([
            "policies.yaml": "reviewed:\n  - {title: '<b>P</b>', kind: policy, finding: 'A & <i>F</i>'}\n"
        ])
        #expect(try tree.xpath("//i").isEmpty)
        #expect(try tree.texts("//h1") == ["Oak <School>"])
        #expect(
            try tree.rows(ofTable: "What was read and what was found") == [["<b>P</b>Policy", "A & <i>F</i>", "–"]])
    }

    @Test(
        "However the overview counts its headings, the highest is below the chapter's", arguments: ["#", "##", "###"])
    func overviewHeadings(mark: String) throws {
        let tree = try booklet(["overview.md": "\(mark) Support\n\n\(mark)# Method\n\nText.\n"])
        #expect(
            try tree.xpath("//section[@id='Profile']/*[starts-with(name(), 'h')]").map(\.name) == ["h2", "h3", "h4"])
        let ids = try tree.attributes("id", of: "//*[@id]")
        #expect(Set(ids.map { $0.lowercased() }).count < ids.count)
        #expect(Set(ids).count == ids.count)
    }

    @Test("Years are joined by an en dash, thousands have a comma, and what was not counted is a dash")
    func figures() throws {
        let school = smallSchool + "sros: 1\nenrollment:\n  - {year: 2024-2025, students: 1450}\n"
        let tree = try booklet(["school.yaml": school])
        #expect(try tree.rows(ofTable: "Enrollment") == [["2024–2025", "1,450", "–"]])
        #expect(try tree.texts("//dl[@class='facts']//dd") == ["Middle, grades 6–8", "1 assigned"])
    }

    @Test("How many officers there are is told only where it is on record")
    func officers() throws {
        #expect(try booklet([:]).texts("//dl[@class='facts']//dt") == ["Level"])
        let none = try booklet(["school.yaml": smallSchool + "sros: 0\n"])
        #expect(try none.texts("//dl[@class='facts']//dd").last == "None assigned")
    }

    @Test("A step is overdue when it is open and was due before the last day on record, whatever the day of the build")
    func overdue() throws {
        let plan = """
            goals:
              - id: g
                title: G
                objectives:
                  - id: o
                    title: O
                    success: It works.
                    steps:
                      - {id: a, title: Late, owner: P, due: 2026-01-14, status: in-progress}
                      - {id: b, title: Never begun, owner: P, due: 2026-01-01, status: not-started}
                      - {id: c, title: Today, owner: P, due: 2026-01-15, status: in-progress}
                      - {id: d, title: Done, owner: P, due: 2026-01-01, status: done}
                      - {id: e, title: Put off, owner: P, due: 2026-01-01, status: deferred}
            revisions:
              - {date: 2026-01-15, summary: Looked at.}

            """
        let tree = try booklet(["plan.yaml": plan])
        let rows = try tree.rows(ofTable: "Action steps for objective 1.1")
        #expect(rows.filter { $0[3].contains("overdue") }.map { $0[0] } == ["Late", "Never begun"])
        #expect(rows.map { $0[3] }[3...] == ["Done", "Deferred"])
        #expect(try tree.texts("//section[@id='Plan']//p").contains("Reached when: It works."))
    }

    @Test("A survey that is still to come makes no step overdue and is not what the booklet tells up to")
    func plannedWave() throws {
        let tree = try booklet(
            [
                "school.yaml": surveyedSchool,
                "support.yaml": "activities:\n  - {date: 2025-02-03, kind: meeting, title: T, audience: A}\n",
            ], shared: shortInstrument)
        #expect(try tree.texts("//header//dd").last == "February 3, 2025")
    }

    @Test("The number of people in a conversation is told only from ten on")
    func participants() throws {
        let yaml = """
            sessions:
              - {id: a, kind: interview, group: sro, date: 2026-01-01, participants: 1}
              - {id: b, kind: focus-group, group: student, date: 2026-01-02, participants: 9}
              - {id: c, kind: focus-group, group: parent, date: 2026-01-03, participants: 10}

            """
        let rows = try booklet(["interviews.yaml": yaml]).rows(ofTable: "Interviews, focus groups and discussions")
        #expect(rows.map { $0[3] } == ["fewer than 10", "fewer than 10", "10"])
        #expect(rows.map { $0[1] } == ["Interview", "Focus group", "Focus group"])
    }

    @Test("Where the practice asks for more than ten, the booklet says so in every place")
    func otherThresholds() throws {
        let site = "disclosure: {students-and-families: 15, staff: 12}\n"
        let yes = [Int](repeating: 2, count: 14)
        let tree = try booklet(
            [
                "school.yaml": surveyedSchool, "surveys/w1-student.csv": answers(yes, yes),
                "surveys/w1-teacher.csv": answers(yes, yes),
            ], site: site, shared: shortInstrument)
        let rows = try tree.rows(ofTable: "Invited and answered, by group")
        #expect(rows.map { $0[3] } == ["fewer than 15", "14"])
        for text in try tree.texts("//p[@class='key']") + [tree.text("//section[@id='Method']")] {
            #expect(text.contains("15 students or parents, or 12 members of staff"))
        }
        #expect(try !tree.text("/html").contains("fewer than 10"))
    }
}
