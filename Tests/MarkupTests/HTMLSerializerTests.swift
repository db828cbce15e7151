import TestSupport
import Testing

@testable import Markup

@Suite("HTML written from a tree")
struct HTMLSerializerTests {
    func written(_ text: String) throws -> String {
        try MarkupTree.parseHTML(text, isFragment: true).html()
    }

    @Test(
        "What a mail needs byte for byte comes out as it went in",
        arguments: [
            "<a href=\"*|UNSUB|*\">x</a>", "<a href=\"{{ UnsubscribeURL }}\">x</a>", "<a href=\"{$unsubscribe}\">x</a>",
            "<img src=\"https://e.org/*|ID|*?a={{ b | c:'d' }}\" alt=\"\">", "<a href=\"https://e.org/ä b%20c\">x</a>",
            "<p>Hi *|FNAME|*, {{ name }} [[x]]</p>",
            "<!--[if mso]><table><tr><td><![endif]--><p>x</p><!--[if mso]></td></tr></table><![endif]-->",
            "<!--[if gte mso 9]><xml><o:x>&amp;</o:x></xml><![endif]-->",
            "<![if !mso]><p>x</p><![endif]>", "<p><![if !mso]>x<![endif]></p>",
            "<!--[if !mso]><!--><p>x</p><!--<![endif]-->",
            "<v:rect xmlns:v=\"urn:schemas-microsoft-com:vml\" v:ext=\"edit\" fill=\"t\"><o:p>x</o:p></v:rect>",
            "<p>&lt;b&gt; &amp;amp; &nbsp;\"'é</p>",
            "<p title=\"a &amp; &quot;b&quot; <\">x</p>",
            "<p>a<br>b<wbr>c<img src=\"d\"></p>", "<hr><input type=\"checkbox\" checked=\"\">", "<p></p><div></div>",
            "<script>if (a < b && c > d) { x(\"</p>\") }</script>", "<style>a > b { content: \"&lt;\" }</style>",
            "<p title=\"<![if x]>\">a</p>", "<p title=\"<!--\">a</p><![if x]>b<![endif]>", "bare text <b>and</b> more",
            "<p>a</p>text<p>b</p>", "<pre>\n\n a  b\n</pre>",
            "<a data-x=\"\" b-c=\"1\">x</a>",
            "<table><tr><td bgcolor=\"#fff\">x</td></tr></table>", "<!-- -- comment - -->",
            "<p>1 &lt; 2</p>",
        ])
    func verbatim(text: String) throws {
        #expect(try written(text) == text)
    }

    @Test("Markup that is left open is closed, and void elements never are")
    func repaired() throws {
        #expect(
            try written("<ul><li>a<li>b</ul><p>c<p>d<br/>e") == "<ul><li>a</li><li>b</li></ul><p>c</p><p>d<br>e</p>")
        #expect(try written("1 < 2") == "1 &lt; 2")
        #expect(try written("<P CLASS=x>a</P>") == "<p class=\"x\">a</p>")
    }

    @Test("A whole document has its type and its frame")
    func document() throws {
        let text =
            "<!DOCTYPE html>\n<html lang=\"en\"><head><title>T</title></head><body class=\"b\"><p>x</p></body></html>"
        #expect(try MarkupTree.parseHTML(text).html() == text)
    }

    @Test("Processing instructions stay, as the older mail programs write them")
    func instructions() throws {
        #expect(try written("<p>a<?xml:namespace prefix=\"o\"?>b</p>") == "<p>a<?xml:namespace prefix=\"o\"?>b</p>")
    }

    @Test("A node is written alone with all below it")
    func node() throws {
        let tree = try MarkupTree.parseHTML("<div><p id=\"a\">x <b>y</b></p><p>z</p></div>")
        #expect(try tree.xpath("//p").first?.html() == "<p id=\"a\">x <b>y</b></p>")
        #expect(try tree.xpath("//b").first?.html() == "<b>y</b>")
        #expect(try tree.xpath("//p").last?.html() == "<p>z</p>")
    }

    @Test("Comments, scripts and styles hide what looks like a conditional comment")
    func hidden() throws {
        for text in ["<!-- <![if x]> -->", "<script>\"<![if x]>\"</script>", "<style><![if x]></style>"] {
            #expect(try written(text) == text)
        }
        #expect(try written("<STYLE><![if x]></STYLE>") == "<style><![if x]></style>")
    }

    @Test("A comment in a text is not mistaken for one of ours")
    func marks() throws {
        let text = "<p>prowess-conditional:[if x]</p>"
        #expect(try written(text) == text)
    }

    @Test("What was written once is written the same again", arguments: 0..<150)
    func idempotent(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let parts = [
            "<p>", "</p>", "<div class='a \"b\"'>", "</div>", "<table>", "<tr>", "<td>", "</table>", "<b>", "</b>",
            "<br/>",
            "text ", "&amp;", "&lt;x&gt;", "&nbsp;", "é🏫", "<!-- c -->", "<!--[if mso]><td><![endif]-->",
            "<![if !mso]>",
            "<![endif]>", "<a href=\"*|U|*&b='c'\">", "</a>", "<img alt=\"<![if x]>\">", "<script>a<b&&c</script>",
            "<style>a>b</style>", "\n", "<o:p>", "</o:p>", "<ul>", "<li>", "</ul>", "< ", "&#13;", "&#9;", "'\"",
            "<pre>\n",
            "</pre>", "<input disabled>", "]]>", "<textarea>a</textarea>", "&notanentity;", "<h2>", "</h2>",
        ]
        let text = (0..<3 + random.number(below: 25)).map { _ in random.element(of: parts) }.joined()
        let once = try written(text)
        #expect(try written(once) == once, "from \(text.debugDescription)")
        let document = try MarkupTree.parseHTML("<!DOCTYPE html><html><body>" + text).html()
        #expect(try MarkupTree.parseHTML(document).html() == document, "from \(text.debugDescription)")
    }

    @Test("What Markdown renders comes out of a tree as the same HTML, but for void elements", arguments: 0..<100)
    func markdown(seed: Int) throws {
        let rendered = html(ParallelParsingTests.text(seed: seed))
        let expected = rendered.replacing(" />", with: ">").replacing("-ref>", with: "-ref=\"\">")
            .replacing("data-footnotes>", with: "data-footnotes=\"\">").replacing(
                "footnote-backref ", with: "footnote-backref=\"\" "
            )
            .replacing("&quot;", with: "\"")
        let tree = try MarkupTree.parseHTML(rendered, isFragment: true)
        #expect(
            tree.html().replacing("&quot;", with: "\"").replacing("=\"\"", with: "")
                == expected.replacing("=\"\"", with: ""))
    }
}
