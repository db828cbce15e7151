import Diagnostics
import TestSupport
import Testing

@testable import Layouts

@Suite("Phrases of a language")
struct PhraseBookTests {
    private func book(_ yaml: String) throws -> PhraseBook {
        try PhraseBook(language: "en", source: SourceFile(path: "words/en.yaml", text: yaml))
    }

    private func problems(_ yaml: String) throws -> [Diagnostic] {
        try #require(#expect(throws: DiagnosticLog.self) { try book(yaml) }).sorted
    }

    private func problem(of work: () throws -> String) throws -> Diagnostic {
        try #require(#expect(throws: DiagnosticLog.self) { try work() }?.sorted.first)
    }

    @Test("A phrase is found by its nested name, and puts in what it names, unescaped and in any order")
    func reading() throws {
        let book = try book("title: Plan\nplan:\n  goal: {named: 'Of {{title}}: {{number}}'}\n")
        #expect(try book("title") == "Plan")
        #expect(
            try book("plan.goal.named", ["number": "2", "title": "<Trust> & \"more\""]) == "Of <Trust> & \"more\": 2")
        #expect(book.has("plan.goal.named") && !book.has("plan.goal"))
        #expect(book.names == ["plan.goal.named", "title"])
        #expect(book.text(of: "plan.goal.named") == "Of {{title}}: {{number}}")
        #expect(book.text(of: "plan.goal") == nil)
    }

    @Test("What a text puts in is not taken for a phrase itself")
    func values() throws {
        #expect(try book("a: '{{x}}'\n")("a", ["x": "{{y}} {{{z}}}"]) == "{{y}} {{{z}}}")
    }

    @Test("One takes the singular, and every other number, none included, the plural")
    func plural() throws {
        let book = try book("steps: {one: one step, other: '{{count}} steps'}\n")
        #expect(
            try [0, 1, 2, 11].map { try book("steps", count: $0, ["count": String($0)]) }
                == ["0 steps", "one step", "2 steps", "11 steps"])
    }

    @Test("A phrase that is missing is told with the nearest name")
    func missing() throws {
        let book = try book("chapters: {listening: How we listened, plan: Plan}\n")
        let problem = try problem { try book("chapters.listenin") }
        #expect(problem.path == "words/en.yaml")
        #expect(problem.message == "there is no phrase \"chapters.listenin\"")
        #expect(problem.hint == "did you mean \"chapters.listening\"?")
    }

    @Test("A phrase that names what it is not given is told at its line, with the nearest name that it is given")
    func unknownPlaceholder() throws {
        let book = try book("plan:\n  title: Plan\n  progress: 'Of {{cuont}} steps'\n")
        let problem = try problem { try book("plan.progress", ["count": "3", "list": "a"]) }
        #expect(problem.location?.line == 3)
        #expect(problem.message.contains("\"cuont\""))
        #expect(problem.hint == "did you mean \"count\"?")
        #expect(problem.excerpt?.text == "  progress: 'Of {{cuont}} steps'")
    }

    @Test("What a phrase names is told, each name once")
    func placeholders() throws {
        let book = try book("a: '{{x}} and {{y}}, {{x}}'\nb: plain\n")
        #expect(book.placeholders(of: "a") == ["x", "y"])
        #expect(book.placeholders(of: "b").isEmpty && book.placeholders(of: "c").isEmpty)
    }

    @Test("Names below a name are in the order of the file, and none are below a phrase")
    func order() throws {
        let book = try book("glossary:\n  zeal: {term: Z}\n  age: {term: A}\n  mid: M\n")
        #expect(book.names(below: "glossary") == ["zeal", "age", "mid"])
        #expect(book.names(below: "glossary.mid").isEmpty && book.names(below: "glosary").isEmpty)
        #expect(book.names(below: "") == ["glossary"])
    }

    @Test("Templates are given the phrases that name nothing")
    func fixed() throws {
        let words = try book("plan: {title: Plan & more, count: '{{count}} steps'}\n").fixed
        #expect(try render("{{words.plan.title}}", ["words": words]) == "Plan &amp; more")
        #expect(words == ["plan": ["title": "Plan & more", "count": .null]])
    }

    @Test(
        "A file that is no YAML, or twice has a name, or holds no phrases, is told so, once",
        arguments: ["a: [1\n", "a: 'x\n", "a: x\na: y\n", "- a\n- b\n", "plain\n", ""])
    func malformed(yaml: String) throws {
        let problems = try problems(yaml)
        #expect(problems.count == 1)
        #expect(problems.allSatisfy { $0.path == "words/en.yaml" && $0.severity == .error })
    }

    @Test("A list instead of a text is told at its line, and so is every other mistake of the file")
    func lists() throws {
        let problems = try problems("a: x\nb:\n  c: [one, two]\nd: '{{open'\ne: [y]\n")
        #expect(problems.map { $0.location?.line } == [3, 4, 5])
        #expect(problems[0].message == "a phrase is text, not a list")
        #expect(problems[1].message.contains("not closed"))
    }

    @Test(
        "A phrase or a name that is empty is told at its line",
        arguments: [
            ("a: x\nb: ''\n", "the phrase \"b\" is empty"), ("a: x\nb:\n", "the phrase \"b\" is empty"),
            ("a: x\nb: ~\n", "the phrase \"b\" is empty"), ("a: x\nb: {c: '  '}\n", "the phrase \"b.c\" is empty"),
            ("a: x\n'': y\n", "this phrase has no name"), ("a: x\nb: {}\n", "b holds no phrases"),
        ])
    func empty(yaml: String, message: String) throws {
        let problems = try problems(yaml)
        #expect(problems.map(\.message) == [message])
        #expect(problems.map { $0.location?.line } == [2])
    }

    @Test("A file that is not UTF-8 is told so")
    func encoding() throws {
        let source = SourceFile(path: "words/es.yaml", bytes: Array("title: Espa".utf8) + [0xF1] + Array("ol\n".utf8))
        let log = try #require(
            #expect(throws: DiagnosticLog.self) { try PhraseBook(language: "es", source: source) })
        #expect(log.sorted.map(\.message) == ["this file is not UTF-8 text"])
    }

    @Test("A language is found by the first part of its tag, and one without words is told with those that there are")
    func languages() throws {
        let folder = try TemporaryFolder(["words/en.yaml": "a: yes\n", "words/es.yaml": "a: sí\n", "p.mustache": ""])
        let library = try LayoutLibrary(folder: folder.path)
        #expect(library.phraseLanguages == ["en", "es"])
        #expect(try ["es", "es-MX", "ES-us"].map { try library.phrases(in: $0)("a") } == ["sí", "sí", "sí"])
        #expect(try library.phrases(in: "es-MX").language == "es")
        #expect(library.hasPhrases(in: "en-US") && !library.hasPhrases(in: "fr"))
        let problem = try problem { try library.phrases(in: "fr")("a") }
        #expect(problem.path.hasSuffix("words/fr.yaml"))
        #expect(problem.hint?.contains("en, es") == true)
    }
}
