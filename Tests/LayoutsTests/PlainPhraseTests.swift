import Diagnostics
import TestSupport
import Testing

@testable import Layouts

@Suite("Phrases that put in names")
struct PlainPhraseTests {
    @Test("A phrase of names and text means what Mustache makes of it", arguments: 0..<100)
    func sameAsMustache(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = ["{{a}}", "{{b-2}}", "é ", "}} ", "{ ", "\\n", "<i> & ", "", "{{a}}"]
        let phrase = "A" + (0..<6).map { _ in pieces.randomElement(using: &random) ?? "" }.joined() + "."
        let values = ["a": "{{x}} & \"y\"", "b-2": "", "c": "unused"]
        // An empty section makes it more than a plain phrase, and adds nothing.
        let words = "plain: \"\(phrase)\"\nfull: \"\(phrase){{#a}}{{/a}}\"\n"
        let book = try PhraseBook(language: "en", source: SourceFile(path: "words/en.yaml", text: words))
        let (made, meant) = (try book("plain", values), try book("full", values))
        #expect(made == meant, "\(phrase)")
    }

    @Test(
        "What needs more of Mustache is none",
        arguments: [
            "{{#a}}x{{/a}}", "{{{a}}}", "{{&a}}", "{{a.b}}", "{{ a }}", "{{uppercased(a)}}", "{{! a}}", "{{a", "{{}}",
        ])
    func more(phrase: String) {
        #expect(PlainPhrase(phrase) == nil)
    }

    @Test("Names that are not given are told")
    func missing() throws {
        let phrase = try #require(PlainPhrase("{{a}} of {{b}} and {{c}}"))
        #expect(phrase.text(["a": "1"]).missing == ["b", "c"])
    }
}
