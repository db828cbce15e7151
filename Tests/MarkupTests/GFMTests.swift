import Testing

@testable import Markup

@Suite("GitHub Flavored Markdown")
struct GFMTests {
    @Test("Tables have aligned columns, and a row that is short or long has as many cells as the header")
    func tables() {
        let text = "| Wave | n | Mean |\n|:--|:-:|--:|\n| baseline | 12 | `3.1 \\| x` |\n| short |\n| a | b | c | d |\n"
        let expected = """
            <table>
            <thead>
            <tr>
            <th style="text-align: left">Wave</th>
            <th style="text-align: center">n</th>
            <th style="text-align: right">Mean</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td style="text-align: left">baseline</td>
            <td style="text-align: center">12</td>
            <td style="text-align: right"><code>3.1 | x</code></td>
            </tr>
            <tr>
            <td style="text-align: left">short</td>
            <td style="text-align: center"></td>
            <td style="text-align: right"></td>
            </tr>
            <tr>
            <td style="text-align: left">a</td>
            <td style="text-align: center">b</td>
            <td style="text-align: right">c</td>
            </tr>
            </tbody>
            </table>
            """
        #expect(html(text) == expected)
    }

    @Test("A row of delimiters with another number of columns makes no table")
    func noTable() {
        #expect(html("| a | b |\n|---|") == "<p>| a | b |\n|---|</p>")
    }

    @Test("Tasks begin with a box that is checked or not, nested ones too")
    func taskLists() {
        let text = "- [ ] draft\n- [x] sign\n  - [X] copy\n- [] none"
        let expected = """
            <ul>
            <li><span class="box">☐</span> draft</li>
            <li><span class="box">☑</span> sign
            <ul>
            <li><span class="box">☑</span> copy</li>
            </ul>
            </li>
            <li>[] none</li>
            </ul>
            """
        #expect(html(text) == expected)
    }

    @Test(
        "One or two tildes strike through, more do not",
        arguments: [
            ("was ~~ten~~ nine", "<p>was <del>ten</del> nine</p>"),
            ("was ~ten~ nine", "<p>was <del>ten</del> nine</p>"),
            ("~~**both** of `them`~~", "<p><del><strong>both</strong> of <code>them</code></del></p>"),
            ("*~~in~~*", "<p><em><del>in</del></em></p>"),
            ("a ~~~b~~~ c", "<p>a ~~~b~~~ c</p>"),
            ("a ~~b~ c", "<p>a ~~b~ c</p>"),
            ("a ~~ b ~~ c", "<p>a ~~ b ~~ c</p>"),
            ("~~two\n\nparagraphs~~", "<p>~~two</p>\n<p>paragraphs~~</p>"),
            ("\\~~no~~", "<p>~~no~~</p>"),
        ])
    func strikethrough(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test(
        "Bare addresses are links, without the punctuation after them",
        arguments: [
            ("See www.example.org.", "<p>See <a href=\"http://www.example.org\">www.example.org</a>.</p>"),
            (
                "(https://example.org/a_(b)?c=d&e=f)",
                "<p>(<a href=\"https://example.org/a_(b)?c=d&amp;e=f\">https://example.org/a_(b)?c=d&amp;e=f</a>)</p>"
            ),
            ("http://example.org, too", "<p><a href=\"http://example.org\">http://example.org</a>, too</p>"),
            (
                "mail ana.b+c@example.org!",
                "<p>mail <a href=\"mailto:ana.b+c@example.org\">ana.b+c@example.org</a>!</p>"
            ),
            ("<ana@example.org>", "<p><a href=\"mailto:ana@example.org\">ana@example.org</a></p>"),
            ("<https://example.org/é>", "<p><a href=\"https://example.org/%C3%A9\">https://example.org/é</a></p>"),
            ("`www.example.org`", "<p><code>www.example.org</code></p>"),
            ("[www.example.org](plan.md)", "<p><a href=\"plan.md\">www.example.org</a></p>"),
            ("wwww.example", "<p>wwww.example</p>"),
        ])
    func autolinks(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test("Footnotes are numbered in the order they are referred to, and those nobody refers to are left out")
    func footnotes() {
        let text = "First[^b], second[^a], first again[^b].\n\n[^a]: Of a.\n[^b]: Of *b*.\n[^c]: Of c.\n"
        let expected = """
            <p>First<sup class="footnote-ref"><a href="#fn-b" id="fnref-b" data-footnote-ref>1</a></sup>, \
            second<sup class="footnote-ref"><a href="#fn-a" id="fnref-a" data-footnote-ref>2</a></sup>, \
            first again<sup class="footnote-ref"><a href="#fn-b" id="fnref-b-2" data-footnote-ref>1</a></sup>.</p>
            """
        let rendered = html(text)
        #expect(rendered.hasPrefix(expected))
        #expect(rendered.contains("<li id=\"fn-b\">\n<p>Of <em>b</em>. <a href=\"#fnref-b\""))
        #expect(
            rendered.firstRange(of: "Of <em>b")?.lowerBound ?? "".endIndex < rendered.firstRange(of: "Of a")?.lowerBound
                ?? "".startIndex)
        #expect(!rendered.contains("Of c"))
    }

    @Test("An extension that is not asked for leaves its text alone, and the next document has it again")
    func extensions() {
        let text = "~~x~~ www.example.org\n\n| a |\n|---|\n\n- [ ] b [^1]\n\n[^1]: c"
        let without = html(text) { $0.extensions = [] }
        #expect(without.hasPrefix("<p>~~x~~ www.example.org</p>\n<p>| a |\n|---|</p>\n<ul>\n<li>[ ] b"))
        #expect(html(text).contains("<del>x</del> <a href=\"http://www.example.org\">"))
        #expect(html("~~x~~ www.example.org") { $0.extensions = [.autolink] }.hasPrefix("<p>~~x~~ <a href"))
        #expect(
            html("~~x~~ www.example.org") { $0.extensions = [.strikethrough] } == "<p><del>x</del> www.example.org</p>")
    }
}

@Suite("Raw HTML in Markdown")
struct RawHTMLTests {
    @Test(
        "Raw HTML is shown as the text it is unless it is allowed",
        arguments: [
            ("a <b onclick=\"x()\">b</b>", "<p>a &lt;b onclick=&quot;x()&quot;&gt;b&lt;/b&gt;</p>"),
            ("<script>\nalert(1)\n</script>", "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>"),
            ("<!-- note -->", "<p>&lt;!-- note --&gt;</p>"),
            ("# <i>Title</i>", "<h1 id=\"title\">&lt;i&gt;Title&lt;/i&gt;</h1>"),
            ("> <div>\n\nx", "<blockquote>\n<p>&lt;div&gt;</p>\n</blockquote>\n<p>x</p>"),
            ("[a <b>](c.md \"<d>\")", "<p><a href=\"c.md\" title=\"&lt;d&gt;\">a &lt;b&gt;</a></p>"),
            ("![a <b>](c.png)", "<p><img src=\"c.png\" alt=\"a &lt;b&gt;\" /></p>"),
        ])
    func escaped(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test("Raw HTML in table cells and footnotes is escaped as well")
    func inside() {
        let rendered = html("| <i>a</i> |\n|---|\n| <script>b</script> |\n\nc[^1]\n\n[^1]: <b>d</b>")
        #expect(rendered.contains("<th>&lt;i&gt;a&lt;/i&gt;</th>"))
        #expect(rendered.contains("<td>&lt;script&gt;b&lt;/script&gt;</td>"))
        #expect(rendered.contains("<p>&lt;b&gt;d&lt;/b&gt; <a"))
    }

    @Test("What becomes an attribute can't end it: footnotes' names, a code block's language, titles")
    func attributes() throws {
        let rendered = html("a[^\"x=\"y]\n\n[^\"x=\"y]: b\n\n```\"><script>\nc\n```\n\n[d](e.md '\"><script>')")
        #expect(!rendered.contains("<script"))
        let tree = try MarkupTree.parseHTML(rendered, isFragment: true)
        #expect(try tree.xpath("//*[@x]").isEmpty)
        #expect(try tree.xpath("//code[@class]").count == 1)
        #expect(try tree.xpath("//a[@title='\"><script>']").count == 1)
    }

    @Test("Raw HTML is kept as it is where it is allowed")
    func allowed() {
        #expect(
            html("a <b>b</b>\n\n<div class='x'>\n*c*\n</div>") { $0.allowsRawHTML = true }
                == "<p>a <b>b</b></p>\n<div class='x'>\n*c*\n</div>")
    }

    @Test("The tag filter makes dangerous elements harmless where raw HTML is allowed, and leaves the others")
    func tagFilter() {
        let filtered = html("<b>x</b> <ScRiPt>y</script>\n\n<iframe src=z></iframe>") {
            $0.allowsRawHTML = true
            $0.extensions.insert(.tagfilter)
        }
        #expect(filtered == "<p><b>x</b> &lt;ScRiPt>y&lt;/script></p>\n&lt;iframe src=z>&lt;/iframe>")
    }
}
