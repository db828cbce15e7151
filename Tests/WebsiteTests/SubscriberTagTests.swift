import TestSupport
import Testing

@testable import Website

@Suite("Tags of mail tools on the site")
struct SubscriberTagTests {
    @Test(
        "A tag that an author typed is taken out",
        arguments: [
            ("Hi *|FNAME|*!", "Hi !"), ("*|IF:FNAME|*Dear *|FNAME|**|ELSE:|*Hello*|END:IF|*, x", "Hello, x"),
            ("*|IF:A|*b*|END:IF|*c", "c"), ("*|IFNOT:A|*b*|ELSE:|*c*|END:IF|*", "c"),
            ("*|DATE:d/m/y|* *|IF:A = b c|*d*|END:IF|* e", "  e"), ("{{ .Subscriber.FirstName }}", ""),
            ("{{{unsubscribe}}}", ""), ("{{ contact.FIRSTNAME|default:&quot;there&quot; }} a", "there a"),
            ("{{ .Subscriber.FirstName | default \"all\" }}", "all"), ("{$name|default('you all')} a", "you all a"),
            ("{{ subscriber.first_name | strip | default: &quot;it's&quot; }}", "it's"),
            ("{{insert first_name 'default=there'}} a", "there a"), ("{{ default }} {{ a | default: b }}", " "),
            ("{% if x %}a{% else %}b{% endif %}c", "bc"), ("{% if x %}a{% endif %}c", "c"), ("{$name} a", " a"),
            ("[[FirstName OR &quot;there&quot;]]", "there"), ("[firstname,fallback=there] a", "there a"),
            ("&lt;unsubscribe&gt;a&lt;/unsubscribe&gt;", "a"), ("<webversion>a</webversion>", "a"),
            ("<a href=\"*|ARCHIVE|*\">Look</a> b", "Look b"),
            ("<p class=\"button\"><a href=\"{{ url }}\">B</a></p>", "<p class=\"button\">B</p>"),
            (
                "<a href=\"/a/\">A</a><a class=\"x\" href=\"https://b.org/?e=*|EMAIL|*\" title=\"t\">B</a>",
                "<a href=\"/a/\">A</a>B"
            ),
            ("<img src=\"*|PICTURE|*\" alt=\"\" />a", "a"),
        ])
    func removed(html: String, expected: String) {
        #expect(SubscriberTags.removed(fromHTML: html) == expected)
    }

    @Test(
        "What only looks like one stays",
        arguments: [
            "a * b | c * d", "{a}", "[x]", "f[0][1] = {{", "$5 {", "50 % {% of", "*|a b|*",
            "<a href=\"/x/\">[firstnames]</a>", "{$ 5}",
            "we unsubscribe you", "*|", "[[", "{{{", "*|IF never ended",
        ])
    func kept(text: String) {
        #expect(SubscriberTags.removed(fromHTML: text) == text)
    }

    @Test(
        "A subject is a sentence without the name in it",
        arguments: [
            ("What comes next, *|FNAME|*?", "What comes next?"), ("*|FNAME|*, one more question", "one more question"),
            ("Dear {{ name }}: hello", "Dear: hello"), ("For you, *|FNAME|*", "For you"), ("A , b !", "A , b !"),
        ])
    func subjects(subject: String, expected: String) {
        #expect(SubscriberTags.removed(fromLine: subject) == expected)
    }

    @Test("A subject that was nothing but a tag is the newsletter's name and the day")
    func emptySubject() throws {
        let site = try RenderedSite([
            "newsletters/a.md": SmallContent.page(
                "subject: \"*|FNAME|*\"\npreheader: \"{{ x }}\"\ndate: 2026-01-05",
                "Hi *|FNAME|*, see [this]({{ y }}).\n")
        ])
        let page = try site.page("newsletter/a/index.html")
        #expect(try page.texts("//h1") == ["Oak Letter, January 5, 2026"])
        #expect(try page.attributes("content", of: "//meta[@name='description']") == ["Now and then."])
        for text in site.texts.values { #expect(!text.contains("FNAME") && !text.contains("{{")) }
    }

    @Test("Tags in and out of order never hang and leave no whole tag behind", arguments: 0..<30)
    func anyOrder(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let parts = [
            "*|IF:A|*", "*|ELSE:|*", "*|END:IF|*", "*|FNAME|*", "{{", "}}", "{%", "%}", "{% if x %}", "{% else %}",
            "{% endif %}",
            "{$a}", "[[", "]]", "<a href=\"{{ x }}\">", "</a>", "a", " ", "\n", "<p>", "</p>",
        ]
        let text = (0..<400).map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
        let clean = SubscriberTags.removed(fromHTML: text)
        #expect(clean.count <= text.count)
        #expect(!clean.contains("*|FNAME|*") && !clean.contains("{$a}"))
    }
}
