import Markup
import TestSupport
import Testing

@Suite("What a booklet says of the plan, of support and of lines of communication")
struct PracticeTests {
    private func plan(_ statuses: [String], due: String = "2027-01-01") -> String {
        let steps = statuses.enumerated().map {
            "          - {id: s\($0), title: Step, owner: P, due: \(due), status: \($1)}\n"
        }
        return """
            goals:
              - id: g
                title: G
                objectives:
                  - id: o
                    title: O
                    success: It works
                    steps:
            \(steps.joined())revisions:
              - {date: 2026-01-15, summary: Looked at}

            """
    }

    private func progress(_ statuses: [String], due: String = "2027-01-01") throws -> String {
        try booklet(["plan.yaml": plan(statuses, due: due)]).text("//section[@id='Plan']/p[@class='headline']")
    }

    @Test("How far a plan has come is counted in words, one step and several")
    func progress() throws {
        #expect(try progress(["done"]) == "The plan has one action step, and it is done.")
        #expect(
            try progress(["done", "done", "in-progress", "not-started", "not-started", "deferred"])
                == "Of the plan’s 6 action steps, 2 are done, one is in progress, 2 are not started and one is deferred."
        )
        #expect(
            try progress(["not-started"], due: "2026-01-14")
                == "The plan has one action step, which has not been started. It is overdue.")
        #expect(try progress(["done", "done"]) == "Of the plan’s 2 action steps, 2 are done.")
        #expect(
            try progress(["not-started", "done"], due: "2026-01-14")
                == "Of the plan’s 2 action steps, one is done and one is not started. One open step is overdue.")
        #expect(
            try progress(["not-started", "in-progress"], due: "2026-01-14")
                == "Of the plan’s 2 action steps, one is in progress and one is not started. Of the open steps, 2 are overdue."
        )
    }

    @Test("A plan whose objectives have no steps has no headline, and an objective without steps no table")
    func withoutSteps() throws {
        let tree = try booklet([
            "plan.yaml": "goals:\n  - {id: g, title: G, objectives: [{id: o, title: O, success: S}]}\n"
        ])
        #expect(try tree.xpath("//section[@id='Plan']//p[@class='headline']").isEmpty)
        #expect(try tree.xpath("//section[@id='Plan']//table").isEmpty)
        #expect(try tree.texts("//section[@id='Plan']/h4") == ["Objective 1.1: O"])
    }

    @Test("Sixty action steps each have their row")
    func manySteps() throws {
        let tree = try booklet(["plan.yaml": plan([String](repeating: "in-progress", count: 60))])
        #expect(try tree.rows(ofTable: "Action steps for objective 1.1").count == 60)
        #expect(try progress([String](repeating: "done", count: 60)) == "Of the plan’s 60 action steps, 60 are done.")
    }

    @Test("Revisions stand in the order of the file, each a sentence")
    func revisions() throws {
        let tree = try booklet(["plan.yaml": plan(["done"])])
        #expect(try tree.texts("//section[@id='Changes']//dt") == ["January 15, 2026"])
        #expect(try tree.texts("//section[@id='Changes']//dd") == ["Looked at."])
    }

    private func support(_ activities: [(kind: String, hours: String?)]) throws -> String {
        let lines = activities.map { activity in
            let hours = activity.hours.map { ", hours: \($0)" } ?? ""
            return "  - {date: 2026-01-01, kind: \(activity.kind), title: T, audience: A\(hours)}\n"
        }
        return try booklet(["support.yaml": "activities:\n" + lines.joined()]).text("//section[@id='Support']/p")
    }

    @Test("Support is summed up by kind, in singular and plural, with hours where they are on record")
    func support() throws {
        #expect(
            try support([("training", "1"), ("meeting", nil), ("meeting", nil)])
                == "We helped with one training and 2 meetings, one hour in all.")
        #expect(
            try support([("meeting", "1.5"), ("meeting", "1")]) == "We helped with 2 meetings, 2.5 hours in all.")
        #expect(
            try support([("conflict-resolution", nil), ("check-in", nil)])
                .hasPrefix("We helped with one check-in and one conflict worked through"))
        #expect(try !support([("resource", nil)]).contains("hour"))
    }

    private func lines(_ statuses: [String]) throws -> String {
        let lines = statuses.map { "  - {shared: A, by: B, to: C, how: D, within: E, status: \($0)}\n" }
        return try booklet(["protocols.yaml": "lines:\n" + lines.joined()]).text("//section[@id='Lines']/p")
    }

    @Test("Lines of communication are counted by how they work, in singular and plural")
    func lines() throws {
        #expect(try lines(["in-place"]) == "One line is in place.")
        #expect(try lines(["missing", "partial", "partial"]) == "2 lines work in part and one line is missing.")
        #expect(
            try lines(["in-place", "in-place", "partial", "missing"])
                == "2 lines are in place, one line works in part and one line is missing.")
    }

    @Test("The glossary has every term once, each with what it means in a sentence")
    func glossary() throws {
        let tree = try booklet([:])
        let terms = try tree.texts("//section[@id='Glossary']//dt")
        #expect(terms.count >= 10 && Set(terms).count == terms.count)
        #expect(terms.contains("SRO") && terms.contains("95% interval"))
        let meanings = try tree.texts("//section[@id='Glossary']//dd")
        #expect(meanings.count == terms.count && meanings.allSatisfy { $0.hasSuffix(".") })
    }
}
