import Foundation
import Markup
import TestSupport
import Testing

/// Counts the survey exports again, and holds the booklets against it.
@Suite("The numbers of a booklet, counted again")
struct RecountTests {
    private static let groups: [(title: String, files: [String], threshold: Int)] = [
        ("Students", ["student"], 10), ("Parents", ["parent"], 10), ("Teachers", ["teacher"], 5),
        ("School and police leadership", ["administrator", "sro"], 5),
    ]

    private func tree(_ school: String) throws -> MarkupTree {
        try MarkupTree.parseHTML(#require(try booklets(reading: Repository.content)[school + "/booklet.html"]))
    }

    private static func counted(
        _ school: String, _ group: (title: String, files: [String], threshold: Int), headers: Int, wave: String
    ) throws -> SurveyRecount {
        try SurveyRecount(
            group.files.map { "\(school)/surveys/\(wave.lowercased())-\($0).csv" }, headers: headers)
    }

    /// Holds all shares of a wave against the exports; how many were compared.
    private func check(_ school: String, _ tree: MarkupTree, headers: Int, wave: String) throws -> Int {
        var compared = 0
        for group in Self.groups {
            let counted = try Self.counted(school, group, headers: headers, wave: wave)
            let participation = try tree.rows(ofTable: "Invited and answered, by group")
                .first { $0[0] == group.title && $0[1] == wave }
            let isShown = counted.respondents >= group.threshold
            #expect(
                participation?[3] == (isShown ? "\(counted.respondents)" : "fewer than \(group.threshold)"),
                "\(group.title)")
            for (question, rows) in try tree.itemTables() {
                let row = rows["\(group.title), \(wave)"]
                #expect((row != nil) == isShown, "\(group.title): \(question)")
                guard let row else { continue }
                let raw = try #require(counted.items[question], "\(question)")
                let expected = ToldShare(
                    respondents: counted.respondents, valid: raw.valid, favorable: raw.favorable,
                    threshold: group.threshold)
                #expect(row.told == expected.parts, "\(group.title): \(question)")
                #expect(expected.fits(row.told), "\(group.title): \(question): \(row.told)")
                try Self.expectRest(row, raw, expected, "\(group.title): \(question)")
                compared += 1
            }
        }
        return compared
    }

    /// Expects what else is told of a question to be true of the raw counts: neutral and unfavorable answers, and an interval
    /// around the share.
    private static func expectRest(
        _ row: ItemRow, _ raw: SurveyRecount.Count, _ favorable: ToldShare, _ comment: Comment
    ) throws {
        for (told, count) in [(row.neutral, raw.neutral), (row.unfavorable, raw.valid - raw.favorable - raw.neutral)] {
            let share = ToldShare(
                respondents: favorable.respondents, valid: raw.valid, favorable: count, threshold: favorable.threshold)
            #expect(told == "†" || told == "no answers" || share.fits([told, "(\(row.n))"]), "\(comment): \(told)")
        }
        #expect((favorable.value == nil) == (row.interval == "–" || row.interval == row.n), "\(comment)")
        guard let value = favorable.value else { return }
        let ends = row.interval.dropLast().split(separator: "–").compactMap { Double($0) }
        #expect(ends.count == 2 && ends[0] <= value.rounded() && value.rounded() <= ends[1], "\(comment)")
        #expect(ends.allSatisfy { (0...100).contains($0) }, "\(comment)")
    }

    /// Holds all domains of a wave against the exports; how many numbers were compared.
    private func checkDomains(_ school: String, _ tree: MarkupTree, headers: Int, wave: String) throws -> Int {
        var compared = 0
        let tables = try tree.domainTables()
        let questions = try tree.questionsOfDomains()
        #expect(tables.map(\.domain).sorted() == questions.keys.sorted())
        for group in Self.groups {
            let counted = try Self.counted(school, group, headers: headers, wave: wave)
            for table in tables {
                let row = table.rows[group.title]
                let comment: Comment = "\(group.title): \(table.domain)"
                guard counted.respondents >= group.threshold else {
                    // A group that is shown in another wave has a row in which this one is withheld.
                    #expect(row.map { $0["\(wave), favorable"] == "†" && $0["\(wave), score"] == "†" } ?? true, comment)
                    continue
                }
                let asked = try #require(questions[table.domain])
                let shares = asked.compactMap { question in
                    counted.items[question].flatMap {
                        ToldShare(
                            respondents: counted.respondents, valid: $0.valid, favorable: $0.favorable,
                            threshold: group.threshold
                        ).value
                    }
                }
                let mean = shares.reduce(0, +) / Double(shares.count)
                let isTold = shares.count == asked.count
                #expect(row?["\(wave), favorable"] == (isTold ? "\(Int(mean.rounded()))%" : "†"), comment)
                let score = ToldScore(counted.scores, of: asked, threshold: group.threshold)
                #expect(row?["\(wave), score"] == score.text, comment)
                compared += 2
            }
        }
        return compared
    }

    @Test("Every share of the middle school is what its SurveyMonkey exports say")
    func linden() throws {
        let tree = try tree("linden-middle")
        #expect(try check("linden-middle", tree, headers: 2, wave: "Baseline") == 96)
        #expect(try checkDomains("linden-middle", tree, headers: 2, wave: "Baseline") == 48)
    }

    @Test("Every share of both waves of the high school is what its Google Forms exports say")
    func cedarHollow() throws {
        let tree = try tree("cedar-hollow-high")
        for wave in ["Baseline", "Follow-up"] {
            #expect(try check("cedar-hollow-high", tree, headers: 1, wave: wave) == 96)
            #expect(try checkDomains("cedar-hollow-high", tree, headers: 1, wave: wave) == 48)
        }
    }

    @Test("Every share of the rural school is what its Qualtrics exports say")
    func juniperFlat() throws {
        let tree = try tree("juniper-flat")
        #expect(try check("juniper-flat", tree, headers: 3, wave: "Baseline") == 48)
        #expect(try checkDomains("juniper-flat", tree, headers: 3, wave: "Baseline") == 24)
    }

    @Test(
        "Every option's share is what the exports of the three tools say, or withheld with all others of its question")
    func choices() throws {
        var told = 0
        for (school, headers, waves) in [
            ("cedar-hollow-high", 1, ["Baseline", "Follow-up"]), ("linden-middle", 2, ["Baseline"]),
            ("juniper-flat", 3, ["Baseline"]),
        ] {
            let tree = try tree(school)
            for table in try tree.xpath("//table[contains(caption, 'Who chose what')]") {
                let rows = table.children.first { $0.name == "tbody" }?.children ?? []
                let heads = table.children.first { $0.name == "thead" }?.children[0].children.map(\.text) ?? []
                let options = rows.map { $0.children[0].text }
                for wave in waves {
                    for group in Self.groups {
                        guard let column = heads.firstIndex(of: group.title) else { continue }
                        let counted = try Self.counted(school, group, headers: headers, wave: wave)
                        let expected = Self.options(options, counted, group.threshold)
                        let lines = rows.map { row in
                            row.children[column].children.first { $0.children.first?.text == wave }?
                                .children.dropFirst().map(\.text) ?? []
                        }
                        #expect(lines == expected, "\(school), \(group.title), \(wave): \(options)")
                        told += lines.count { $0.count == 2 }
                    }
                }
            }
        }
        #expect(told >= 20)
    }

    /// What should be told of options: all of them, where all are more than few and those who gave no answer are not few.
    private static func options(_ options: [String], _ counted: SurveyRecount, _ threshold: Int) -> [[String]] {
        let (counts, answered) = counted.choices(options)
        let isExclusive = counts.reduce(0, +) == answered
        let limit = ToldShare.limit(answered, threshold)
        let areMany = counts.allSatisfy { $0 > limit && (isExclusive || answered - $0 > limit) }
        let isTold = areMany && !(1..<threshold).contains(counted.respondents - answered)
        return counts.map {
            isTold ? ["\(Int((100 * Double($0) / Double(answered)).rounded()))%", "(\(answered))"] : ["†"]
        }
    }
}
