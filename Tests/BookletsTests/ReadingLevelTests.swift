import Markup
import TestSupport
import Testing

@Suite("Reading level")
struct ReadingLevelTests {
    @Test(
        "English syllables are counted as they are spoken",
        arguments: [
            ("we", 1), ("school", 1), ("people", 2), ("made", 1), ("table", 2), ("asked", 1), ("needed", 2),
            ("places", 2),
            ("rules", 1), ("survey", 2), ("officer", 3), ("situation", 4), ("resource", 2), ("radio", 3),
            ("numbers", 2),
        ])
    func english(word: String, syllables: Int) {
        #expect(ReadingLevel.english(word) == syllables)
    }

    @Test(
        "Spanish syllables are those of the orthography of the Academies (RAE and ASALE, 2010)",
        arguments: [
            ("escuela", 3), ("policía", 4), ("leer", 2), ("guía", 2), ("muy", 1), ("estudiantes", 4), ("oído", 3),
            ("ciudad", 2),
            ("línea", 3), ("reunión", 2), ("agüita", 3), ("y", 1), ("quienes", 2), ("aún", 2), ("veintiuno", 3),
        ])
    func spanish(word: String, syllables: Int) {
        #expect(ReadingLevel.spanish(word) == syllables)
    }

    @Test("The formulas give what their authors' coefficients give")
    func formulas() {
        let level = ReadingLevel(["We asked 10 people. They told us."]) { _ in 1 }
        #expect((level.sentences, level.words, level.syllables) == (2, 7, 8))
        #expect(abs(level.fleschKincaidGrade - (0.39 * 3.5 + 11.8 * 8 / 7 - 15.59)) < 1e-12)
        #expect(abs(level.inflesz - (206.835 - 62.3 * 8 / 7 - 3.5)) < 1e-12)
    }

    @Test("A families' summary is no harder than the eighth grade in English, and at least of normal ease in Spanish")
    func families() throws {
        let pages = try booklets(reading: Repository.content).filter { $0.key.contains("families.") }
        #expect(pages.count == 8)
        for (path, html) in pages {
            let sentences = try Self.ownSentences(of: MarkupTree.parseHTML(html))
            #expect(sentences.count > 5, "\(path)")
            if path.hasSuffix(".en.html") {
                let grade = ReadingLevel(sentences, syllables: ReadingLevel.english).fleschKincaidGrade
                #expect(grade <= 8.5, "\(path): \(grade)")
            } else {
                let ease = ReadingLevel(sentences, syllables: ReadingLevel.spanish).inflesz
                #expect(ease >= 55, "\(path): \(ease)")
            }
        }
    }

    /// The sentences of a summary that are the practice's phrases: without what the questionnaire and the school say.
    static func ownSentences(of tree: MarkupTree) throws -> [String] {
        let points = try tree.xpath("//li[span[@class='big']]").map { point in
            point.text.replacing(#/“[^”]*”$/#, with: "")
        }
        return try tree.texts("//main//p") + points
    }
}
