import Diagnostics
import Testing

@testable import Markup

@Suite("Links and images")
struct LinkTests {
    /// The links that are asked about.
    func asked(_ text: String, bodyOffset: Int = 0, firstLine: Int = 1) -> [LinkReference] {
        let document = MarkdownDocument(
            SourceFile(path: "page.md", text: text), bodyOffset: bodyOffset, firstLine: firstLine)
        var links: [LinkReference] = []
        var log = DiagnosticLog()
        document.resolveLinks(log: &log) { link in
            links.append(link)
            return .keep
        }
        return links
    }

    @Test("Each relative destination is asked about, in order, with its line and column")
    func places() {
        let links = asked("[a](a.md)\n\nSee é [b](b.md) and\n![c](c.png \"t\"), [d](<d e.md>)\n")
        #expect(links.map(\.destination) == ["a.md", "b.md", "c.png", "d e.md"])
        #expect(links.map(\.line) == [1, 3, 4, 4])
        #expect(links.map(\.column) == [5, 11, 6, 23])
        #expect(links.map(\.isImage) == [false, false, true, false])
    }

    @Test("Lines are those of the file, after any front matter")
    func frontMatter() {
        let matter = "---\ntitle: [x](no.md)\n---\n"
        let links = asked(matter + "\n[a](a.md)\n", bodyOffset: matter.utf8.count, firstLine: 4)
        #expect(links.map(\.destination) == ["a.md"])
        #expect(links.map(\.line) == [5])
        #expect(links.map(\.column) == [5])
    }

    @Test("A destination that is also the text of its link is found where it is the destination")
    func sameText() {
        #expect(asked("[a.md](a.md)").map(\.column) == [8])
        #expect(asked("a.md: [a.md](<a.md>)").map(\.column) == [15])
    }

    @Test("A link is found in quotes, lists, tables, headings and footnotes")
    func blocks() {
        let text =
            "# [a](1.md)\n\n> - x\n> - [b](2.md)\n\n| h |\n|---|\n| [c](3.md) |\n\nd[^1]\n\n[^1]: x\n    [e](4.md)\n"
        let links = asked(text)
        #expect(links.map(\.destination) == ["1.md", "2.md", "3.md", "4.md"])
        #expect(links.map(\.line) == [1, 4, 8, 13])
        #expect(links.map(\.column) == [7, 9, 7, 9])
    }

    @Test("A reference link is asked about for each use, in the block that uses it")
    func referenceLinks() {
        let links = asked("x\n\nSee [the plan] and\n[it][the plan].\n\n[the plan]: plan.md\n")
        #expect(links.map(\.destination) == ["plan.md", "plan.md"])
        #expect(links.allSatisfy { (3...4).contains($0.line) })
    }

    @Test("Lines are counted right where they end in CRLF")
    func windowsLines() {
        let links = asked("a\r\n\r\nb [c](d.md)\r\n")
        #expect(links.map(\.line) == [3])
        #expect(links.map(\.column) == [7])
    }

    @Test("A destination that is written with escapes is asked about as what it means")
    func escapes() {
        #expect(asked("[a](b&amp;c.md) [d](e\\_f.md)").map(\.destination) == ["b&c.md", "e_f.md"])
    }

    @Test("A fragment alone is asked about as well")
    func fragments() {
        #expect(asked("[up](#top) [none]()").map(\.destination) == ["#top", ""])
    }

    @Test("A link leads where it is told to, with what HTML and URLs need escaped")
    func replacing() {
        let html = resolved("[a](a.md \"T\") [b](b.md) [c](c.md)") { link in
            switch link.destination {
            case "a.md": .replace(url: "/a/?x=1&y=é \"")
            case "b.md": .keep
            default: nil
            }
        }.html
        #expect(
            html
                == "<p><a href=\"/a/?x=1&amp;y=%C3%A9%20%22\" title=\"T\">a</a> <a href=\"b.md\">b</a> <a href=\"\">c</a></p>\n"
        )
    }

    @Test("An image gets its address and its size, where that is known")
    func images() {
        let html = resolved("![A *gate*](g.png \"T\") ![](n.png)\n![x](k.png)") { link in
            switch link.destination {
            case "g.png": .image(url: "/g.1f.png", width: 640, height: 480)
            case "n.png": .image(url: "/n é.png", width: nil, height: nil)
            default: .keep
            }
        }.html
        let expected = """
            <p><img src="/g.1f.png" alt="A gate" title="T" width="640" height="480" /> \
            <img src="/n%20%C3%A9.png" alt="" />
            <img src="k.png" alt="x" /></p>

            """
        #expect(html == expected)
    }

    @Test("An image inside a link, and a link inside an image's text, are each asked about")
    func nesting() {
        let (html, _) = resolved("[![a](a.png)](a.md) ![b [c](c.md)](b.png)") { link in
            link.isImage
                ? .image(url: "/i-" + link.destination, width: 1, height: 1) : .replace(url: "/" + link.destination)
        }
        let expected = """
            <p><a href="/a.md"><img src="/i-a.png" alt="a" width="1" height="1" /></a> \
            <img src="/i-b.png" alt="b c" width="1" height="1" /></p>

            """
        #expect(html == expected)
    }

    @Test("Thousands of links in one paragraph are placed in reasonable time, even those that can't be found")
    func manyLinks() {
        let links = asked(String(repeating: "[a](b&amp;c.md)\n", count: 2000))
        #expect(links.count == 2000)
    }
}
