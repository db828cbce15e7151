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
            participation == [
                ["Students", "Baseline", "41", "34", "83%"], ["Parents", "Baseline", "38", "fewer than 10", "†"],
                ["Teachers", "Baseline", "8", "7", "88%"],
                ["School and police leadership", "Baseline", "3", "fewer than 5", "†"],
            ])
        #expect(
            try tree.rows(ofTable: countsCaption) == [
                ["Student arrests", "00.0 (0.0 to 60.5)"], ["Out-of-school suspensions", "†"],
                ["Community events", "5"],
            ])
        // Of seven teachers even a bound would tell how some of them answered.
        for (question, rows) in try tree.itemTables() {
            #expect(rows.keys.sorted() == ["Students, Baseline", "Teachers, Baseline"])
            #expect(rows["Teachers, Baseline"]?.cells == [String](repeating: "†", count: 5), "\(question)")
        }
        for (domain, rows) in try tree.domainTables() {
            #expect(rows.keys.sorted() == ["Students", "Teachers"])
            #expect(rows["Teachers"].map { Set($0.values) } == ["†"], "\(domain)")
        }
        try Self.expectNothingSmall(in: tree)
    }

    @Test("A school of nine students has no result at all")
    func nine() throws {
        let yes = [Int](repeating: 2, count: 9)
        let tree = try booklet(
            ["school.yaml": surveyedSchool, "surveys/w1-student.csv": answers(yes, yes)], shared: shortInstrument)
        #expect(try tree.sections() == ["Profile", "Listening", "Method", "Glossary"])
        #expect(
            try tree.rows(ofTable: "Invited and answered, by group") == [
                ["Students", "Baseline", "20", "fewer than 10", "†"], ["Teachers", "Baseline", "12", "–", "–"],
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
        try #require(try tree.itemRows("q1")["Students, Baseline"]).told
    }

    @Test("Nothing is told of a question that so few answered that a bound on one side would tell of the other")
    func twiceTheLimit() throws {
        #expect(try first(tree(yes: 10, no: 8)) == ["†"])
        #expect(try first(tree(yes: 10, no: 9)) == ["at least 52%", "(19)"])
        #expect(try first(tree(yes: 50, no: 50)) == ["50%", "(100)"])
    }

    @Test(
        "Where few are on one side a bound is told, the same for any number of them, and nothing else of the question")
    func bounds() throws {
        for few in [0, 1, 9] {
            let high = try tree(yes: 60 - few, no: few)
            #expect(try first(high) == ["at least 85%", "(60)"])
            #expect(try first(tree(yes: few, no: 60 - few)) == ["at most 15%", "(60)"])
            #expect(
                try high.itemRows("q1")["Students, Baseline"]?.cells == ["60", "at least 85%", "†", "†", "–"])
            // With the share of the other question it would be told after all.
            #expect(try high.domainTables()[0].rows["Students"]?["Baseline, favorable"] == "†")
        }
        #expect(try first(tree(yes: 50, no: 10)) == ["83%", "(60)"])
    }

    @Test("Where the last survey's share is a bound, no earlier one is taken for it, and nothing is said of a change")
    func boundAfterShare() throws {
        let wave =
            "  - {id: w2, title: Follow-up, from: 2026-01-05, to: 2026-01-09, format: plain, invited: {student: 90}}\n"
        let (half, all) = (
            [Int](repeating: 2, count: 30) + [Int](repeating: 1, count: 30), [Int](repeating: 2, count: 60)
        )
        for (first, second, shares) in [
            (half, all, ["50%", "at least 85%"]), (all, half, ["at least 85%", "50%"]), (half, half, ["50%", "50%"]),
        ] {
            let tree = try booklet(
                [
                    "school.yaml": surveyedSchool.replacing("student: 20", with: "student: 90") + wave,
                    "surveys/w1-student.csv": answers(first, half), "surveys/w2-student.csv": answers(second, half),
                ], shared: shortInstrument)
            let rows = try tree.itemRows("q1")
            for (wave, share) in zip(["Baseline", "Follow-up"], shares) {
                let row = try #require(rows["Students, \(wave)"])
                #expect(row.favorable == share)
                #expect((row.interval == "–") == share.hasPrefix("at"))
                let domain = try #require(tree.domainTables()[0].rows["Students"]?["\(wave), favorable"])
                #expect(domain == (share.hasPrefix("at") ? "†" : "50%"))
            }
            let headline = try tree.text("//p[@class='headline']")
            #expect(!headline.contains("at first"), "\(headline)")
        }
    }

    @Test("Where few gave no answer, how many is a range and the share is in steps, the same for any number of them")
    func steps() throws {
        #expect(try first(tree(yes: 30, no: 20)) == ["60%", "(50)"])
        for none in 1...9 {
            #expect(try first(tree(yes: 30, no: 20 - none, none: none))[1] == "(41–49)")
        }
        #expect(try first(tree(yes: 27, no: 21, none: 2)) == ["about 55%", "(41–49)"])
        #expect(try first(tree(yes: 30, no: 10, none: 10)) == ["75%", "(40)"])
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

    @Test(
        "Administrators and SROs are told together, and apart where each are many or either all agreed, which the method says"
    )
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
            let rows = try tree.rows(ofTable: "Invited and answered, by group").filter { $0[0] != "Students" }
            #expect(method.contains("“School and police leadership”") == (rows.count == 1))
            #expect(method.contains("agreed that") == !consent.isEmpty)
            #expect(method.contains("All officers agreed") == (consent == "sro-consents: true\n"))
            #expect(method.contains("All administrators agreed") == (consent == "administrator-consents: true\n"))
            #expect(method.contains("All administrators and all officers agreed") == (consent.count > 40))
            return rows.map { [$0[0], $0[2], $0[3]] }
        }
        #expect(try groups(administrators: 6, sros: 2) == [["School and police leadership", "14", "8"]])
        #expect(try groups(administrators: 6, sros: 5) == [["Administrators", "8", "6"], ["SROs", "6", "5"]])
        #expect(
            try groups(administrators: 6, sros: 1, consent: "sro-consents: true\n")
                == [["Administrators", "8", "6"], ["SROs", "6", "1"]])
        #expect(
            try groups(administrators: 2, sros: 5, consent: "administrator-consents: true\n")
                == [["Administrators", "8", "2"], ["SROs", "6", "5"]])
        #expect(
            try groups(administrators: 2, sros: 1, consent: "sro-consents: true\nadministrator-consents: true\n")
                == [["Administrators", "8", "2"], ["SROs", "6", "1"]])
    }

    @Test("A survey that nobody answered says so and shows nothing")
    func emptyWave() throws {
        let tree = try booklet(
            ["school.yaml": surveyedSchool, "surveys/w1-student.csv": "q1,q2\n"], shared: shortInstrument)
        #expect(
            try tree.rows(ofTable: "Invited and answered, by group").first == [
                "Students", "Baseline", "20", "no answers", "0%",
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
            let (count, minimum) = (try #require(counts[row[0]]), try #require(least[row[0]]))
            #expect(row[3] == (count == 0 ? "no answers" : count < minimum ? "fewer than \(minimum)" : "\(count)"))
            #expect((row[4] == "†") == (1..<minimum).contains(count))
        }
        let large = Set(counts.filter { $0.value >= least[$0.key, default: 0] && $0.value > 0 }.keys)
        #expect(try Set(tree.itemRows("q1").keys) == Set(large.map { $0 + ", Baseline" }))
        #expect(try Set(tree.domainTables().first?.rows.keys.map { $0 } ?? []) == large)
        try Self.expectNothingSmall(in: tree)
        try Self.expectNothingSmall(in: #require(rendered["oak/numbers.csv"]), least: ["students": 10, "teachers": 5])
    }

    /// Expects a share only beside a number of answers, every number of answers to be so large that neither side of it can be
    /// few, nothing but the bound of a question of which a bound is told, and of domains no share that rests on such a one.
    private static func expectNothingSmall(in tree: MarkupTree) throws {
        for line in try tree.xpath("//span[@class='line']") {
            let percent = line.children.first { $0.name == "b" }?.text ?? ""
            let count = line.children.first { $0[attribute: "class"] == "n" }?.text
            #expect((count != nil) == percent.hasSuffix("%"), "\(percent)")
            if let count { try expectLarge(String(count.dropFirst().dropLast())) }
        }
        for (question, rows) in try tree.itemTables() {
            for row in rows.values {
                let isTold = row.favorable.hasSuffix("%")
                let isBound = row.favorable.hasPrefix("at ")
                #expect(isTold == (row.n.first?.isNumber == true), "\(question): \(row)")
                if isTold { try expectLarge(row.n) } else { #expect(Set(row.cells).count == 1, "\(question): \(row)") }
                if isBound { #expect(row.cells[2...] == ["†", "†", "–"], "\(question): \(row)") }
            }
        }
        for (domain, rows) in try tree.domainTables() {
            for (group, cells) in rows {
                for (column, cell) in cells where column.hasSuffix(", favorable") && cell.hasSuffix("%") {
                    let questions = try tree.questionsOfDomains()[domain] ?? []
                    let who = "\(group), \(column.dropLast(", favorable".count))"
                    for (question, rows) in try tree.itemTables() where questions.contains(question) {
                        let share = rows[who]?.favorable ?? ""
                        #expect(share.hasSuffix("%") && !share.hasPrefix("at "), "\(domain), \(who): \(question)")
                    }
                }
            }
        }
    }

    /// Expects a number of answers, or the least of a range, to be more than twice a limit, which for staff, of whom five are
    /// the fewest, is at least eight.
    private static func expectLarge(_ count: String) throws {
        let numbers = count.split(separator: "–").compactMap { Int($0.replacing(",", with: "")) }
        #expect(try #require(numbers.min()) > 8, "\(count)")
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
