import Markup
import TestSupport
import Testing

@Suite("Numbers that a booklet's texts quote")
struct QuotedNumberTests {
    private func text(language: String) throws -> String {
        var files = LanguageTests.files(language: language)
        files["findings.md"] =
            "## {{q1.students.favorable}}\n\nNow {{q1.students.favorable}}, {{q1.students.change}}, "
            + "{{measures.student-arrests.change}}, {{q1.students.p}} & {{d.students.score}}.\n"
        return try booklet(files, shared: LanguageTests.instrument).texts(
            "//section[@id='Findings']/*[self::h3 or self::p]"
        ).joined(separator: " ")
    }

    @Test("They are written as the language of the booklet writes numbers, and as its tables do")
    func languages() throws {
        let english = try text(language: "en")
        #expect(english.contains("75% Now 75%, +35 percentage points, −26, less than 0.001 & 2.5."), "\(english)")
        let spanish = try text(language: "es")
        let told = "75\u{A0}% Now 75\u{A0}%, +35 puntos porcentuales, −26, menos de 0.001 & 2.5."
        #expect(spanish.contains(told), "\(spanish)")
    }

    @Test("No text of a booklet has a percent sign in another language's style", arguments: ["en", "es"])
    func percents(language: String) throws {
        var files = LanguageTests.files(language: language)
        files["findings.md"] = "Now {{q1.students.favorable}}.\n"
        let all = try bookletFiles(files, shared: LanguageTests.instrument)
        for (path, text) in all where path.hasSuffix(language == "en" ? "booklet.html" : "families.es.html") {
            let body = try MarkupTree.parseHTML(text).text("//body")
            for place in body.indices.dropFirst() where body[place] == "%" {
                let before = body[body.index(before: place)]
                #expect(language == "en" ? before.isNumber : before == "\u{A0}", "\(path)")
            }
        }
    }
}
