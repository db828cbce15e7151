import Diagnostics
import TestSupport
import Testing

@testable import Markup

@Suite("Mistakes in directives")
struct DirectiveMistakeTests {
    @Test(
        "Each mistake is told at its line and column",
        arguments: [
            ("a\n\n:::box\nb", "3:1 the box that begins here is never closed"),
            ("a\n\n  :::\n", "3:3 these colons close no directive"),
            (":::box\n- a\n  :::\n:::", "3:3 these colons close no directive"),
            (":::bxo\n:::", "1:4 there is no directive \"bxo\""),
            ("::butn[a]{url=/b}", "1:3 there is no directive \"butn\""),
            ("::button[é]{url=/a b}", "1:20 the key \"b\" has no value"),
            ("::button[é]{url=\"/a}", "1:17 the quotation mark that opens here is never closed"),
            ("::button[é]{url=/a", "1:12 the braces that open here are never closed"),
            ("::button[é{url=/a}", "1:9 the label that begins here is never closed"),
            ("::button[a]{url=/a} b", "1:21 nothing may follow a directive on its line"),
            ("::button a", "1:10 nothing may follow a directive on its line"),
            (":::box b\n:::", "1:8 nothing may follow a directive on its line"),
            ("::: box\n:::", "1:4 a directive's name follows its colons"),
            ("::button[a]{url=\"/a\"more=b}", "1:21 a blank or a } should follow the value here"),
            ("::button[a]{url=/a =b}", "1:20 a key should begin here"),
            ("::button[a]{url=/a .}", "1:20 a name should follow here"),
            ("::button[a]{url=/a url=/b}", "1:20 the key \"url\" is given twice"),
            ("::button[a]{ulr=/a}", "1:13 a button has no \"ulr\""),
            ("::button[a]{url=/a .wide}", "1:20 a button has no \"class\""),
            ("::button[a]", "1:3 a button needs \"url\""),
            ("::button[a]{url=\"\"}", "1:13 \"url\" is empty"),
            ("::button[a]{url= }", "1:13 \"url\" is empty"),
            ("::button[a]{url=/a code=123}", "1:25 \"code\" should be four digits, not the text \"123\""),
            ("::button{url=/a}", "1:3 a button needs a text in brackets"),
            ("::button[ ]{url=/a}", "1:3 a button needs a text in brackets"),
            ("::button[a [b](/c)]{url=/a}", "1:10 the text of a button may not have a link in it"),
            ("::button[www.a.org]{url=/a}", "1:10 the text of a button may not have a link in it"),
            ("::either[a]", "1:9 an either has no text in brackets"),
            (":::box{image=a.png}\n:::", "1:8 \"image\" needs \"alt\" too"),
            ("::box", "1:1 a box holds a text, so it begins with three colons"),
            (":::button[a]{url=/a}\n:::", "1:1 a button holds no text, so it begins with two colons"),
            ("- ::either", "1:3 a directive may not stand in a list"),
            ("> ::either", "1:3 a directive may not stand in a quote"),
            ("a[^1]\n\n[^1]: b\n\n    ::either", "5:5 a directive may not stand in a footnote"),
            (":::half\n:::", "1:1 a half stands in a pair only"),
            (":::box\n::either\n:::", "2:1 an either may not stand in a box"),
            ("::::pair\n:::half\n:::\n::::", "1:1 a pair holds 2 halfs, not 1"),
            ("::::pair\n:::half\n:::\na\n:::half\n:::\n::::", "4:1 a pair holds 2 halfs and nothing beside them"),
            (":first-name[]", "1:1 there are no words for readers whose first name is not known"),
            ("Dear :first-name,", "1:6 there are no words for readers whose first name is not known"),
        ])
    func mistake(text: String, expected: String) {
        #expect(directiveProblems(text) == [expected])
    }

    @Test("Only newsletters name their readers")
    func personalization() {
        let text = "a\nDear :first-name[b] and :first-name[c]"
        #expect(directiveProblems(text) == [])
        #expect(
            directiveProblems(text, allowsPersonalization: false) == [
                "2:6 :first-name is for newsletters only", "2:25 :first-name is for newsletters only",
            ])
    }

    @Test("A container never closed is one mistake, however many there are in it")
    func unclosed() {
        #expect(
            directiveProblems("::::box\n:::box\na\n::::\n") == ["1:1 the box that begins here is never closed"])
    }

    @Test("Five thousand levels are one mistake and overflow nothing", arguments: [":::", "::::"])
    func depth(closing: String) {
        let text =
            String(repeating: ":::box\n", count: 5000) + "a\n" + String(repeating: closing + "\n", count: 5000)
        #expect(directiveProblems(text).filter { $0.contains("more than 32") }.count == 1)
        #expect(directiveDocument(text).html() == "<p>a</p>\n")
        #expect(outline(text).joined().contains("<p>a</p>"))
        #expect(directiveDocument(text).plainText() == "a\n")
        let quoted = String(repeating: ">", count: 5000) + " :::box\n"
        #expect(directiveProblems(quoted).count == 2)
        let leaves = String(repeating: "::either\n", count: 5000)
        #expect(directiveDocument(leaves).pieces().count == 5000)
    }

    @Test(
        "However often a mistake is made, it is told a hundred times at most",
        arguments: [
            "::butn[x]\n", "::button[a]{url=/a " + String(repeating: "b=c d=e ", count: 100), ":::\n",
            ":::box\n::\n:::::\n", "{x",
            ":first-name", ":first-name[",
        ])
    func many(part: String) {
        let start = part.hasPrefix("{") ? "::button[a]" : ""
        let text =
            start + String(repeating: part, count: 40_000 / part.utf8.count)
        #expect(directiveProblems(text).count <= MarkdownDocument.mostMistakes + 1)
        let keys = "::button[a]{" + (0..<4000).map { "k\($0)=v" }.joined(separator: " ") + "}"
        #expect(directiveProblems(keys).count <= MarkdownDocument.mostMistakes + 1)
        let colons = String(repeating: ":", count: 100_000)
        #expect(directiveProblems(colons + "box\n" + colons) == [])
    }

    @Test(
        "Any lines at all give valid text and the same problems twice", arguments: Array(0..<60) + [1805, 1999, 2787])
    func anyLines(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let parts = [
            ":::", "::::", "::", ":::box", "::button", "[a]", "{url=/b}", "{", "[", "]", "}", "\"", "=", " ", "\n",
            "\n",
            "\n\n", "- ", "> ", "```", "| a |\n|---|", "[^1]", "[^1]: x", ":first-name[y]", ":first-name", "é", "\0",
            "\t",
            "<div>", "# h", "*|A|*", ":::pair", ":::half", "1. ", "    ", "\\", "www.a.org", "\u{100000}", "\u{100001}",
        ]
        let text = (0..<120).map { _ in random.element(of: parts) }.joined()
        let document = directiveDocument(text)
        var log = DiagnosticLog()
        document.checkDirectives(log: &log)
        document.resolveLinks(log: &log) { _ in .replace(url: "/x") }
        document.prefixSiteLinks(with: "https://a.org")
        #expect(directiveProblems(text) == directiveProblems(text))
        #expect(outline(text) == outline(text))
        #expect(document.plainText() == document.plainText())
        #expect(!document.html().contains("\0"))
        #expect(log.sorted.allSatisfy { ($0.location?.line ?? 0) >= 1 })
    }

    @Test(
        "Without an error, all HTML between directives is in the pieces, and its elements end in them",
        arguments: 0..<40)
    func pieces(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let parts = [
            ":::box\na\n:::\n", "::either\n", "- a\n- b\n", "> c\n", "d\n\n", "## e\n", "| f |\n|---|\n| g |\n\n",
            ":::box\n- h\n\n  i\n:::\n", "```\n:::\n```\n", "::::box\n:::box\n> j\n:::\n::::\n", "[^1] [^1]: k\n\n",
        ]
        let text = (0..<12).map { _ in random.element(of: parts) }.joined()
        guard directiveProblems(text).isEmpty else { return }
        let document = directiveDocument(text)
        func check(_ pieces: [MarkdownPiece]) -> String {
            pieces.map { piece in
                switch piece {
                case .html(let html):
                    for name in ["ul", "li", "p", "blockquote", "table", "h2", "pre"] {
                        #expect(
                            html.ranges(of: "<\(name)>").count + html.ranges(of: "<\(name) ").count
                                == html.ranges(of: "</\(name)>").count)
                    }
                    return html
                case .directive(_, let content): return check(content)
                }
            }.joined()
        }
        func lines(_ html: String) -> [Substring] { html.split(separator: "\n") }
        #expect(lines(check(document.pieces())) == lines(document.html()))
    }
}
