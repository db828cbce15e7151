import Markup
import TestSupport
import Testing

@Suite("What a booklet says reads as written by a person")
struct SentenceTests {
    /// What no text of any booklet has in it.
    private static let forbidden = [
        "increased by", "decreased by", "+-", "−−", "--", "  ", " ,", " .", "()", "( ", "..", ":.", "NaN", "nan%",
        "nil",
        "Optional", "{{", "}}", "1 steps", "1 trainings", "1 meetings", "1 lines", "1 documents", "1 hours",
        "of 1 action",
        "-0", "null", "inf",
    ]
    private static let words = Set(["nil", "null", "inf"])

    @Test(
        "In schools of any kind no text is broken, every sentence is whole, and nothing is empty",
        arguments: 0..<60 as Range<UInt64>)
    func random(seed: UInt64) throws {
        let tree = try booklet(RandomSchool(seed: seed).files, shared: RandomSchool.instrument)
        for node in try tree.xpath(
            "//body//*[not(*)][not(ancestor-or-self::svg)]|//body//p|//body//li|//body//td|//body//th")
        where node.name != "img" {
            let text = node.text
            for part in Self.forbidden {
                let isThere =
                    Self.words.contains(part)
                    ? text.split { !$0.isLetter }.contains(Substring(part)) : text.contains(part)
                #expect(!isThere, "\"\(part)\" in \"\(text)\"")
            }
            #expect(text.contains { !$0.isWhitespace } || node.name == "br", "an empty \(node.name)")
        }
        for list in try tree.xpath("//ul|//ol|//dl|//tbody") {
            #expect(!list.children.isEmpty, "an empty \(list.name)")
        }
        for sentence in try sentences(tree) { expectWhole(sentence) }
        for heading in try tree.xpath("//h2[not(following-sibling::*)]|//h3[not(following-sibling::*)]") {
            Issue.record("nothing is below \"\(heading.text)\"")
        }
        for level in 2...5 {
            let empty = "//h\(level)[following-sibling::*[1][self::h1 or self::h2"
            let highers = (3...5).filter { $0 <= level }.map { " or self::h\($0)" }.joined()
            #expect(try tree.xpath(empty + highers + "]]").isEmpty, "a heading right above its like")
        }
        #expect(try tree.xpath("//section[@id='Points']/ul[count(li) > 7]").isEmpty)
        #expect(try tree.xpath("//section[@id='Points']/ul/li/ul[count(li) > 3 or count(li) < 2]").isEmpty)
    }

    /// The texts that are sentences.
    private func sentences(_ tree: MarkupTree) throws -> [String] {
        let lists = ["Glance", "Partnership", "Measures", "Points", "Method"]
            .map { "//section[@id='\($0)']/*[self::ul or self::ol][not(@class='numbers')]//li[not(ul)]" }
        let paragraphs = "//main//p[not(@class) or @class='headline']"
        return try ([paragraphs, "//section[@id='Glance']//li/p[@class='by']"] + lists).flatMap { try tree.texts($0) }
    }

    private func expectWhole(_ text: String) {
        #expect(text.first.map { $0.isUppercase || $0.isNumber } == true, "\(text)")
        #expect(text.last.map { ".!?…”".contains($0) } == true, "\(text)")
        // No abbreviation with a full stop is among the words.
        let places = zip(text.indices, zip(text, zip(text.dropFirst(), text.dropFirst(2))))
        for (_, (end, (space, begin))) in places where ".!?".contains(end) && space == " " {
            #expect(begin.isUppercase || begin.isNumber || "“(".contains(begin), "\(text)")
        }
    }

    @Test("Of a question that it is favorable to disagree with, no sentence reads as if agreeing were")
    func reversed() throws {
        let tree = try SurveyedSchool(shares: ["student": [20]]).booklet()
        let sentences = try tree.texts("//section[@id='Glance']//li").filter { $0.contains("Unsafe?") }
        // “Only 20% of students answer favorably: ‘Unsafe?’” would leave open which answer that is.
        #expect(
            sentences == ["Among students, only 20% say “No”, which is the favorable answer here: “Unsafe?”"])
        let asked = try tree.texts("//section[@id='Glance']//li").filter { $0.contains("Fair?") }
        #expect(asked == ["Among students, only 20% answer favorably: “Fair?”"])
    }

    @Test("Several questions of a group stand below one sentence")
    func several() throws {
        let tree = try SurveyedSchool(shares: ["student": [20]]).booklet()
        let path = "//section[@id='Points']/ul/li"
        #expect(try tree.texts(path + "/ul/li") == ["20%: “Fair?”", "20%, by saying “No”: “Unsafe?”"])
        #expect(
            try tree.texts(path).allSatisfy {
                $0.hasPrefix("Among students, fewer than half answer these questions favorably:")
            })
        #expect(try tree.texts("//section[@id='Points']/p").isEmpty)
    }

    @Test("So it is said of changes and gaps too, in each language, and of answers that are too many to name")
    func reversedChanges() throws {
        let changed = try SurveyedSchool(shares: ["student": [20, 60]], waves: 2).booklet()
        let better =
            "More students than at first say “No”, 60% after 20%, which is the favorable answer here: “Unsafe?”"
        #expect(try changed.texts("//section[@id='Points']//li").contains(better))
        let gap = try SurveyedSchool(shares: ["teacher": [90], "student": [30]]).booklet()
        let apart =
            "Students (30%) and teachers (90%) differ in how many say “No”, which is the favorable answer here: “Unsafe?”"
        #expect(try gap.texts("//section[@id='Points']//li").contains(apart))
        let spanish = try SurveyedSchool(shares: ["student": [20]], lines: "language: es\n").booklet()
        let low = "Entre los estudiantes, solo 20\u{A0}% responde “No”, que aquí es lo favorable: “Unsafe?”"
        #expect(try spanish.texts("//section[@id='Glance']//li").contains(low))
    }
}
