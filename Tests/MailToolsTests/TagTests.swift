import MailTools
import Testing

@Suite("Tags of mail tools")
struct TagTests {
    @Test(
        "A name has what stands for it where it is not known",
        arguments: [
            ("mailchimp", "*|IF:FNAME|**|FNAME|**|ELSE:|*there*|END:IF|*"),
            ("listmonk", "{{ .Subscriber.FirstName | default \"there\" }}"),
            ("buttondown", "{{ subscriber.metadata.first_name|default:\"there\" }}"),
            ("brevo", "{{ contact.FIRSTNAME|default:\"there\" }}"), ("mailerlite", "{$name|default('there')}"),
            ("campaign-monitor", "[firstname,fallback=there]"),
            ("sendgrid", "{{insert first_name 'default=there'}}"),
            ("kit", "{{ subscriber.first_name | strip | default: \"there\" }}"),
            ("constant-contact", "[[FirstName OR \"there\"]]"), ("none", "there"),
        ])
    func firstName(name: String, tag: String) throws {
        #expect(try MailTool.named(name).firstName(fallback: "there") == tag)
    }

    @Test(
        "What stands for a name can't end the tag",
        arguments: [
            ("mailchimp", "a*|b|*c\"d'", "*|IF:FNAME|**|FNAME|**|ELSE:|*abc\"d'*|END:IF|*"),
            ("listmonk", "a\"b\\c}}d", "{{ .Subscriber.FirstName | default \"a\\\"b\\\\c))d\" }}"),
            ("buttondown", "a\"b'c%}}d", "{{ subscriber.metadata.first_name|default:\"a”b'c%)}d\" }}"),
            ("brevo", "a\"b}}c{%", "{{ contact.FIRSTNAME|default:\"a”b))c(%\" }}"),
            ("mailerlite", "a'b}c\"d", "{$name|default('a’b)c\"d')}"),
            ("campaign-monitor", "a[b]c,d", "[firstname,fallback=a(b)c,d]"),
            ("sendgrid", "a'b}}c\"d", "{{insert first_name 'default=a’b))c\"d'}}"),
            ("kit", "a\"b}}c'd", "{{ subscriber.first_name | strip | default: \"a”b))c'd\" }}"),
            ("constant-contact", "a\"b]]c[#${", "[[FirstName OR \"a”b))c(#$(\"]]"), ("none", "a\"b'c", "a\"b'c"),
        ])
    func escapes(name: String, fallback: String, tag: String) throws {
        #expect(try MailTool.named(name).firstName(fallback: fallback) == tag)
    }

    @Test("A quotation mark with an accent on it ends a string too, and so does a line end")
    func marks() throws {
        #expect(
            try MailTool.named("kit").firstName(fallback: "a\"\u{301}\nb\r\nc")
                == "{{ subscriber.first_name | strip | default: \"a”\u{301} b  c\" }}")
    }

    @Test(
        "A tag that an author typed stands in HTML as it was typed, and what is no tag stays escaped",
        arguments: [
            (
                "brevo", "a &amp; {{ contact.A|default:&quot;b &amp;amp; c&quot; }} &quot;",
                "a &amp; {{ contact.A|default:\"b &amp; c\" }} &quot;"
            ),
            ("brevo", "{% if contact.A &gt; 1 %}&lt;b{% endif %}", "{% if contact.A > 1 %}&lt;b{% endif %}"),
            (
                "kit", "<i title=\"{{ subscriber.x | default: &#39;y&#39; }}\">",
                "<i title=\"{{ subscriber.x | default: 'y' }}\">"
            ),
            ("constant-contact", "[[FirstName OR &quot;x&quot;]] [&quot;]", "[[FirstName OR \"x\"]] [&quot;]"),
            ("mailchimp", "*|IF:A &gt; 1|*&gt;*|END:IF|*", "*|IF:A > 1|*&gt;*|END:IF|*"),
            ("none", "{{ contact.A|default:&quot;b&quot; }}", "{{ contact.A|default:&quot;b&quot; }}"),
            ("listmonk", "{{ contact.A|default:&quot;b&quot; }}", "{{ contact.A|default:&quot;b&quot; }}"),
        ])
    func exact(name: String, html: String, expected: String) throws {
        #expect(try MailTool.named(name).withExactTags(html) == expected)
    }

    @Test("A link is an element of the tool's own, or has the tag in its address, byte for byte")
    func links() throws {
        let monitor = try MailTool.named("campaign-monitor")
        #expect(
            monitor.unsubscribe?.html("Leave", attributes: " style=\"x\"")
                == "<unsubscribe style=\"x\">Leave</unsubscribe>")
        #expect(monitor.unsubscribe?.href == nil)
        let sendgrid = try MailTool.named("sendgrid")
        #expect(sendgrid.unsubscribe?.html("Leave") == "<a href=\"{{{unsubscribe}}}\">Leave</a>")
        #expect(
            MailLink.url("https://x.example/?a=1&b=\"").html("x")
                == "<a href=\"https://x.example/?a=1&amp;b=%22\">x</a>")
    }

    /// Everything a tool puts into an issue.
    static func output(of tool: MailTool) -> String {
        [
            tool.unsubscribe?.html("Leave"), tool.viewOnline?.html("View"), tool.unsubscribe?.plainText,
            tool.viewOnline?.plainText, tool.firstName(fallback: "there"), tool.address,
        ].compactMap { $0 }.joined(separator: " · ") + tool.bodyTags.joined() + tool.mustContain.joined()
    }

    @Test("A tool's own tags are none of another tool's", arguments: MailTool.all)
    func own(tool: MailTool) {
        #expect(tool.foreignTags(in: Self.output(of: tool)).isEmpty)
    }

    @Test("Every tag of another tool is found where it is, byte for byte", arguments: MailTool.all)
    func foreign(tool: MailTool) throws {
        for other in MailTool.all where other.name != tool.name && other.name != "none" {
            let links = [other.viewOnline?.plainText, other.firstName(fallback: "there")].compactMap { $0 }
            for tag in links {
                let text = "<p>Ünï 🎉 \(tag) end</p>"
                let found = tool.foreignTags(in: text)
                let first = try #require(found.first, "\(tag) with \(tool.name)")
                let last = try #require(found.last)
                let range = try #require(text.range(of: tag))
                #expect(first.range.lowerBound == range.lowerBound && last.range.upperBound == range.upperBound)
                #expect(found.allSatisfy { text[$0.range] == $0.tag[...] })
            }
        }
    }

    @Test("A tag that two tools share belongs to both")
    func shared() throws {
        let text = "{{ unsubscribe_url }} {{unsubscribe_url}}"
        #expect(try MailTool.named("kit").foreignTags(in: text).isEmpty)
        #expect(try MailTool.named("buttondown").foreignTags(in: text).isEmpty)
        #expect(try MailTool.named("brevo").foreignTags(in: text).map(\.toolName) == ["Buttondown", "Buttondown"])
        let metadata = "{{ subscriber.metadata.first_name }}"
        #expect(try MailTool.named("kit").foreignTags(in: metadata).map(\.toolName) == ["Buttondown"])
    }

    @Test(
        "Text that only looks like a tag is left alone",
        arguments: [
            "a {{ b }} c", "[see below] and [1]", "2 * 3 | 4 * 5", "{ $x }", "<p>unsubscribe</p>", "<unsubscribed>",
            "*|",
            "{{ unsubscribe", "[[ 1, 2 ]]", "*|\n|*", "{{}}", "*||*",
        ])
    func text(text: String) {
        #expect(MailTool.none.foreignTags(in: text).isEmpty)
    }

    @Test("Where there is no tool, every tool's tag is one too many, but those that site.yaml gives")
    func none() {
        let text = "*|FNAME|* {{ contact.FIRSTNAME }} *|UNSUB|*"
        #expect(MailTool.none.foreignTags(in: text).map(\.toolName) == ["Mailchimp", "Brevo", "Mailchimp"])
        let allowed = MailTool.none.foreignTags(in: text, allowing: ["*|UNSUB|*"])
        #expect(allowed.map(\.tag) == ["*|FNAME|*", "{{ contact.FIRSTNAME }}"])
    }
}
