import Content
import Dates
import Diagnostics
import Evaluation
import Foundation
import Markup
import TestSupport
import Testing

@Suite("Nobody can be picked out of a booklet")
struct SuppressionTests {
    @Test("Of the small rural school only students are shown, and no other group has a number anywhere")
    func juniperFlat() throws {
        let html = try #require(try booklets(reading: Repository.content)["juniper-flat/booklet.html"])
        let tree = try MarkupTree.parseHTML(html)
        let participation = try tree.rows(ofTable: "Invited and answered, by group")
        #expect(participation.count == 5)
        for row in participation where row[1] != "Students" && row[1] != "Parents" {
            #expect(row[3] == "fewer than 10" && row[4] == "†", "\(row[1])")
        }
        #expect(
            try tree.rows(ofTable: "Counts by school year") == [
                ["Student arrests", "0"], ["Out-of-school suspensions", "fewer than 10"], ["Community events", "5"],
            ])
        try Self.expectNothingSmall(in: tree)
    }

    @Test("A school of nine students has no result at all")
    func nine() throws {
        let yes = [Int](repeating: 2, count: 9)
        let tree = try booklet(
            ["school.yaml": surveyedSchool, "surveys/w1-student.csv": answers(yes, yes)], shared: shortInstrument)
        #expect(try tree.sections() == ["Profile", "Participation", "Method"])
        #expect(
            try tree.rows(ofTable: "Invited and answered, by group") == [
                ["Baseline", "Students", "20", "fewer than 10", "†"], ["Baseline", "Teachers", "12", "–", "–"],
            ])
        #expect(try tree.text("//section[@id='Method']").contains("No group was large enough"))
        #expect(try tree.xpath("//svg").isEmpty)
    }

    @Test("Ten answers are shown; a question that only nine of them answered is not")
    func ten() throws {
        let tree = try booklet(
            [
                "school.yaml": surveyedSchool,
                "surveys/w1-student.csv":
                    answers([Int](repeating: 2, count: 10), [Int](repeating: 2, count: 10)).replacing(
                        "2,2\n2,2\n", with: "2,2\n2,\n", maxReplacements: 1),
            ], shared: shortInstrument)
        #expect(
            try tree.rows(ofTable: "Trust: favorable answers by group").map { $0[1] }.map { $0.hasSuffix("(10)") } == [
                true, false,
            ])
        #expect(try tree.texts("//table[@class='results']//td//b") == ["100 %", "†"])
        try Self.expectNothingSmall(in: tree)
    }

    @Test("A survey that nobody answered says so and shows nothing")
    func emptyWave() throws {
        let tree = try booklet(
            ["school.yaml": surveyedSchool, "surveys/w1-student.csv": "q1,q2\n"], shared: shortInstrument)
        #expect(
            try tree.rows(ofTable: "Invited and answered, by group").first == [
                "Baseline", "Students", "20", "no answers", "0 %",
            ])
        #expect(try !tree.sections().contains("Results"))
    }

    @Test("A survey of a group that the questionnaire does not ask is an error rather than left out")
    func groupNotAsked() throws {
        let yes = [Int](repeating: 2, count: 12)
        let log = try #require(throws: DiagnosticLog.self) {
            try booklet(
                ["school.yaml": surveyedSchool, "surveys/w1-parent.csv": answers(yes, yes)], shared: shortInstrument)
        }
        #expect(log.diagnostics.map { $0.path.hasSuffix("surveys/w1-parent.csv") } == [true])
        #expect(log.diagnostics.first?.message.contains("\"parent\"") == true)
    }

    @Test("In schools of any size no group under ten has a number", arguments: 0..<40 as Range<UInt64>)
    func random(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var files = ["school.yaml": surveyedSchool]
        var counts: [String: Int] = [:]
        for group in ["student", "teacher"] {
            let count = Int(random.next() % 24)
            counts[group] = count
            let rows = (0..<count).map { _ in (0..<2).map { _ in ["1", "2", ""][Int(random.next() % 3)] } }
                // A row without an answer is nobody.
                .map { $0 == ["", ""] ? "1," : $0.joined(separator: ",") }
            files["surveys/w1-\(group).csv"] = (["q1,q2"] + rows).joined(separator: "\n") + "\n"
        }
        let tree = try booklet(files, shared: shortInstrument)
        for row in try tree.rows(ofTable: "Invited and answered, by group") {
            let count = try #require(counts[row[1] == "Students" ? "student" : "teacher"])
            #expect(row[3] == (count == 0 ? "no answers" : count < 10 ? "fewer than 10" : "\(count)"))
            #expect((row[4] == "†") == (1..<10).contains(count))
        }
        let shown = try tree.texts("//table[@class='results']/thead/tr/th").dropFirst()
        #expect(
            Set(shown) == Set(counts.filter { $0.value >= 10 }.map { $0.key == "student" ? "Students" : "Teachers" }))
        try Self.expectNothingSmall(in: tree)
    }

    /// Expects a percentage and a chart only beside a number of answers, and none of these numbers to be small.
    private static func expectNothingSmall(in tree: MarkupTree) throws {
        for line in try tree.xpath("//span[@class='line']") {
            let percent = line.children.first { $0.name == "b" }?.text ?? ""
            let count = line.children.first { $0[attribute: "class"] == "n" }?.text
            #expect((count != nil) == percent.hasSuffix("%"), "\(percent)")
            guard let count else { continue }
            #expect(try #require(Int(count.dropFirst().dropLast())) >= 10)
        }
        for cell in try tree.xpath("//table[@class='results']//td") {
            let bars =
                cell.children.first { $0.name == "svg" }?.children.count { $0[attribute: "class"] == "track" } ?? 0
            let percents = cell.children.count { $0.text.hasSuffix(")") }
            #expect(bars == percents)
        }
    }
}
