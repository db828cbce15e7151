import Markup
import TestSupport
import Testing

@Suite("How a school compares in its booklet")
struct ComparisonTests {
    /// The first booklet of so many schools, where 20, 32, 44, … of a hundred students answer favorably.
    private func booklet(of schools: Int) throws -> MarkupTree {
        var files = ["site.yaml": SmallContent.site]
        for number in 0..<schools {
            let yes = 20 + 12 * number
            files["schools/s\(number)/school.yaml"] = surveyedSchool
            let codes = (0..<100).map { $0 < yes ? 2 : 1 }
            // The second question is reversed, so that both shares are the same.
            files["schools/s\(number)/surveys/w1-student.csv"] = answers(codes, codes.map { 3 - $0 })
        }
        let folder = try TemporaryFolder(SmallContent.with(files.merging(shortInstrument) { _, new in new }))
        return try MarkupTree.parseHTML(try #require(try booklets(reading: folder.path)["s0/booklet.html"]))
    }

    @Test("Beside the median and the middle half of five other schools, none of them named")
    func five() throws {
        let tree = try booklet(of: 6)
        #expect(try tree.sections().contains("Schools"))
        #expect(
            try tree.rows(ofTable: "Favorable answers here and at other schools") == [
                ["Trust", "Students", "20%", "56%", "44 to 68%", "5 schools of this level"]
            ])
        #expect(try tree.texts("//nav//a").contains("Compared with other schools"))
    }

    @Test("With four others a school is not compared")
    func four() throws {
        #expect(try !booklet(of: 5).sections().contains("Schools"))
    }
}
