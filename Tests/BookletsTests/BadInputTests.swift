import Markup
import TestSupport
import Testing

@Suite("Booklets of unusual schools")
struct BadInputTests {
    private func named(_ name: String) -> String { smallSchool.replacing("Oak <School>", with: name) }

    @Test("A name of two hundred letters stands on the cover as it is")
    func longName() throws {
        let name = String(repeating: "Longschool ", count: 18) + "End"
        let tree = try booklet(["school.yaml": named(name)])
        #expect(name.count > 200)
        #expect(try tree.texts("//h1") == [name])
        #expect(try tree.text("//title").hasPrefix(name))
    }

    @Test("A name from right to left is kept apart from the punctuation of the sentences around it")
    func arabicName() throws {
        let name = "مدرسة النور (١٢)"
        let tree = try booklet(["school.yaml": named("\"\(name)\"")])
        #expect(try tree.texts("//h1/bdi") == [name])
        #expect(try tree.text("//p[@class='confidential']").contains("\u{2068}\(name)\u{2069} and of"))
        #expect(try tree.text("//title") == "\u{2068}\(name)\u{2069}: partnership and climate report")
        #expect(try !booklet([:]).text("/html").contains("\u{2068}"))
    }

    @Test("A name and text that look like markup, scripts or styles are text")
    func markup() throws {
        let evil = "</style><script>alert(1)</script>\\\" \\\\ ' & {{practice.name}}"
        let text = "</style><script>alert(1)</script>\" \\ ' & {{practice.name}}"
        let tree = try booklet([
            "school.yaml": named("\"\(evil)\""),
            "plan.yaml": "opportunities:\n  - {id: o, title: \"\(evil)\", evidence: \"\(evil)\"}\n",
        ])
        #expect(try tree.texts("//h1") == [text])
        #expect(try tree.xpath("//script").isEmpty)
        #expect(try tree.xpath("//style").count == 3 && tree.xpath("/html/head/style").count == 3)
        #expect(try tree.texts("//section[@id='Points']//dt") == [text])
    }

    @Test("A question of eight hundred letters is told in full, in its table and in sentences")
    func longQuestion() throws {
        let question = String(repeating: "Do people here listen to each other and ", count: 20) + "understand?"
        let instrument = try #require(shortInstrument["instruments/short.yaml"])
            .replacing("Fair?", with: question)
        let no = [Int](repeating: 2, count: 20) + [Int](repeating: 1, count: 100)
        let tree = try booklet(
            [
                "school.yaml": surveyedSchool.replacing("student: 20", with: "student: 200"),
                "surveys/w1-student.csv": answers(no, no.map { 3 - $0 }),
            ], shared: ["instruments/short.yaml": instrument])
        #expect(question.count > 800)
        #expect(try tree.texts("//table[@id='Item-q1']/caption") == [question])
        #expect(try tree.texts("//section[@id='Glance']//li").contains { $0.contains(question) })
    }

    @Test("With one survey and one group there is no change and no gap, and no column for one")
    func oneWave() throws {
        let tree = try SurveyedSchool(shares: ["student": [60]]).booklet()
        #expect(
            try tree.texts("//table[@id='Domain-d']//th[@scope='col']") == [
                "Group", "Baseline, favorable", "Baseline, score",
            ])
        #expect(try !tree.sections().contains("Partnership"))
    }

    @Test("A school that is only planned to be asked has no survey chapter")
    func plannedSurvey() throws {
        let tree = try SurveyedSchool(shares: [:]).booklet()
        #expect(try tree.sections() == ["Profile", "Method", "Glossary"])
    }
}
