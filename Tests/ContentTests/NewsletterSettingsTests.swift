import Content
import Dates
import MailTools
import Testing

@Suite("The newsletter in site.yaml")
struct NewsletterSettingsTests {
    private static let links = "unsubscribe-url: \"*|UNSUB|*\"\n  view-online-url: \"*|ARCHIVE|*\"\n"

    private func site(_ lines: String) -> String { ContentSample.site.replacing(Self.links, with: lines + "\n") }

    private func settings(_ lines: String, tool: MailTool? = nil) throws -> NewsletterSettings {
        let sample = try ContentSample(["site.yaml": site(lines)])
        var options = ReadingOptions(date: try #require(CalendarDate(iso8601: "2026-06-01")))
        options.mailTool = tool
        let (library, log) = Library.read(sample.path, options: options)
        return try #require(library, "\(log.text)").site.newsletter
    }

    @Test("The tool gives the tags")
    func tool() throws {
        let settings = try settings("tool: campaign-monitor")
        #expect(settings.tool.name == "campaign-monitor")
        #expect(settings.unsubscribe == .element(name: "unsubscribe", text: "[unsubscribe]"))
        #expect(settings.viewOnline?.html("View") == "<webversion>View</webversion>" && settings.ownTags.isEmpty)
    }

    @Test("Without a tool there is none, and no tag but those that are given")
    func none() throws {
        #expect(try settings("").tool == .none)
        #expect(try settings("").unsubscribe == nil && settings("").viewOnline == nil)
        let own = try settings("unsubscribe-url: \"*|UNSUB|*\"\n  view-online-url: https://www.example.org/n")
        #expect(own.unsubscribe == .url("*|UNSUB|*") && own.viewOnline == .url("https://www.example.org/n"))
        #expect(own.ownTags == ["*|UNSUB|*"])
    }

    @Test("An address of one's own stands for the tag")
    func ownAddress() throws {
        let settings = try settings("tool: mailchimp\n  view-online-url: https://www.example.org/n")
        #expect(settings.unsubscribe == .url("*|UNSUB|*") && settings.viewOnline == .url("https://www.example.org/n"))
    }

    @Test("The command line's tool goes before, and leaves the other tool's tags behind")
    func override() throws {
        let brevo = try MailTool.named("brevo")
        let lines = "unsubscribe-url: \"*|UNSUB|*\"\n  view-online-url: https://www.example.org/n"
        for tool in ["", "tool: mailchimp\n  "] {
            let settings = try settings(tool + lines, tool: brevo)
            #expect(settings.tool == brevo && settings.unsubscribe == .url("{{ unsubscribe }}"))
            #expect(settings.viewOnline == .url("https://www.example.org/n") && settings.ownTags.isEmpty)
        }
    }

    @Test("A tool that there is not is an error at its line, with the nearest")
    func unknown() throws {
        try expectText(
            ["site.yaml": site("tool: mailchip")],
            contains: "Content/site.yaml:15:9: error: \"tool\" should be one of ",
            "did you mean \"mailchimp\"?")
    }

    @Test("A tag that only another tool replaces is an error at its line")
    func foreign() throws {
        try expectText(
            ["site.yaml": site("tool: brevo\n  unsubscribe-url: \"*|UNSUB|*\"")],
            contains: "Content/site.yaml:16:20: error: *|UNSUB|* is a tag of Mailchimp, and the tool is Brevo")
    }

    @Test(
        "One click takes an address by HTTPS and no other",
        arguments: [
            ("https://www.example.org/leave?id=1", true), ("http://www.example.org/leave", false),
            ("mailto:leave@example.org", false), ("https://www.example.org/a,b", false),
        ])
    func oneClick(address: String, isGood: Bool) throws {
        if isGood {
            #expect(try settings("list-unsubscribe: \"\(address)\"").listUnsubscribe == address)
        } else {
            try expectText(
                ["site.yaml": site("list-unsubscribe: \"\(address)\"")],
                contains:
                    "Content/site.yaml:15:21: error: \"list-unsubscribe\" should be a web address that begins with")
        }
    }

    @Test(
        "Nothing that goes into a header can begin another one",
        arguments: [
            ("name: News", "name: \"News\\r\\nBcc: x@y.example\"", "name"),
            ("name: News", "name: \"News\\u0085x\"", "name"),
            ("from: news@example.org", "from: \"news@example.org\\r\\nBcc: x@y.example\"", "from"),
            ("from: news@example.org", "from: not an address", "from"),
            ("from: news@example.org", "from: ñ@example.org", "from"),
            ("from: news@example.org", "from: news@ñ.example.org", "from"),
            ("from: news@example.org", "from: news@example.org\n  reply-to: \"a@b.example\\nX: y\"", "reply-to"),
        ])
    func injection(old: String, new: String, key: String) throws {
        try expectText(
            ["site.yaml": ContentSample.site.replacing(old, with: new)], contains: "error: \"\(key)\" should be ")
    }
}
