import Diagnostics
import Testing

@testable import Markup

@Suite("Markdown")
struct MarkdownTests {
    @Test(
        "CommonMark is rendered as CommonMark",
        arguments: [
            ("Ask *who* was **not** asked.", "<p>Ask <em>who</em> was <strong>not</strong> asked.</p>"),
            ("One line\nand its next", "<p>One line\nand its next</p>"),
            (
                "Hard by spaces  \nand hard by a backslash\\\nhere",
                "<p>Hard by spaces<br />\nand hard by a backslash<br />\nhere</p>"
            ),
            ("Run `a < b` twice", "<p>Run <code>a &lt; b</code> twice</p>"),
            (
                "```swift\nlet a = \"<\"\n```",
                "<pre><code class=\"language-swift\">let a = &quot;&lt;&quot;\n</code></pre>"
            ),
            ("    indented & kept", "<pre><code>indented &amp; kept\n</code></pre>"),
            ("Oak &amp; Elm &copy; &#x2713; &nosuch;", "<p>Oak &amp; Elm © ✓ &amp;nosuch;</p>"),
            ("\\*not emphasis\\*", "<p>*not emphasis*</p>"),
            ("> quoted\nlazily", "<blockquote>\n<p>quoted\nlazily</p>\n</blockquote>"),
            ("3. third\n4. fourth", "<ol start=\"3\">\n<li>third</li>\n<li>fourth</li>\n</ol>"),
            ("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>"),
            ("above\n\n***\n\nbelow", "<p>above</p>\n<hr />\n<p>below</p>"),
            (
                "[The plan][plan].\n\n[PLAN]: plan.md \"Its title\"",
                "<p><a href=\"plan.md\" title=\"Its title\">The plan</a>.</p>"
            ),
            ("![A gate](gate.png)", "<p><img src=\"gate.png\" alt=\"A gate\" /></p>"),
            (
                "![A *red* [gate](x.md)](gate.png \"G\")",
                "<p><img src=\"gate.png\" alt=\"A red gate\" title=\"G\" /></p>"
            ),
        ])
    func commonMark(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test("Lists nest by their indentation, and a paragraph may belong to an item")
    func nestedLists() {
        let text = "1. Train\n   - SROs\n   - teachers\n\n     all of them\n2. Meet"
        let expected = """
            <ol>
            <li>Train
            <ul>
            <li>
            <p>SROs</p>
            </li>
            <li>
            <p>teachers</p>
            <p>all of them</p>
            </li>
            </ul>
            </li>
            <li>Meet</li>
            </ol>
            """
        #expect(html(text) == expected)
    }

    @Test("The highest headings get the level that is asked for, and the others follow; none is lower than the sixth")
    func highestHeading() {
        let lowered = document("# a\n\nb\n---\n\n###### c") { $0.highestHeading = 2 }
        #expect(lowered.html() == "<h2 id=\"a\">a</h2>\n<h3 id=\"b\">b</h3>\n<h6 id=\"c\">c</h6>\n")
        #expect(lowered.headings.map(\.level) == [2, 3, 6])
        let raised = document("##### a\n\n###### b\n\n##### c") { $0.highestHeading = 3 }
        #expect(raised.headings.map(\.level) == [3, 4, 3])
    }

    @Test("Plain rendering adds nothing to what libcmark-gfm writes")
    func plain() {
        let text = "# Title\n\n| a |\n|:-:|\n| b |\n\n<i>x</i>"
        let expected = """
            <h1>Title</h1>
            <table>
            <thead>
            <tr>
            <th align="center">a</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td align="center">b</td>
            </tr>
            </tbody>
            </table>
            <p><!-- raw HTML omitted -->x<!-- raw HTML omitted --></p>
            """
        #expect(html(text) { $0.isPlain = true } == expected)
    }

    @Test(
        "A mail tool's merge tag is no emphasis, wherever it stands",
        arguments: [
            ("Dear *|FNAME|*,", "<p>Dear *|FNAME|*,</p>"),
            ("**Hi *|F_N|*** *|LIST:X|* *|A|*", "<p><strong>Hi *|F_N|*</strong> *|LIST:X|* *|A|*</p>"),
            ("[*|A|*](b.md)", "<p><a href=\"b.md\">*|A|*</a></p>"),
            ("*|IF:A|*you*|END:IF|* *|B|**|C|*", "<p>*|IF:A|*you*|END:IF|* *|B|**|C|*</p>"),
            ("`*|A|*` \\*|A|\\*", "<p><code>*|A|*</code> *|A|*</p>"),
            (
                "<https://a.org/?e=*|EMAIL|*>",
                "<p><a href=\"https://a.org/?e=*%7CEMAIL%7C*\">https://a.org/?e=*|EMAIL|*</a></p>"
            ),
            ("*|DATE:d/m/y|* *|IF:A = _b_|*c*|END:IF|*", "<p>*|DATE:d/m/y|* *|IF:A = _b_|*c*|END:IF|*</p>"),
            ("*|a b|* *|A b|*", "<p><em>|a b|</em> <em>|A b|</em></p>"),
            ("*a|b|* *||*", "<p><em>a|b|</em> <em>||</em></p>"),
            ("*|**b**|*", "<p><em>|<strong>b</strong>|</em></p>"),
        ])
    func mergeTags(text: String, expected: String) {
        #expect(html(text) == expected)
        #expect(document("Dear *|FNAME|*,").plainText() == "Dear *|FNAME|*,\n")
        #expect(html("*|A|*") { $0.isPlain = true } == "<p><em>|A|</em></p>")
    }

    @Test(
        "In what is mailed the tags of every tool are one thing each",
        arguments: [
            ("{{ a|default:\"_b_\" }} *{{ c_d_ }}*", "<p>{{ a|default:&quot;_b_&quot; }} <em>{{ c_d_ }}</em></p>"),
            ("[x]({{ y }} \"{{ _t_ }}\")", "<p><a href=\"{{ y }}\" title=\"{{ _t_ }}\">x</a></p>"),
            ("{% if a_b_ < _c_ %}d", "<p>{% if a_b_ &lt; _c_ %}d</p>"),
            ("{$name|default('_a_')}", "<p>{$name|default('_a_')}</p>"),
            ("{{{a _b_}}} `{{` _c_ `}}`", "<p>{{{a _b_}}} <code>{{</code> <em>c</em> <code>}}</code></p>"),
            ("[[First _x_]] [[a]](b.md)", "<p>[[First _x_]] <a href=\"b.md\">[a]</a></p>"),
            (
                "| a |\n|---|\n| {{ b|c }} |",
                "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>{{ b|c }}</td>\n</tr>\n</tbody>\n</table>"
            ),
            ("{{ a\n_b_ }} {{ _c_", "<p>{{ a\n<em>b</em> }} {{ <em>c</em></p>"),
        ])
    func tagsOfAllTools(text: String, expected: String) {
        var log = DiagnosticLog()
        let mailed = document(text) { $0.allowsPersonalization = true }
        mailed.resolveLinks(log: &log) { _ in .keep }
        #expect(mailed.html() == expected + "\n")
        #expect(html("{{ _a_ }}") == "<p>{{ <em>a</em> }}</p>")
    }

    @Test("Words are those of the text, not those of code blocks")
    func wordCount() {
        #expect(document("# Two words\n\nand *three* more\n\n    code block\n").wordCount == 5)
        #expect(document("").wordCount == 0)
    }

    @Test("Lines that end in CRLF mean the same")
    func windowsLines() {
        let text = "# A\n\n| a | b |\n|---|---|\n| ~~c~~ | d |\n\n- [x] e\n  f\n\n```\ncode\n```\n[^1]\n\n[^1]: note\n"
        #expect(html(text.replacing("\n", with: "\r\n")).replacing("\r\n", with: "\n") == html(text))
    }

    @Test("A byte order mark is no part of the first line")
    func byteOrderMark() {
        #expect(html("\u{FEFF}# Title") == "<h1 id=\"title\">Title</h1>")
    }
}
