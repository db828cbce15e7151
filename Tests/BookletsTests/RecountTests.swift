import CSV
import Diagnostics
import Foundation
import Markup
import TestSupport
import Testing

/// Counts a survey export with nothing of Prowess but its CSV reader, and holds the booklet against it.
@Suite("The numbers of a booklet, counted again")
struct RecountTests {
    private static let reversed = [
        "Officers are called for things that teachers or counselors should handle.",
        "There are places in this school where students don't feel safe.",
    ]

    private struct Count {
        var favorable = 0
        var all = 0
    }

    /// How many answered, and the answers to each question by its text.
    private func count(_ file: String, headers: Int) throws -> (answered: Int, items: [String: Count]) {
        let bytes = try #require(FileManager.default.contents(atPath: Repository.content + "/schools/" + file))
        var log = DiagnosticLog()
        let table = try #require(CSVTable(SourceFile(path: file, bytes: [UInt8](bytes)), log: &log))
        var items: [String: Count] = [:]
        var answered = 0
        for row in headers..<table.rowCount {
            var hasAnswer = false
            for column in 0..<table.fieldCount(ofRow: 0) {
                let answer = table[row, column]
                guard ["gree", "sagree"].contains(where: answer.hasSuffix) else { continue }
                hasAnswer = true
                let first = table[0, column]
                let second = headers > 1 ? table[1, column] : ""
                let question = second.isEmpty || second == "Response" ? first : second
                let agrees = ["Agree", "Strongly agree"].contains(answer)
                let disagrees = ["Disagree", "Strongly disagree"].contains(answer)
                items[question, default: Count()].all += 1
                if Self.reversed.contains(question) ? disagrees : agrees {
                    items[question, default: Count()].favorable += 1
                }
            }
            answered += hasAnswer ? 1 : 0
        }
        return (answered, items)
    }

    private func check(
        _ tree: MarkupTree, _ file: String, headers: Int, group: String, wave: String
    ) throws -> Int {
        let (answered, items) = try count(file, headers: headers)
        let participation = try tree.rows(ofTable: "Invited and answered, by group").first {
            $0[0] == wave && $0[1] == group
        }
        #expect(participation?[3] == (answered < 10 ? "fewer than 10" : "\(answered)"), "\(file)")
        let groups = try tree.texts("//table[@class='results'][1]/thead/tr/th")
        guard let column = groups.firstIndex(of: group) else { return 0 }
        var compared = 0
        for row in try tree.xpath("//table[@class='results']/tbody/tr") {
            let question = row.children[0].text.replacing(" ↺", with: "")
            let own = try #require(items[question], "\(question)")
            let line = row.children[column].children.first { $0.name == "span" && $0.children.first?.text == wave }
            let parts = try #require(line).children.map(\.text)
            let percent = Int((100 * Double(own.favorable) / Double(own.all)).rounded())
            #expect(
                parts == (answered < 10 ? [wave, "†"] : [wave, "\(percent) %", "(\(own.all))"]), "\(file): \(question)")
            compared += 1
        }
        return compared
    }

    @Test("Every percentage of the middle school is what its SurveyMonkey export says")
    func linden() throws {
        let html = try #require(try booklets(reading: Repository.content)["linden-middle/booklet.html"])
        let tree = try MarkupTree.parseHTML(html)
        var compared = 0
        for (group, file) in [("Students", "student"), ("Parents", "parent"), ("Teachers", "teacher"), ("SROs", "sro")]
        {
            compared += try check(
                tree, "linden-middle/surveys/baseline-\(file).csv", headers: 2, group: group, wave: "Baseline")
        }
        #expect(compared == 72)
    }

    @Test("Every percentage of both waves of the high school is what its Google Forms exports say")
    func cedarHollow() throws {
        let html = try #require(try booklets(reading: Repository.content)["cedar-hollow-high/booklet.html"])
        let tree = try MarkupTree.parseHTML(html)
        var compared = 0
        for (wave, title) in [("baseline", "Baseline"), ("follow-up", "Follow-up")] {
            for (group, file) in [("Students", "student"), ("Parents", "parent"), ("Teachers", "teacher")] {
                compared += try check(
                    tree, "cedar-hollow-high/surveys/\(wave)-\(file).csv", headers: 1, group: group, wave: title)
            }
        }
        #expect(compared == 144)
    }
}
