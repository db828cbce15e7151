import Markup
import TestSupport
import Testing

@Suite("The chapters of a booklet")
struct ChapterTests {
    @Test("A school about which nothing is known yet has a profile and a method that tells what is missing")
    func nothing() throws {
        let tree = try booklet([:])
        #expect(try tree.sections() == ["Profile", "Method", "Glossary"])
        #expect(
            try tree.texts("//section[@id='Method']/ul[1]/li") == [
                "No surveys, interviews or documents are on record yet.",
                "The views of officers and administrators cannot be shown side by side without pointing at a few people, or "
                    + "there are none to show.",
                "No group was large enough for its answers to be shown, or nobody was asked.",
                "No themes of conversations and no approved comments are on record.",
                "No policies have been reviewed yet.", "Lines of communication have not been mapped yet.",
                "No counts are on record.", "No challenges or opportunities have been named yet.",
                "No plan has been written yet.", "No support activities are on record.",
                "The plan has not been revised yet.",
            ])
        #expect(try tree.texts("//section[@id='Method']/p").first == "No survey has been held at this school yet.")
        #expect(try tree.xpath("//header//dt[.='As of']").isEmpty)
    }

    @Test("A chapter is there where its file has something, and the method no longer misses it")
    func each() throws {
        let chapters: [(file: String, text: String, sections: [String], missing: String)] = [
            (
                "interviews.yaml",
                "sessions:\n  - {id: a, kind: interview, group: student, date: 2026-01-01, participants: 1}\n",
                ["Profile", "Listening"], "No surveys, interviews"
            ),
            ("interviews.yaml", "themes:\n  - {title: T, summary: S}\n", ["Profile", "Voices"], "No themes"),
            (
                "policies.yaml", "reviewed:\n  - {title: P, kind: policy, finding: F}\n",
                ["Profile", "Listening", "Policies"], "No policies"
            ),
            (
                "protocols.yaml", "lines:\n  - {shared: A, by: B, to: C, how: D, within: E, status: partial}\n",
                ["Profile", "Lines"], "Lines of communication have not"
            ),
            (
                "measures.csv", "period,measure,count\n2024-2025,trainings,3\n", ["Profile", "Measures"], "No counts"
            ),
            (
                "plan.yaml", "opportunities:\n  - {id: o, title: O, evidence: E}\n",
                ["Glance", "Profile", "Points"], "No challenges"
            ),
            (
                "plan.yaml",
                "goals:\n  - {id: g, title: G, objectives: [{id: o, title: O, success: S}]}\n",
                ["Profile", "Plan"], "No plan"
            ),
            (
                "plan.yaml", "revisions:\n  - {date: 2026-01-01, summary: Begun.}\n", ["Profile", "Changes"],
                "not been revised"
            ),
            (
                "support.yaml", "activities:\n  - {date: 2026-01-01, kind: meeting, title: T, audience: A}\n",
                ["Profile", "Support"], "No support"
            ),
        ]
        for (file, text, sections, missing) in chapters {
            let tree = try booklet([file: text])
            #expect(try tree.sections() == sections + ["Method", "Glossary"], "\(text)")
            #expect(try !tree.text("//section[@id='Method']").contains(missing), "\(text)")
            #expect(try tree.attributes("href", of: "//nav//a") == tree.sections().map { "#" + $0 }, "\(text)")
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
        #expect(try tree.texts("//section[@id='Profile']/dl//dd") == ["Middle school, grades 6–8", "1 assigned"])
    }

    @Test("How many officers there are is told only where it is on record")
    func officers() throws {
        #expect(try booklet([:]).texts("//section[@id='Profile']/dl//dt") == ["Level"])
        let none = try booklet(["school.yaml": smallSchool + "sros: 0\n"])
        #expect(try none.texts("//section[@id='Profile']/dl//dd").last == "None assigned")
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
        #expect(try tree.texts("//header//dd").suffix(2) == ["February 3, 2025", "1"])
    }

    @Test("What the practice makes of the numbers is a chapter with numbers where it quotes them, and no id twice")
    func findings() throws {
        let yes = [Int](repeating: 2, count: 40) + [Int](repeating: 1, count: 20)
        let tree = try booklet(
            [
                "school.yaml": surveyedSchool.replacing("student: 20", with: "student: 80"),
                "surveys/w1-student.csv": answers(yes, yes),
                "overview.md": "### Trust\n\nSee [below](#trust).\n",
                "findings.md": "### Trust\n\n{{q1.students.favorable}} say so; see [above](#trust).\n",
            ], shared: shortInstrument)
        #expect(
            try tree.sections() == [
                "Glance", "Profile", "Listening", "Results", "Findings", "Points", "Method", "Items", "Glossary",
            ])
        #expect(try tree.texts("//section[@id='Findings']/p") == ["67% say so; see above."])
        let ids = try tree.attributes("id", of: "//*[@id]")
        #expect(Set(ids).count == ids.count)
        for section in ["Profile", "Findings"] {
            let link = try #require(try tree.attributes("href", of: "//section[@id='\(section)']//a").first)
            #expect(try tree.attributes("id", of: "//section[@id='\(section)']//h3") == [String(link.dropFirst())])
        }
    }

    @Test("Administrators and SROs who were listened to are told together unless each are many")
    func participants() throws {
        let yaml = """
            sessions:
              - {id: a, kind: interview, group: sro, date: 2026-01-01, participants: 1}
              - {id: b, kind: focus-group, group: student, date: 2026-01-02, participants: 9}
              - {id: c, kind: focus-group, group: parent, date: 2026-01-03, participants: 10}
              - {id: d, kind: discussion, group: administrator, date: 2026-01-04, participants: 6}

            """
        let rows = try booklet(["interviews.yaml": yaml]).rows(ofTable: "Interviews, focus groups and discussions")
        #expect(rows.map { $0[3] } == ["fewer than 5", "fewer than 10", "10", "6"])
        #expect(rows.map { $0[1] } == ["Interview", "Focus group", "Focus group", "Discussion"])
        let leaders = "School and police leadership"
        #expect(rows.map { $0[2] } == [leaders, "Students", "Parents", leaders])
        let many = yaml.replacing("participants: 1}", with: "participants: 5}")
        let apart = try booklet(["interviews.yaml": many]).rows(ofTable: "Interviews, focus groups and discussions")
        #expect(apart.map { $0[2] } == ["SROs", "Students", "Parents", "Administrators"])
    }

    @Test("With one officer at the school no theme names SROs, however often that officer was spoken with")
    func oneOfficer() throws {
        let sessions = (1...6).map {
            "  - {id: s\($0), kind: interview, group: sro, date: 2026-01-0\($0), participants: \($0)}\n"
        }
        let yaml = "sessions:\n" + sessions.joined() + "themes:\n  - {title: T, summary: S., raised-by: [sro]}\n"
        let tree = try booklet(["school.yaml": smallSchool + "sros: 1\n", "interviews.yaml": yaml])
        #expect(try tree.texts("//section[@id='Profile']/dl//dd").last == "1 assigned")
        #expect(try tree.texts("//section[@id='Voices']/p") == ["S."])
        for chapter in ["Listening", "Voices"] {
            #expect(try !tree.text("//section[@id='\(chapter)']").contains("SRO"))
        }
    }

    @Test("A theme names the groups of which enough people were listened to at once, and no others")
    func raisedBy() throws {
        let yaml = """
            sessions:
              - {id: a, kind: interview, group: sro, date: 2026-01-01, participants: 3}
              - {id: b, kind: interview, group: administrator, date: 2026-01-02, participants: 4}
              - {id: c, kind: focus-group, group: parent, date: 2026-01-03, participants: 6}
              - {id: d, kind: focus-group, group: parent, date: 2026-01-04, participants: 7}
              - {id: e, kind: focus-group, group: student, date: 2026-01-05, participants: 12}
            themes:
              - {title: T, summary: S., raised-by: [sro, parent, student]}

            """
        let tree = try booklet(["interviews.yaml": yaml])
        #expect(
            try tree.texts("//section[@id='Voices']//span[@class='by']") == [
                "Raised by students as well as school and police leadership."
            ])
    }

    @Test("Counts of groups of students stand below those of all, and zero is printed")
    func groupsOfStudents() throws {
        let table = """
            period,measure,count,students
            2024-2025,out-of-school-suspensions,60,
            2024-2025,out-of-school-suspensions,25,female
            2024-2025,out-of-school-suspensions,35,male
            2024-2025,student-arrests,0,
            2024-2025,mentoring-sessions,4,

            """
        let tree = try booklet(["measures.csv": table])
        #expect(
            try tree.rows(ofTable: countsCaption) == [
                ["Student arrests", "0"], ["Out-of-school suspensions", "60"],
                ["Out-of-school suspensionsFemale", "25"],
                ["Out-of-school suspensionsMale", "35"], ["Mentoring sessions", "†"],
            ])
        let key = try tree.text("//section[@id='Measures']//p[@class='key']")
        for mark in ["†", "–", "no answers", "0"] { #expect(key.contains("\(mark) "), "\(mark)") }
    }

    @Test("The method says how numbers are protected, from how many people on, and where all numbers are")
    func protection() throws {
        let yes = [Int](repeating: 2, count: 14)
        let tree = try booklet(
            [
                "school.yaml": surveyedSchool, "surveys/w1-student.csv": answers(yes, yes),
                "surveys/w1-teacher.csv": answers(yes, yes),
            ], site: "disclosure: {students-and-families: 15, staff: 12}\n", shared: shortInstrument)
        let rows = try tree.rows(ofTable: "Invited and answered, by group")
        #expect(rows.map { $0[3] } == ["fewer than 15", "14"])
        let method = try tree.text("//section[@id='Method']")
        for part in ["15 students or parents, or 12 members of staff", "above none and below 15", "numbers.csv"] {
            #expect(method.contains(part), "\(part)")
        }
        #expect(!method.contains("leadership"))
        #expect(try !tree.text("/html").contains("fewer than 10"))
    }
}
