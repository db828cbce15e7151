import Diagnostics
import Testing

@testable import Markup

@Suite("Links and words of directives")
struct DirectiveLinkTests {
    @Test("Keys that name links and images, and links in labels, are resolved like all others")
    func resolve() throws {
        let document = directiveDocument(
            "# A\n\n:::box[See [b](b.md)]{image=c.png alt=d url=e.md}\n![f](g.png)\n:::\n")
        var log = DiagnosticLog()
        var asked: [LinkReference] = []
        document.resolveLinks(log: &log) { link in
            asked.append(link)
            return link.isImage
                ? .image(url: "/\(link.destination)", width: 3, height: 2) : .replace(url: "/\(link.destination)")
        }
        #expect(log.isEmpty)
        #expect(
            Set(asked.map { "\($0.destination) \($0.line):\($0.column) \($0.isImage)" })
                == ["b.md 3:16 false", "c.png 3:29 true", "e.md 3:45 false", "g.png 4:6 true"])
        document.prefixSiteLinks(with: "https://a.org")
        let (box, content) = try firstDirective(of: document)
        #expect(box.label?.html == "See <a href=\"https://a.org/b.md\">b</a>")
        #expect(box.attributes["image"] == "https://a.org/c.png")
        #expect(box.imageSize == ImageSize(width: 3, height: 2))
        #expect(box.attributes["url"] == "https://a.org/e.md")
        #expect(box.written["url"] == "e.md")
        #expect(outline(content)[0].contains("src=\"https://a.org/g.png\" alt=\"f\" width=\"3\" height=\"2\""))
    }

    @Test("Links and images are known as they were written, with their words and places")
    func references() {
        let document = directiveDocument(
            "[click *here*](http://a.org) ![](b.png)\n\n:::box{image=c.png alt='d e' url=/f}\n::button[g]{url=h}\n:::\n"
        )
        let told = document.references().map {
            "\($0.destination) \($0.text) \($0.isImage) \($0.location.line):\($0.location.column)"
        }
        #expect(
            told == [
                "http://a.org click here false 1:16", "b.png  true 1:34", "c.png d e true 3:14", "/f  false 3:34",
                "h g false 4:17",
            ])
    }

    @Test("A link of another scheme leads nowhere, and others are not asked about")
    func schemes() {
        let document = directiveDocument(
            "::button[a]{url=javascript:x}\n::button[b]{url=https://c.org}\n::button[d]{url=\"{{ e }}\"}")
        var log = DiagnosticLog()
        document.resolveLinks(log: &log) { _ in .replace(url: "/wrong") }
        #expect(log.diagnostics.map(\.message) == ["a link may not use javascript:"])
        #expect(log.diagnostics.first?.location == SourceLocation(line: 1, column: 17))
        #expect(document.directives.entries.map(\.block.attributes["url"]) == ["", "https://c.org", "{{ e }}"])
    }

    @Test("The first name is a token in HTML and in plain text, and its fallback where nobody is named")
    func firstName() {
        let document = directiveDocument(
            "# Hi :first-name[a < b]\n\n*Dear :first-name[c],* d:\n\n![:first-name[e]](f.png)")
        #expect(document.headings.map(\.title) == ["Hi a < b"])
        let html = Personalization.render(document.html()) { "{\($0)}" }
        #expect(html.contains(">Hi {a &lt; b}</h1>"))
        #expect(html.contains("<em>Dear {c},</em> d:"))
        #expect(html.contains("alt=\"{e}\""))
        #expect(Personalization.render(document.plainText()) { "{\($0)}" }.contains("Dear {c}, d:"))
        #expect(
            Personalization.render("a \u{100000}b \u{100001}\u{100001}c\u{100000}") { $0.uppercased() }
                == "a B \u{100001}c\u{100000}")
    }

    @Test("A directive's words stand in plain text where it stands, and its links are numbered with all others")
    func plainText() {
        let document = directiveDocument(
            "[a](/a)\n\n:::box[b [c](/c)]{url=/d}\n- e\n- [f](/a)\n:::\n\n::either\n\ng")
        let text = document.plainText(width: 30) { directive in
            guard directive.name == "box" else { return DirectiveText(before: [.rule]) }
            return DirectiveText(
                before: [PlainTextBlock([.init("Box: " + (directive.label?.text ?? "")), .init("second")])],
                after: [PlainTextBlock([.init("more", url: directive.attributes["url"])])])
        }
        #expect(
            text == """
                a [1]

                Box: b c [2]
                second

                - e
                - f [1]

                more [3]

                ------------------------

                g

                [1] /a
                [2] /c
                [3] /d

                """)
    }
}
