import Diagnostics
import Parallel
import TestSupport
import Testing

@testable import Markup

@Suite("Directives")
struct DirectiveTests {
    @Test("A container holds the text between its fences, and a leaf is one line")
    func pieces() {
        let text = "Before.\n\n:::box\nIn *it*.\n:::\n::button[Go **on**]{url=/a}\nAfter.\n"
        #expect(
            outline(text) == [
                "<p>Before.</p>", "box(<p>In <em>it</em>.</p>)", "button[Go <strong>on</strong>]", "<p>After.</p>",
            ])
        #expect(directiveProblems(text) == [])
    }

    @Test(
        "Containers nest by fences that are longer outside, or all of three colons",
        arguments: [
            "::::box\n:::box\na\n:::\nb\n::::\nc", ":::box\n:::box\na\n:::\nb\n:::\nc",
            ":::::box\n:::box\na\n:::\nb\n:::::\nc", ":::box\n::::box\na\n:::::\nb\n:::\nc",
        ])
    func nesting(text: String) {
        #expect(outline(text) == ["box(box(<p>a</p>); <p>b</p>)", "<p>c</p>"])
        #expect(directiveProblems(text) == [])
    }

    @Test("A fence shorter than the innermost one closes the one around it, and the innermost was never closed")
    func shorterFence() {
        let text = ":::box\n::::box\na\n:::\nb"
        #expect(outline(text) == ["box(box(<p>a</p>))", "<p>b</p>"])
        #expect(directiveProblems(text) == ["2:1 the box that begins here is never closed"])
    }

    @Test("What is around and inside is read as in any Markdown")
    func markdownInside() {
        #expect(
            outline(":::box\n- a\n\n  b\n- c\n:::") == [
                "box(<ul> <li> <p>a</p> <p>b</p> </li> <li> <p>c</p> </li> </ul>)"
            ])
        #expect(
            outline(":::box\n- a\n- b\n:::\n- c") == ["box(<ul> <li>a</li> <li>b</li> </ul>)", "<ul> <li>c</li> </ul>"])
        #expect(outline(":::box\n> a\n:::\nb") == ["box(<blockquote> <p>a</p> </blockquote>)", "<p>b</p>"])
        #expect(
            outline(":::box\n| a |\n|---|\n| b |\n:::")
                == [
                    "box(<table> <thead> <tr> <th>a</th> </tr> </thead> <tbody> <tr> <td>b</td> </tr> </tbody> </table>)"
                ])
        #expect(outline("[a]\n\n:::box\n[a]: /b\n:::") == ["<p><a href=\"/b\">a</a></p>", "box"])
        #expect(outline(":::box\n# A\n:::\n# A") == ["box(<h1 id=\"a\">A</h1>)", "<h1 id=\"a-1\">A</h1>"])
        #expect(outline("   :::box\n   a\n   :::") == ["box(<p>a</p>)"])
    }

    @Test("Footnotes are numbered through and stand at the end")
    func footnotes() {
        let pieces = outline("A[^1].\n\n:::box\nB[^2].\n\n[^2]: two\n:::\n\n[^1]: one\n")
        #expect(pieces.count == 3)
        #expect(pieces[1].contains("id=\"fnref-2\""))
        #expect(pieces[2].hasPrefix("<section class=\"footnotes\""))
        #expect(pieces[2].contains("two") && pieces[2].contains("one"))
    }

    @Test(
        "Colons in code are code",
        arguments: [
            "```\n:::box\n:::\n```", "    :::box", "`:::box`", ":::box\n```\n:::\n```\n:::", "~~~\n::button[x]{}\n~~~",
        ])
    func code(text: String) {
        #expect(directiveProblems(text) == [])
        #expect(outline(text).joined().contains("<code>"))
    }

    @Test(
        "What is no directive stays text",
        arguments: [
            "::", ":smile:", "At 12:30 [x]", "note:this[x]", "::std::vector", "a :::box", "::: and so on", ":", "::1",
            ":first-names[x]", "a:first-name[x]", "::: \u{2014} x", ":box[x]{y=z}",
        ])
    func text(text: String) {
        #expect(outline(text) == ["<p>\(text)</p>"])
        #expect(directiveProblems(text) == [])
    }

    @Test("A document without directives in its table has none, and plain rendering never")
    func plain() {
        let text = ":::box\n::button[a]{b}\n:first-name[c]\n:::\n"
        #expect(html(text) == "<p>:::box\n::button[a]{b}\n:first-name[c]\n:::</p>")
        #expect(
            html(text) {
                $0.isPlain = true
                $0.directives = sampleDirectives
            } == "<p>:::box\n::button[a]{b}\n:first-name[c]\n:::</p>")
    }

    @Test("Values may be bare, in either quotation marks, and have character references and merge tags in them")
    func values() throws {
        let text = "::button[A [b] \\] c]{url=/a?b=1&amp;c more='it\"s' code=\"&eacute;\\*|X|* {{ y }}\" #i .k}"
        let directive = try firstDirective(of: directiveDocument(text)).directive
        #expect(
            directive.attributes
                == ["url": "/a?b=1&c", "more": "it\"s", "code": "é\\*|X|* {{ y }}", "id": "i", "class": "k"])
        #expect(directive.label == .init(html: "A [b] ] c", text: "A [b] ] c"))
        #expect(directive.locations["url"] == SourceLocation(line: 1, column: 26))
        let tagged = directiveDocument("::button[Hi *|FNAME|* **b**]{url=\"*|ARCHIVE|*\"}")
        let button = try firstDirective(of: tagged).directive
        #expect(button.attributes["url"] == "*|ARCHIVE|*")
        #expect(button.label?.html == "Hi *|FNAME|* <strong>b</strong>")
    }

    @Test("A heading level follows on from the headings before")
    func headingLevel() {
        let document = document("::either\n# a\n::either\n## b\n:::box\n### c\n::either\n:::\n") {
            $0.directives = sampleDirectives
            $0.highestHeading = 2
        }
        #expect(document.directives.entries.map(\.block.headingLevel) == [2, 3, 4, 5])
    }

    @Test("Lines that end in CRLF, and a last line without an end, mean the same")
    func lineEnds() {
        let text = ":::box[A]{url=/b}\na\n:::\n::button[c]{url=/d}"
        #expect(outline(text.replacing("\n", with: "\r\n")) == outline(text))
        #expect(directiveProblems(text.replacing("\n", with: "\r\n")) == [])
        #expect(outline(text) == ["box[A](<p>a</p>)", "button[c]"])
    }

    @Test("Twelve threads read directives as one does")
    func threads() {
        let text = "A ~~b~~ www.a.org\n\n:::box\n- :first-name[x]\n\n  ::button[c]{url=/d}\n:::\n"
        let expected = directiveDocument(text).html()
        let rendered = Array(0..<600).concurrentMap(jobs: 12) { _ in directiveDocument(text).html() }
        #expect(Set(rendered) == [expected])
    }
}
