import MailTools
import Testing

@Suite("Profiles of mail tools")
struct ProfileTests {
    static let names = [
        "mailchimp", "listmonk", "buttondown", "brevo", "mailerlite", "campaign-monitor", "sendgrid", "kit",
        "constant-contact", "none",
    ]

    @Test("Each profile can be read")
    func all() {
        #expect(Set(MailTool.names) == Set(Self.names) && MailTool.all.count == Self.names.count)
    }

    @Test("A profile has a version, a day and the tool's own pages", arguments: names)
    func complete(name: String) throws {
        let tool = try MailTool.named(name)
        #expect(tool.version >= 1 && tool.date.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil && !tool.title.isEmpty)
        #expect(tool.sources.isEmpty == (name == "none"))
        #expect(
            tool.sources.allSatisfy { $0.url.hasPrefix("https://") || $0.url.hasPrefix("http://kb.mailchimp.com/") })
    }

    @Test("What each tag rests on is said once: a page, use elsewhere, or nothing", arguments: names)
    func evidence(name: String) throws {
        let tool = try MailTool.named(name)
        var given: Set<MailTool.Role> = []
        if tool.unsubscribe != nil { given.insert(.unsubscribe) }
        if tool.viewOnline != nil { given.insert(.viewOnline) }
        if tool.hasFirstName { given.insert(.firstName) }
        if tool.address != nil { given.insert(.address) }
        let confirmed = tool.sources.reduce(into: Set()) { $0.formUnion($1.confirms) }
        #expect(given.isSubset(of: confirmed.union(tool.seenInUse).union(tool.unconfirmedRoles)))
        #expect(confirmed.isDisjoint(with: tool.seenInUse) && confirmed.isDisjoint(with: tool.unconfirmedRoles))
        #expect(tool.seenInUse.isDisjoint(with: tool.unconfirmedRoles))
    }

    @Test("A tool ends subscriptions by its tag or by itself", arguments: names.filter { $0 != "none" })
    func unsubscribe(name: String) throws {
        let tool = try MailTool.named(name)
        #expect(tool.unsubscribe != nil || tool.adds.contains(.unsubscribe))
        #expect(tool.hasFirstName)
    }

    @Test(
        "Tags are those that the tools document",
        arguments: [
            ("mailchimp", "*|UNSUB|*", "*|ARCHIVE|*", "*|LIST:ADDRESS|*"),
            ("listmonk", "{{ UnsubscribeURL }}", "{{ MessageURL }}", nil),
            ("buttondown", "{{ unsubscribe_url }}", "{{ email_url }}", nil),
            ("brevo", "{{ unsubscribe }}", "{{ mirror }}", nil), ("mailerlite", "{$unsubscribe}", "{$url}", nil),
            ("campaign-monitor", "[unsubscribe]", "[webversion]", nil),
            (
                "sendgrid", "{{{unsubscribe}}}", "{{Weblink}}",
                "{{Sender_Name}}, {{Sender_Address}}, {{Sender_City}}, {{Sender_State}} {{Sender_Zip}}"
            ),
            ("kit", "{{ unsubscribe_url }}", nil, "{{ address }}"),
            ("constant-contact", nil, "[[viewAsWebpage]]", nil), ("none", nil, nil, nil),
        ])
    func tags(name: String, unsubscribe: String?, viewOnline: String?, address: String?) throws {
        let tool = try MailTool.named(name)
        #expect(tool.unsubscribe?.plainText == unsubscribe)
        #expect(tool.viewOnline?.plainText == viewOnline)
        #expect(tool.address == address)
    }

    @Test("What could not be confirmed is marked, so that its use can be warned of")
    func unconfirmed() throws {
        #expect(try MailTool.named("mailerlite").unconfirmed == ["{$url}"])
        #expect(try MailTool.named("constant-contact").unconfirmedRoles == [.unsubscribe])
        #expect(try MailTool.named("constant-contact").unconfirmed.contains("[[unsubscribe]]"))
        #expect(try MailTool.named("kit").unconfirmedRoles == [.viewOnline])
    }

    @Test("What issues and templates must and must not have is the tool's")
    func contents() throws {
        #expect(try MailTool.named("constant-contact").mustNotContain == ["[#", "${", "<@"])
        #expect(try MailTool.named("constant-contact").bodyTags == ["[[trackingImage]]"])
        let kit = try MailTool.named("kit")
        #expect(kit.templateMustContain.contains("{{ message_content }}"))
        #expect(kit.mustNotContain.contains("{{ message_content }}"))
    }

    @Test("A name that no tool has gets the nearest, or all")
    func unknown() {
        let near = #expect(throws: UnknownMailTool.self) { try MailTool.named("mailchip") }
        #expect(near?.hint == "did you mean \"mailchimp\"?")
        let far = #expect(throws: UnknownMailTool.self) { try MailTool.named("zzz") }
        #expect(far?.hint.hasPrefix("known: ") == true)
    }
}
