import Diagnostics
import MailTools
import Testing

@testable import Newsletter

@Suite("Checks of an issue")
struct CheckTests {
    @Test(
        "An issue with nothing wrong has no diagnostic, whatever the tool",
        arguments: MailTool.all.filter { $0.name != "none" })
    func sound(tool: MailTool) throws {
        let issue = try checkedIssue("<p>Hi. <a href=\"https://x.example/\">The report</a></p>", tool: tool)
        #expect(messages(issue) == [])
    }

    @Test("From 90,000 bytes on there is a warning, and from 100,000 on an error, of the part as it is sent")
    func size() throws {
        func text(_ count: Int) throws -> [String] {
            messages(try checkedIssue("<p>\(String(repeating: "a ", count: count))</p>"))
        }
        #expect(try text(43_000) == [])
        #expect(try text(46_000).first?.hasPrefix("one.md: warning: the HTML is 9") == true)
        #expect(try text(50_000).first?.hasPrefix("one.md: error: the HTML is 10") == true)
        // An equals sign is one byte here and three as it is sent.
        let encoded = messages(try checkedIssue("<p>\(String(repeating: "= ", count: 25_000))</p>"))
        #expect(encoded.first?.hasPrefix("one.md: error: the HTML is 10") == true)
    }

    @Test("Styles of more than 16,000 bytes are an error")
    func styles() throws {
        func style(_ count: Int) throws -> [String] {
            messages(try checkedIssue(head: "<style>/*\(String(repeating: "a", count: count))*/</style>"))
        }
        #expect(try style(15_900) == [])
        #expect(try style(16_000).first?.hasPrefix("one.md: error: the styles are 16004 bytes") == true)
    }

    @Test("A long subject and a long preheader are told at their lines")
    func subject() throws {
        let issue = try checkedIssue(
            subject: String(repeating: "s", count: 61), preheader: String(repeating: "p", count: 111))
        #expect(
            messages(issue) == [
                "one.md:2:10: warning: the subject has 61 characters, and inboxes show about 60",
                "one.md:3:12: warning: the preheader has 111 characters, and inboxes show about 110",
            ])
        let short = try checkedIssue(
            subject: String(repeating: "🎉", count: 60), preheader: String(repeating: "é", count: 110))
        #expect(messages(short) == [])
    }

    @Test(
        "Scripts, forms and frames are errors",
        arguments: [
            "<script>x()</script>", "<form action=\"https://x.example/\"></form>", "<input type=\"text\">",
            "<button>x</button>", "<select></select>", "<textarea></textarea>",
            "<iframe src=\"https://x.example/\"></iframe>",
            "<object></object>", "<p onclick=\"x()\">x</p>", "<a onmouseover='x()'>x</a>",
        ])
    func active(html: String) throws {
        let found = messages(try checkedIssue(html, markdown: "Text.\n\n\(html)"))
        #expect(
            found.count == 1 && found[0].contains("does not work in e-mail") && found[0].hasPrefix("one.md:8:1: error"))
    }

    @Test(
        "A picture without an alt text is an error at its line, one with an empty one a warning if the author chose it")
    func pictures() throws {
        let picture = "<img width=\"40\" src=\"https://x.example/images/plan.png\""
        #expect(messages(try checkedIssue("\(picture) alt=\"A plan\">")) == [])
        #expect(
            messages(try checkedIssue("\(picture)>", markdown: "Text.\n![](../images/plan.png)"))
                == ["one.md:7:15: error: the picture plan.png has no \"alt\" text"])
        #expect(
            messages(try checkedIssue("\(picture) alt=\"\">", markdown: "![](../images/plan.png)"))
                == ["one.md:6:15: warning: the picture plan.png has no words for who can't see it"])
        #expect(messages(try checkedIssue("\(picture) alt=\"\">")) == [])
    }

    @Test(
        "A picture that Gmail and Outlook don't show is a warning",
        arguments: [("plan.svg", true), ("PLAN.SVG", true), ("plan.svg?v=2", true), ("plan.png?from=plan.svg", false)])
    func vectors(file: String, isVector: Bool) throws {
        let found = messages(
            try checkedIssue(
                "<img width=\"4\" alt=\"A plan\" src=\"https://x.example/\(file)\">", markdown: "![](\(file))"))
        #expect(
            found
                == (isVector
                    ? ["one.md:6:5: warning: the picture \(file) is SVG, which Gmail and Outlook don't show"] : [])
        )
    }

    @Test("A picture whose size is not known is a warning, unless it is the layout's")
    func sizes() throws {
        let picture = "<img alt=\"A plan\" src=\"https://x.example/plan.png\">"
        let found = messages(try checkedIssue(picture, markdown: "![A plan](https://x.example/plan.png)"))
        #expect(
            found == [
                "one.md:6:29: warning: the size of the picture plan.png is not known, and Outlook shows it as large as it is"
            ])
        #expect(messages(try checkedIssue(picture)) == [])
    }

    @Test("What a teaser takes from its page is told at the teaser's link")
    func teasers() throws {
        let teaser = """
            <table role="presentation"><tr><td><img width="4" alt="A plan" src="https://x.example/plan.svg">
            <h2><a href="https://x.example/insights/how-we-ask/#why">How we ask</a></h2></td></tr></table>
            """
        let found = messages(try checkedIssue(teaser, markdown: "::teaser{url=../insights/how-we-ask.md#why}"))
        #expect(found.count == 1 && found.first?.hasPrefix("one.md:6:26: warning: the picture plan.svg is SVG") == true)
    }

    @Test("Words that a directive brings with it are told at its link, with how to give others")
    func ownWords() throws {
        let issue = try checkedIssue(
            "<a href=\"https://x.example/insights/how-we-ask/\">Read on</a>",
            markdown: ":::lead{url=../insights/how-we-ask.md}")
        let diagnostic = try #require(issue.diagnostics().first)
        #expect(diagnostic.location?.line == 6 && diagnostic.hint?.contains("more=") == true)
    }

    @Test("A text without words, and one that is too large whatever is done to it, are told before anything is made")
    func hopeless() {
        let source = SourceFile(path: "one.md", text: "---\n---\n")
        #expect(SizeCheck.problem(with: "<p></p>", " \n", in: source)?.location?.line == 1)
        #expect(SizeCheck.problem(with: String(repeating: "a", count: 100_000), "a", in: source) == nil)
        #expect(SizeCheck.problem(with: String(repeating: "a", count: 100_001), "a", in: source) != nil)
    }

    @Test(
        "Words that don't say where a link leads are a warning, in English and Spanish",
        arguments: [
            "click here", "Here", "READ MORE", "read more »", " Click   here! ", "<b>here</b>", "learn more…", "aquí",
            "Haz clic aquí", "leer más →", "más información", "(more)",
        ])
    func vague(words: String) throws {
        let found = messages(try checkedIssue("<a href=\"https://x.example/\">\(words)</a>"))
        #expect(found.count == 1 && found.first?.contains("don't say where the link leads") == true)
    }

    @Test(
        "Words that do are left alone",
        arguments: ["The report", "Here is the report", "More schools", "Aquí, el informe"])
    func telling(words: String) throws {
        #expect(messages(try checkedIssue("<a href=\"https://x.example/\">\(words)</a>")) == [])
    }

    @Test("Each of two links with the same words is told at its own place")
    func places() throws {
        let link = "<a href=\"https://x.example/\">read more</a>"
        let issue = try checkedIssue(
            "<p>\(link)</p><p>\(link)</p>",
            markdown: "Read more soon: [read more](x) and\n\n::button[**read**\nmore]{href=x}")
        #expect(messages(issue).map { $0.prefix(12) } == ["one.md:6:18:", "one.md:8:10:"])
    }

    @Test("A link without words is an error, unless a picture or a label says them")
    func emptyLinks() throws {
        #expect(messages(try checkedIssue("<a href=\"https://x.example/\"> </a>")).count == 1)
        #expect(
            messages(
                try checkedIssue(
                    "<a href=\"https://x.example/\"><img src=\"https://x.example/a.png\" alt=\"Logo\"></a>"))
                == [])
        #expect(messages(try checkedIssue("<a href=\"https://x.example/\" aria-label=\"Logo\"></a>")) == [])
    }

    @Test(
        "Where a link leads",
        arguments: [
            ("https://x.example/", ""), ("mailto:a@b.example", ""), ("tel:+15550142", ""), ("*|UNSUB|*", ""),
            ("HTTPS://x.example/", ""), ("https://x.example/?a=*|EMAIL|*", ""),
            ("http://x.example/", "warning: the link \"http://x.example/\" is not encrypted"),
            ("/about/", "error: the link \"/about/\" leads nowhere"),
            ("a.html", "error: the link \"a.html\" leads nowhere"),
            ("//x.example/", "error: the link \"//x.example/\" leads nowhere"), ("", "error: a link has no address"),
            ("#there", ""), ("#missing", "error: the link \"#missing\" leads nowhere"),
            ("javascript:x()", "error: the link \"javascript:x()\" does not work"),
            ("data:text/html,x", "error: the link \"data:text/html,x\" does not work"),
            ("file:///a", "error: the link \"file:///a\" does not work"),
        ])
    func targets(target: String, message: String) throws {
        let found = messages(try checkedIssue("<p id=\"there\"><a href=\"\(target)\">The report</a></p>"))
        #expect(
            message.isEmpty ? found.isEmpty : found.count == 1 && found[0].hasPrefix("one.md: " + message), "\(found)")
    }

    @Test("A tag that site.yaml gives itself leads somewhere, whatever it looks like")
    func ownTag() throws {
        var issue = try checkedIssue("<a href=\"[leave]\">Leave the list</a>")
        #expect(messages(issue).count == 1)
        issue.ownTags = ["[leave]"]
        #expect(messages(issue) == [])
    }

    @Test(
        "A picture's address is a whole one too", arguments: ["/a.png", "a.png", "cid:a", "data:image/png;base64,AA=="])
    func pictureTargets(address: String) throws {
        #expect(messages(try checkedIssue("<img src=\"\(address)\" alt=\"x\">")).count == 1)
    }

    @Test("Address and unsubscription are needed in both parts")
    func footer() throws {
        var issue = try checkedIssue()
        issue.html = "<html><body><p>Hi.</p></body></html>"
        issue.text = "Hi."
        #expect(
            messages(issue).filter { !$0.contains("Mailchimp") } == [
                "one.md: error: the HTML has no link that ends the subscription",
                "one.md: error: the HTML has no postal address",
                "one.md: error: the plain text has no link that ends the subscription",
                "one.md: error: the plain text has no postal address",
            ])
        #expect(
            messages(issue).contains("one.md: error: Mailchimp needs *|UNSUB|* in every issue, and it is not there"))
    }

    @Test("A tool's own tag stands for the address")
    func addressTag() throws {
        let kit = try MailTool.named("kit")
        var issue = try checkedIssue(tool: kit)
        issue.html = issue.html.replacing("1 Main Street, Fairhaven, OH 43999, USA", with: "{{ address }}")
        #expect(messages(issue) == [])
    }

    @Test("A tag of another tool is an error at its place, once")
    func foreignTags() throws {
        let issue = try checkedIssue(
            "<p>Hi {{ contact.FIRSTNAME }}</p>", markdown: "Hi {{ contact.FIRSTNAME }}",
            text: "Hi {{ contact.FIRSTNAME }}",
            subject: "For {$name}")
        #expect(
            messages(issue) == [
                "one.md:2:14: error: {$name} is a tag of MailerLite: Mailchimp does not replace it",
                "one.md:6:4: error: {{ contact.FIRSTNAME }} is a tag of Brevo: Mailchimp does not replace it",
            ])
        var own = try checkedIssue("<p>{{ contact.FIRSTNAME }}</p>")
        own.ownTags = ["{{ contact.FIRSTNAME }}"]
        #expect(messages(own) == [])
    }

    @Test("What a tool refuses is an error, and what could not be confirmed a warning at site.yaml")
    func toolRules() throws {
        let constant = try MailTool.named("constant-contact")
        let issue = try checkedIssue("<p>Costs ${5}</p>", markdown: "Costs ${5}", tool: constant)
        #expect(messages(issue) == ["one.md:6:7: error: Constant Contact takes no issue that has ${ in it"])
        let lite = try MailTool.named("mailerlite")
        let view = try #require(lite.viewOnline)
        #expect(
            messages(try checkedIssue(view.html("In a browser"), tool: lite))
                == ["site.yaml:9:3: warning: {$url} could not be confirmed to be a tag of MailerLite"])
    }

    @Test(
        "Damaged HTML is checked as far as it goes",
        arguments: ["<a href=", "<table><tr><td", "\0<p>", "<!--", "<style>p{"])
    func damage(html: String) throws {
        var issue = try checkedIssue()
        issue.html = html
        #expect(messages(issue).contains("one.md: error: the HTML has no postal address"))
    }

    @Test("Five thousand tables in each other are checked")
    func nesting() throws {
        let open = String(repeating: "<table><tr><td style=\"color: #333333\">", count: 5_000)
        let found = messages(try checkedIssue(open + "text"))
        #expect(found.contains { $0.contains("bytes as it is sent") })
    }
}
