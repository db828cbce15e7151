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

    /// Holds all shares of a wave against the exports; how many were compared.
    private func check(_ school: String, _ tree: MarkupTree, headers: Int, wave: String) throws -> Int {
        var compared = 0
        for group in Self.groups {
            let counted = try SurveyRecount(
                group.files.map { "\(school)/surveys/\(wave.lowercased())-\($0).csv" }, headers: headers)
            let participation = try tree.rows(ofTable: "Invited and answered, by group")
                .first { $0[0] == wave && $0[1] == group.title }
            let isShown = counted.respondents >= group.threshold
            #expect(
                participation?[3] == (isShown ? "\(counted.respondents)" : "fewer than \(group.threshold)"),
                "\(group.title)")
            let column = try tree.texts("//table[@class='results'][1]/thead/tr/th").firstIndex(of: group.title)
            #expect((column != nil) == isShown, "\(group.title)")
            guard let column else { continue }
            for row in try tree.xpath("//table[contains(caption, 'favorable answers by group')]/tbody/tr") {
                let question = row.children[0].text.replacing(" ↺", with: "")
                let raw = try #require(counted.items[question], "\(question)")
                let expected = ToldShare(
                    respondents: counted.respondents, valid: raw.valid, favorable: raw.favorable,
                    threshold: group.threshold)
                let line = row.children[column].children.first { $0.name == "span" && $0.children.first?.text == wave }
                let told = try #require(line).children.dropFirst().map(\.text)
                #expect(told == expected.parts, "\(group.title): \(question)")
                #expect(expected.fits(told), "\(group.title): \(question): \(told)")
                compared += 1
            }
        }
        return compared
    }

    @Test("Every share of the middle school is what its SurveyMonkey exports say")
    func linden() throws {
        #expect(try check("linden-middle", tree("linden-middle"), headers: 2, wave: "Baseline") == 96)
    }

    @Test("Every share of both waves of the high school is what its Google Forms exports say")
    func cedarHollow() throws {
        let tree = try tree("cedar-hollow-high")
        for wave in ["Baseline", "Follow-up"] {
            #expect(try check("cedar-hollow-high", tree, headers: 1, wave: wave) == 96)
        }
    }

    @Test("Every share of the rural school is what its Qualtrics exports say")
    func juniperFlat() throws {
        #expect(try check("juniper-flat", tree("juniper-flat"), headers: 3, wave: "Baseline") == 48)
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
                        let counted = try SurveyRecount(
                            group.files.map { "\(school)/surveys/\(wave.lowercased())-\($0).csv" }, headers: headers)
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
            isTold ? ["\(Int((100 * Double($0) / Double(answered)).rounded())) %", "(\(answered))"] : ["†"]
        }
    }
}
