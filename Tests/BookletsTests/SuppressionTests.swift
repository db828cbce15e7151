import CSV
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
    @Test("Of the small rural school only students and teachers are shown, and no other group has a number anywhere")
    func juniperFlat() throws {
        let html = try #require(try booklets(reading: Repository.content)["juniper-flat/booklet.html"])
        let tree = try MarkupTree.parseHTML(html)
        let participation = try tree.rows(ofTable: "Invited and answered, by group")
        #expect(
            participation.map { Array($0[1...]) } == [
                ["Students", "41", "34", "83 %"], ["Parents", "38", "fewer than 10", "†"],
                ["Teachers", "8", "7", "88 %"], ["School and police leadership", "3", "fewer than 5", "†"],
            ])
        #expect(
            try tree.rows(ofTable: "Counts by school year") == [
                ["Student arrests", "0"], ["Out-of-school suspensions", "†"], ["Community events", "5"],
            ])
        // Of seven teachers even a bound would tell how some of them answered.
        for row in try tree.xpath("//table[@class='results']/tbody/tr") {
            #expect(row.children.last?.text.hasSuffix("†") == true)
        }
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

    /// The booklet of a school with so many students who say yes, no, and nothing to the first question.
    private func tree(yes: Int, no: Int, none: Int = 0) throws -> MarkupTree {
        let rows = [Int](repeating: 2, count: yes) + [Int](repeating: 1, count: no)
        let file = answers(rows, rows) + String(repeating: ",1\n", count: none)
        return try booklet(
            [
                "school.yaml": surveyedSchool.replacing("student: 20", with: "student: 400"),
                "surveys/w1-student.csv": file,
            ], shared: shortInstrument)
    }

    private func first(_ tree: MarkupTree) throws -> [String] {
        try #require(try tree.xpath("//span[@class='line']").first).children.dropFirst().map(\.text)
    }

    @Test("Nothing is told of a question that so few answered that a bound on one side would tell of the other")
    func twiceTheLimit() throws {
        #expect(try first(tree(yes: 10, no: 8)) == ["†"])
        #expect(try first(tree(yes: 10, no: 9)) == ["at least 52 %", "(19)"])
        #expect(try first(tree(yes: 50, no: 50)) == ["50 %", "(100)"])
    }

    @Test("Where few are on one side a bound is told, the same for any number of them, and no bar is drawn")
    func bounds() throws {
        for few in [0, 1, 9] {
            let high = try tree(yes: 60 - few, no: few)
            #expect(try first(high) == ["at least 85 %", "(60)"])
            #expect(try first(tree(yes: few, no: 60 - few)) == ["at most 15 %", "(60)"])
            #expect(try high.xpath("//*[@class='track']").isEmpty)
        }
        #expect(try first(tree(yes: 50, no: 10)) == ["83 %", "(60)"])
    }

    @Test("Where the last survey's share is a bound, no bar of an earlier one is taken for it")
    func boundAfterShare() throws {
        let wave =
            "  - {id: w2, title: Follow-up, from: 2026-01-05, to: 2026-01-09, format: plain, invited: {student: 90}}\n"
        let (half, all) = (
            [Int](repeating: 2, count: 30) + [Int](repeating: 1, count: 30), [Int](repeating: 2, count: 60)
        )
        for (first, second, bars) in [(half, all, 0), (all, half, 1), (half, half, 2)] {
            let tree = try booklet(
                [
                    "school.yaml": surveyedSchool.replacing("student: 20", with: "student: 90") + wave,
                    "surveys/w1-student.csv": answers(first, half), "surveys/w2-student.csv": answers(second, half),
                ], shared: shortInstrument)
            #expect(try tree.xpath("//table[@class='results']//tr[1]//*[@class='track']").count == bars)
        }
    }

    @Test("Where few gave no answer, how many is a range and the share is in steps, the same for any number of them")
    func steps() throws {
        #expect(try first(tree(yes: 30, no: 20)) == ["60 %", "(50)"])
        for none in 1...9 {
            #expect(try first(tree(yes: 30, no: 20 - none, none: none))[1] == "(41–49)")
        }
        #expect(try first(tree(yes: 27, no: 21, none: 2)) == ["about 55 %", "(41–49)"])
        #expect(try first(tree(yes: 30, no: 10, none: 10)) == ["75 %", "(40)"])
    }

    @Test("Of so few that both those who answered a question and those who didn't are few, it tells nothing of either")
    func fewOnBothSides() throws {
        for respondents in [11, 18] {
            let told = try (1..<respondents).map { none in
                let rows =
                    String(repeating: "2,2\n", count: respondents - none) + String(repeating: ",2\n", count: none)
                let rendered = try bookletFiles(
                    ["school.yaml": surveyedSchool, "surveys/w1-student.csv": "q1,q2\n" + rows],
                    shared: shortInstrument)
                return try #require(rendered["oak/numbers.csv"]).split(whereSeparator: \.isNewline)
                    .filter { $0.hasPrefix("q1.students.") }.joined(separator: "\n")
            }
            #expect(told[0].contains("q1.students.n.w1,") && Set(told).count == 1, "\(respondents)")
        }
    }

    @Test("Administrators and SROs are told together, and apart where each are many or all officers agreed")
    func leadership() throws {
        let instrument = try #require(shortInstrument["instruments/short.yaml"])
            .replacing("[student, teacher]", with: "[student, administrator, sro]")
        func groups(administrators: Int, sros: Int, consent: String = "") throws -> [[String]] {
            let yes = { (count: Int) in answers([Int](repeating: 2, count: count), [Int](repeating: 2, count: count)) }
            let tree = try booklet(
                [
                    "school.yaml": surveyedSchool.replacing(
                        "student: 20, teacher: 12", with: "administrator: 8, sro: 6") + consent,
                    "surveys/w1-administrator.csv": yes(administrators), "surveys/w1-sro.csv": yes(sros),
                ], shared: ["instruments/short.yaml": instrument])
            let method = try tree.text("//section[@id='Method']")
            let rows = try tree.rows(ofTable: "Invited and answered, by group").filter { $0[1] != "Students" }
            #expect(method.contains("“School and police leadership”") == (rows.count == 1))
            #expect(method.contains("All officers agreed") == !consent.isEmpty)
            return rows.map { Array($0[1...3]) }
        }
        #expect(try groups(administrators: 6, sros: 2) == [["School and police leadership", "14", "8"]])
        #expect(try groups(administrators: 6, sros: 5) == [["Administrators", "8", "6"], ["SROs", "6", "5"]])
        #expect(
            try groups(administrators: 6, sros: 1, consent: "sro-consents: true\n")
                == [["Administrators", "8", "6"], ["SROs", "6", "1"]])
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

    @Test(
        "In schools of any size no small group has a number, and nothing told is small or leaves a few",
        arguments: 0..<40 as Range<UInt64>)
    func random(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var files = [
            "school.yaml": surveyedSchool.replacing("student: 20, teacher: 12", with: "student: 70, teacher: 70")
        ]
        var counts: [String: Int] = [:]
        let least = ["Students": 10, "Teachers": 5]
        for (group, title) in [("student", "Students"), ("teacher", "Teachers")] {
            let count = Int(random.next() % (seed.isMultiple(of: 2) ? 24 : 70))
            counts[title] = count
            // From schools where nearly everybody agrees to those where nearly nobody does, and from few gaps to many.
            let (agreement, gaps) = (random.next() % 101, random.next() % 20)
            let rows = (0..<count).map { _ in
                (0..<2).map { _ in
                    random.next() % 100 < gaps ? "" : random.next() % 100 < agreement ? "2" : "1"
                }
            }
            // A row without an answer is nobody.
            .map { $0 == ["", ""] ? "1," : $0.joined(separator: ",") }
            files["surveys/w1-\(group).csv"] = (["q1,q2"] + rows).joined(separator: "\n") + "\n"
        }
        let rendered = try bookletFiles(files, shared: shortInstrument)
        let tree = try MarkupTree.parseHTML(#require(rendered["oak/booklet.html"]))
        for row in try tree.rows(ofTable: "Invited and answered, by group") {
            let (count, minimum) = (try #require(counts[row[1]]), try #require(least[row[1]]))
            #expect(row[3] == (count == 0 ? "no answers" : count < minimum ? "fewer than \(minimum)" : "\(count)"))
            #expect((row[4] == "†") == (1..<minimum).contains(count))
        }
        let shown = try tree.texts("//table[@class='results'][1]/thead/tr/th").dropFirst()
        #expect(Set(shown) == Set(counts.filter { $0.value >= least[$0.key, default: 0] && $0.value > 0 }.keys))
        try Self.expectNothingSmall(in: tree)
        try Self.expectNothingSmall(in: #require(rendered["oak/numbers.csv"]), least: ["students": 10, "teachers": 5])
    }

    /// Expects a share only beside a number of answers, a bar only for a share that is told outright, and every number of answers
    /// to be so large that neither side of it can be few.
    private static func expectNothingSmall(in tree: MarkupTree) throws {
        for line in try tree.xpath("//span[@class='line']") {
            let percent = line.children.first { $0.name == "b" }?.text ?? ""
            let count = line.children.first { $0[attribute: "class"] == "n" }?.text
            #expect((count != nil) == percent.hasSuffix("%"), "\(percent)")
            guard let count else { continue }
            let numbers = count.dropFirst().dropLast().split(separator: "–").compactMap {
                Int($0.replacing(",", with: ""))
            }
            // Twice the limit is at least eight for staff, of whom five are the fewest.
            #expect(try #require(numbers.min()) > 8, "\(count)")
        }
        for cell in try tree.xpath("//table[contains(caption, 'favorable answers by group')]//td") {
            let bars =
                cell.children.first { $0.name == "svg" }?.children.count { $0[attribute: "class"] != nil } ?? 0
            let isOutright = cell.children.filter { $0.name == "span" }
                .map { $0.text.hasSuffix(")") && !$0.text.contains("at ") }
            // A bar has a track and what fills it.
            #expect(bars == (isOutright.last == true ? 2 * isOutright.count { $0 } : 0))
        }
    }

    /// Expects every number of people in a table of numbers to be none or at least the fewest of its group, and to differ from
    /// the number who took part, or gave a valid answer, by none or as many.
    private static func expectNothingSmall(in numbers: String, least: [String: Int]) throws {
        var log = DiagnosticLog()
        let table = try #require(CSVTable(SourceFile(path: "numbers.csv", bytes: Array(numbers.utf8)), log: &log))
        let names = table.row(0)
        func field(_ row: Int, _ name: String) throws -> String { table[row, try #require(names.firstIndex(of: name))] }
        var told: [String: Int] = [:]
        for row in 1..<table.rowCount where try field(row, "status") == "told" && field(row, "unit") == "count" {
            told[try field(row, "name")] = Int(try field(row, "value"))
        }
        for (name, count) in told where !name.contains(".invited.") {
            let parts = name.split(separator: ".").map(String.init)
            let minimum = try #require(least[parts[1]])
            func isLarge(_ count: Int) -> Bool { count == 0 || count >= minimum }
            #expect(isLarge(count), "\(name) is \(count)")
            // Of a range not even the ends tell of the few.
            guard !["n-least", "n-greatest"].contains(parts[2]) else { continue }
            var wholes = ["survey.\(parts[1]).answered.\(parts[3])"]
            if !["n", "missing", "dont-know", "not-applicable"].contains(parts[2]) {
                wholes.append("\(parts[0]).\(parts[1]).n.\(parts[3])")
            }
            for whole in wholes.compactMap({ told[$0] }) {
                #expect(isLarge(whole - count), "\(name) is \(count) of \(whole)")
            }
        }
    }
}
