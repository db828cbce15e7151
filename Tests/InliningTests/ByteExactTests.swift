import TestSupport
import Testing

@Suite("Bytes that stay")
struct ByteExactTests {
    /// Expects a document to stay but for styles on its paragraphs, which have the class `a`.
    private func expectKept(_ html: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let inlined = Inlined.html("<style>.a{top:0}</style>" + html)
        let expected = html.replacing("<p class=a", with: "<p class=a style=\"top:0\"")
        #expect(inlined == expected, sourceLocation: sourceLocation)
    }

    @Test(
        "Conditional comments, and what they hide from browsers and from Outlook",
        arguments: [
            "<!--[if mso]><table><tr><td class=\"a\"><![endif]--><p class=a>x</p><!--[if mso]></td></tr></table><![endif]-->",
            "<![if !mso]><p class=a>x</p><![endif]>", "<!--[if !mso]><!--><p class=a>x</p><!--<![endif]-->",
            "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--><p class=a>x</p>",
            "<!-- <p class=a> --x- --><p class=a>x</p>", "<!----><p class=a>x</p>", "<!--><p class=a>x</p>",
            "<!doctype html><p class=a>x</p>", "<?xml version=\"1.0\"?><p class=a>x</p>", "</ a><p class=a>x</p>",
        ])
    func comments(html: String) {
        let inlined = Inlined.html("<style>.a{top:0}</style>" + html)
        #expect(inlined.replacing(" style=\"top:0\"", with: "") == html)
        #expect(inlined.contains("<p class=a style=\"top:0\">x</p>"))
    }

    @Test("Names of Office stay as they are, and rules reach them")
    func officeNames() {
        let html =
            "<v:RoundRect xmlns:v=\"urn:x\" arcsize='10%' o:HRef=x><w:anchorlock/><o:p>&nbsp;</o:p></v:RoundRect>"
        #expect(Inlined.html("<style>.z{top:0}p{top:0}</style>" + html).hasSuffix(html))
        #expect(
            Inlined.html("<style>v\\:rect{color:red}</style><v:Rect fill=x />")
                == "<v:Rect fill=x style=\"color:red\" />")
    }

    @Test(
        "Mail tools' tags in text",
        arguments: [
            "*|FNAME|*", "*|IF:FNAME|*a*|ELSE:|*b*|END:IF|*", "{{ UnsubscribeURL }}", "{{{unsubscribe}}}",
            "{{ contact.FIRSTNAME|default:\"there\" }}", "{$unsubscribe}", "[firstname,fallback=there]",
            "[[FirstName OR \"there\"]]", "{% if a < b and c > d %}x{% endif %}", "<% if (a<b) { %>", "%%name%%",
            "{{#if a<b}}x{{/if}}", "{{ \"<p>\" }}", "<unsubscribe>x</unsubscribe>", "${name}", "<#if a>x</#if>",
        ])
    func tagsInText(tag: String) {
        expectKept("<p class=a>\(tag)</p>\(tag)<p class=a>\(tag)")
    }

    @Test(
        "Mail tools' tags in attributes and addresses",
        arguments: [
            "href=\"{{ url }}?a=1&amp;b=2\"", "href='*|UNSUB|*'", "href={{url}}", "title=\"{{ f \"a>b\" }}\"",
            "href=\"{{ TrackLink \"https://example.org/?a>b\" }}\"", "title='{% if a %}>{% endif %}'",
            "title=\"a &lt; b &#8212; &copy;\"", "href=\"https://example.org/[[x]]?%%y%%\"", "alt=\"\"", "hidden",
        ])
    func tagsInAttributes(attribute: String) {
        let inlined = Inlined.html("<style>.a{top:0}</style><a \(attribute) class=a>x</a>")
        #expect(inlined == "<a \(attribute) class=a style=\"top:0\">x</a>")
    }

    @Test("A style is not put between two tags of a mail tool, which may leave out what is between them")
    func tagsBetweenAttributes() {
        #expect(
            Inlined.html("<style>p{top:0}</style><p {% if a %}class=\"b\"{% endif %}>x")
                == "<p style=\"top:0\" {% if a %}class=\"b\"{% endif %}>x")
        #expect(
            Inlined.html("<style>td{width:5px}</style><td *|IF:A|*class=b*|END:IF|*>")
                == "<td style=\"width:5px\" width=\"5\" *|IF:A|*class=b*|END:IF|*>")
    }

    @Test("A tag in an element's name stays in one piece")
    func tagInName() {
        let html = Inlined.html("<style>*{top:0}</style><h{{ n }} class=a>x</h{{ n }}>")
        #expect(html.contains("<h{{ n }} class=a"))
    }

    @Test("A mail tool's tag may stand for a value of a rule")
    func tagsInStyles() {
        #expect(
            Inlined.html("<style>p{color:{{ color }};width:{{w}}px}</style><p>x")
                == "<p style=\"color:{{ color }};width:{{w}}px\">x")
        #expect(Inlined.html("<style>p{color:*|COLOR|*}</style><p>x") == "<p style=\"color:*|COLOR|*\">x")
    }

    @Test("Line ends, tabs, capital letters and missing quotation marks stay")
    func spelling() {
        expectKept("<P\tALIGN=left\r\n  TITLE='x' >\r\n<p class=a\n>x<BR/>\r\n")
    }

    @Test("NUL and invalid UTF-8 stay")
    func invalid() {
        let bytes = Array("<style>p{top:0}</style><p>".utf8) + [0, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80]
        #expect(Inlined.bytes(bytes) == Array("<p style=\"top:0\">".utf8) + [0, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80])
    }

    @Test("A byte order mark stays at the beginning")
    func byteOrderMark() {
        #expect(Inlined.html("\u{FEFF}<style>p{top:0}</style><p>x") == "\u{FEFF}<p style=\"top:0\">x")
    }

    @Test("A document without rules stays byte for byte")
    func withoutRules() {
        let html = "<html><BODY bgcolor=#fff><p style='a:b' class=x>y</p></BODY>"
        #expect(Inlined.html(html) == html)
    }
}
