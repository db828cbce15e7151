import TestSupport
import Testing

@testable import Markup

@Suite("Anchors of headings")
struct HeadingAnchorTests {
    func anchors(_ titles: [String]) -> [String] {
        document(titles.map { "# \($0)\n" }.joined(separator: "\n")).headings.map(\.id)
    }

    @Test(
        "An anchor is the heading in lower case with hyphens for spaces and without punctuation",
        arguments: [
            ("What We Found", "what-we-found"),
            ("1. Goals & objectives: a plan!", "1-goals--objectives-a-plan"),
            ("snake_case and-hyphens", "snake_case-and-hyphens"),
            ("Qué pasó en Año 2", "qué-pasó-en-año-2"),
            ("学校 の 安全", "学校-の-安全"),
            ("हिन्दी", "हिन्दी"),
            ("ÅNGSTRÖM Straße", "ångström-straße"),
            ("🎉 Party 🎉 time", "-party--time"),
            ("Use `plan.yaml` now", "use-planyaml-now"),
            ("*All* **of** ~~this~~ [link](x.md)", "all-of-this-link"),
            ("A <b>bold</b> move", "a-bold-move"),
            ("Half ½ and x²", "half-½-and-x²"),
            ("Non\u{A0}breaking — dash", "nonbreaking--dash"),
            ("\"quoted\" <x@y.org>", "quoted-xyorg"),
        ])
    func rules(title: String, anchor: String) {
        #expect(anchors([title]) == [anchor])
    }

    @Test("Headings alike are told apart by -1, -2, …, whatever else is named so")
    func duplicates() {
        #expect(anchors(["Foo", "Foo", "FOO!", "Bar"]) == ["foo", "foo-1", "foo-2", "bar"])
        #expect(anchors(["Foo", "Foo 1", "Foo"]) == ["foo", "foo-1", "foo-2"])
        #expect(anchors(["Foo 1", "Foo", "Foo"]) == ["foo-1", "foo", "foo-2"])
        #expect(anchors(["Foo", "Foo", "Foo 1", "Foo 1"]) == ["foo", "foo-1", "foo-1-1", "foo-1-2"])
    }

    @Test("A heading without any letter has an anchor too")
    func empty() {
        #expect(anchors(["", "!?", "🎉"]) == ["section", "section-1", "section-2"])
    }

    @Test("Anchors are unique and stand in the HTML, whatever the headings", arguments: 0..<20)
    func unique(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let words = ["a", "A", "a 1", "a-1", "1", "-", "", "section", "section 1", "é", "e\u{301}", "a!", "`a`", "a 2"]
        let titles = (0..<60).map { _ in random.element(of: words) }
        let document = document(titles.map { "## \($0)\n" }.joined(separator: "\n"))
        let ids = document.headings.map(\.id)
        #expect(ids.count == 60)
        #expect(Set(ids.map { Array($0.utf8) }).count == 60)
        let html = document.html()
        for id in ids { #expect(html.contains("<h2 id=\"\(id)\">")) }
        #expect(anchors(titles) == ids)
    }

    @Test("Twenty thousand headings alike are named in reasonable time")
    func many() {
        #expect(anchors(Array(repeating: "x", count: 20_000)).last == "x-19999")
    }

    @Test("A heading knows its level, its text without markup, and its line of the file")
    func headings() {
        let headings = document("intro\n\n## *One* `two`\n\nThree\nfour\n=====\n").headings
        #expect(headings.map(\.title) == ["One two", "Three four"])
        #expect(headings.map(\.level) == [2, 1])
        #expect(headings.map(\.line) == [3, 5])
    }
}
