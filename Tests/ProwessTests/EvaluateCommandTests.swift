import Foundation
import TestSupport
import Testing

@Suite("prowess evaluate, of the sample schools")
struct EvaluateCommandTests {
    /// Runs the command on the sample content.
    private func evaluate(_ arguments: String...) throws -> CommandLineTool.Run {
        try CommandLineTool.run(
            ["evaluate"] + arguments
                + ["--content", Repository.content, "--layouts", Repository.layouts, "--date", "2026-06-01"])
    }

    /// The rows of a table without quotation marks, field by field, the header first.
    private func rows(_ csv: String) -> [[String]] {
        csv.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The value of each number of a table by its name, empty where it is withheld.
    private func values(_ csv: String) throws -> [String: String] {
        let rows = rows(csv)
        let value = try #require(rows.first?.firstIndex(of: "value"))
        return Dictionary(rows.dropFirst().map { ($0[0], $0[value]) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("A school as text: who took part, what they answered, what was counted, and the marks")
    func text() throws {
        let run = try evaluate("juniper-flat")
        #expect(run.status == 0 && run.errors == "")
        #expect(run.output.hasPrefix("Juniper Flat School (sample data)\nAs of November 14, 2025\n"))
        #expect(run.output.contains(/\n  Baseline  Students +34 +of 41 +83 %/))
        #expect(run.output.contains(/\n  Baseline  School and police leadership +† +of 3 +†\n/))
        #expect(run.output.contains(/\n  Out-of-school suspensions +2025–2026 +†\n/))
        #expect(run.output.hasSuffix("0 counted, and there were none\n"))
    }

    @Test("A school as CSV: every name once, in the columns and with the statistics of the dictionary")
    func csv() throws {
        let rows = rows(try evaluate("cedar-hollow-high", "--format", "csv").output)
        let dictionary = try evaluate("--dictionary")
        #expect(dictionary.status == 0)
        let entries = self.rows(dictionary.output)
        let names = { kind in entries.filter { $0[0] == kind }.map { $0[1] } }
        #expect(entries.first == ["kind", "name", "unit", "meaning"])
        #expect(rows.first == names("column"))
        #expect(rows.count > 1000 && rows.allSatisfy { $0.count == names("column").count })
        #expect(Set(rows.map { $0[0] }).count == rows.count)
        let statistic = try #require(rows.first?.firstIndex(of: "statistic"))
        #expect(Set(rows.dropFirst().map { $0[statistic] }).isSubset(of: names("statistic")))
    }

    @Test("A school as JSON holds the numbers of the CSV, its findings and the approved comments")
    func json() throws {
        let run = try evaluate("cedar-hollow-high", "--format", "json")
        let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(document["school"] as? String == "cedar-hollow-high" && document["sample"] as? Bool == true)
        #expect(document["isProtected"] as? Bool == true)
        #expect(document["minimum"] as? [String: Int] == ["studentsAndFamilies": 10, "staff": 5])
        let numbers = try #require(document["numbers"] as? [[String: Any]])
        let names = rows(try evaluate("cedar-hollow-high", "--format", "csv").output).dropFirst().map { $0[0] }
        #expect(numbers.compactMap { $0["name"] as? String } == names)
        #expect((document["findings"] as? [[String: Any]])?.isEmpty == false)
        let comments = try #require(document["comments"] as? [[String: String]])
        #expect(comments.contains { $0["text"] == "It is calmer since the officers come to lunch." })
        #expect(!comments.contains { $0["text"]?.contains("lockdown") == true })
    }

    @Test("What only --internal tells is nowhere in what is told otherwise")
    func `internal`() throws {
        for school in ["cedar-hollow-high", "juniper-flat", "linden-middle", "meridian-campus"] {
            let told = try evaluate(school, "--format", "csv").output
            let open = try evaluate(school, "--format", "csv", "--internal")
            #expect(open.status == 0)
            let shown = try values(told)
            let secrets = try values(open.output).filter { name, value in
                !value.isEmpty && shown[name, default: ""].isEmpty
            }
            #expect(secrets.count > 20, "\(school)")
            // Whole numbers and short ones are everywhere; the others can be looked for.
            let rare = Set(secrets.values.filter { $0.count(where: \.isNumber) > 10 }).subtracting(shown.values)
            #expect(!rare.isEmpty, "\(school)")
            for text in [told, try evaluate(school).output, try evaluate(school, "--format", "json").output] {
                let found = Set(text.split { !$0.isNumber && !".-e".contains($0) }.map(String.init))
                #expect(rare.isDisjoint(with: found), "\(school)")
            }
            #expect(try evaluate(school, "--internal").output.contains("INTERNAL"))
        }
    }

    @Test("A school that isn't there is told with the nearest that is")
    func nearest() throws {
        let run = try evaluate("cedar-holow-high")
        #expect(run.status == 64 && run.output == "")
        #expect(run.errors.contains("There is no school cedar-holow-high"))
        #expect(run.errors.contains("\"cedar-hollow-high\""))
    }

    @Test("Without a school it compares schools, and of fewer than five tells nothing")
    func summary() throws {
        #expect(try evaluate().output.hasPrefix("4 schools. Fewer than 5 of them"))
        let header = try evaluate("--format", "csv").output
        #expect(rows(header).map { $0.prefix(3) } == [["scope", "instrument", "subject"]])
        #expect(try evaluate("--format", "json").output.filter { !$0.isWhitespace } == "[]")
    }

    @Test("The audit finds nothing that is withheld in what is told of the sample schools")
    func audit() throws {
        let run = try evaluate("--audit")
        #expect(run.status == 0, "\(run.output)")
        #expect(run.output == "4 schools: no withheld number can be found from what is told\n")
    }

    @Test(
        "Actions that exclude each other, and those that lack a school, are a wrong command line",
        arguments: [
            ["--internal"], ["--comments"], ["--release", "school"], ["linden-middle", "--internal", "--audit"],
            ["linden-middle", "--internal", "--comments"], ["linden-middle", "--internal", "--release", "school"],
            ["linden-middle", "--audit", "--comments"], ["--format", "xml"], ["--jobs", "0"],
        ])
    func usage(arguments: [String]) throws {
        let run = try CommandLineTool.run(["evaluate"] + arguments + ["--content", Repository.content])
        #expect(run.status == 64 && run.output == "")
        #expect(run.errors.contains("Error: ") && run.errors.contains("Usage: prowess evaluate"))
    }
}
