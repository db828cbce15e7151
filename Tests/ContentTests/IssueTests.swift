import Mail
import Testing

@testable import Content

@Suite("Newsletter issues")
struct IssueTests {
    static let issue = "---\nsubject: S\npreheader: P\ndate: 2026-03-10\nnumber: 1\n---\nHello.\n"

    @Test("Each key of an issue is asked for", arguments: ["subject", "preheader", "date"])
    func required(key: String) throws {
        let lines = Self.issue.split(separator: "\n", omittingEmptySubsequences: false)
        try expectMessages(
            ["newsletters/1.md": lines.filter { !$0.hasPrefix(key) }.joined(separator: "\n")],
            "Content/newsletters/1.md:2:1: error: \"\(key)\" is missing")
    }

    @Test("A subject that would break a mail's header is refused")
    func subject() throws {
        try expectText(
            ["newsletters/1.md": Self.issue.replacing("subject: S", with: "subject: \"S\\r\\nBcc: x\"")],
            contains: "1.md:2:10: error: \"subject\" should be text on one line")
    }

    @Test(
        "What would end a mail's header or hide in it is refused in every key",
        arguments: ["subject", "preheader", "from", "reply-to", "language"],
        ["\\r\\nBcc: x@y.org", "\\nx", "\\0", "\\u007F", "\\u0085", "\\u2028"])
    func headerInjection(key: String, end: String) throws {
        let value = ["from": "A <a@b.org>", "reply-to": "a@b.org", "language": "en"][key] ?? "S"
        let lines = Self.issue.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix(key) }
        let text = "---\n\(key): \"\(value)\(end)x\"\n" + lines.dropFirst().joined(separator: "\n")
        try expectText(["newsletters/1.md": text], contains: "1.md:2:\(key.count + 3): error: \"\(key)\" should be ")
    }

    @Test("A heading that skips a level is told at its line, and one that goes back up is not")
    func headings() throws {
        func log(_ body: String) throws -> [String] {
            try ContentSample(["newsletters/1.md": Self.issue + body]).messages()
        }
        #expect(
            try log("## A\n\n#### B\n\n## C\n\n### D\n\n## E\n") == [
                "Content/newsletters/1.md:10:1: warning: this heading skips a level: it is of level 4, and the one before of 2"
            ])
        #expect(
            try log("### A\n\n## B\n") == [
                "Content/newsletters/1.md:8:1: warning: this heading skips a level: it is of level 3, and the one before of 1"
            ])
        #expect(try log("# A\n\n## B\n\n# C\n") == [])
    }

    @Test("A subject names nobody: it goes into the mail tool as it is")
    func subjectWithName() throws {
        try expectMessages(
            ["newsletters/1.md": Self.issue.replacing("subject: S", with: "subject: Hi :first-name[you]")],
            "Content/newsletters/1.md:2:10: error: :first-name stands in the text only")
    }

    @Test("Who an issue is from and its language are site.yaml's unless it says otherwise")
    func keys() throws {
        let own = Self.issue.replacing(
            "number: 1", with: "from: Oak <a@b.org>\nreply-to: c@d.org\nlanguage: es-US")
        let issues = try ContentSample([
            "newsletters/a.md": Self.issue, "newsletters/b.md": own.replacing("2026-03-10", with: "2026-03-11"),
        ]).library().issues
        #expect(issues.map(\.number) == [nil, 1])
        #expect(issues.map(\.from) == [Mailbox("Oak <a@b.org>"), nil])
        #expect(issues.map(\.replyTo) == ["c@d.org", nil])
        #expect(issues.map(\.language) == ["es-US", "en"])
        #expect(issues.first?.places["subject"]?.line == 2)
        #expect(issues.first?.places["preheader"]?.column == 12)
    }

    @Test(
        "A sender that is no address is told at its line",
        arguments: [
            ("from", "Oak Letter", "\"from\" should be an address such as letter@oak.example, or Oak Letter <"),
            ("from", "a@b", "\"from\" should be an address"),
            ("reply-to", "A <a@b.org>", "\"reply-to\" should be an address"),
            ("language", "english", "\"language\" should be a language such as en or es-US"),
        ])
    func sender(key: String, value: String, expected: String) throws {
        try expectText(
            ["newsletters/1.md": Self.issue.replacing("number: 1", with: "\(key): \(value)")],
            contains: "1.md:5:\(key.count + 3): error: \(expected)")
    }

    @Test("A number is given once, and the later issue is told")
    func numbers() throws {
        try expectMessages(
            [
                "newsletters/a.md": Self.issue.replacing("2026-03-10", with: "2026-04-10"),
                "newsletters/b.md": Self.issue,
                "newsletters/c.md": Self.issue.replacing("number: 1", with: "draft: true").replacing(
                    "Hello", with: "Hi"),
            ], "Content/newsletters/a.md:5:9: error: number 1 is that of another issue")
    }

    @Test(
        "A tag of a mail tool that the author writes stays byte for byte",
        arguments: ["*|FNAME|*", "{{ x | y: \"z\" }}", "{$name}", "[[FirstName OR 'there']]", "*|IF:A|*b*|END:IF|*"])
    func nativeTags(tag: String) throws {
        let text = Self.issue + "\nHi \(tag),\n\n::button[Go]{url='\(tag.replacing("'", with: "\""))'}\n"
        let issue = try #require(try ContentSample(["newsletters/1.md": text]).library().issues.first)
        let html = issue.pieces.html(language: "en").replacing("&quot;", with: "\"")
        #expect(html.contains("<p>Hi \(tag),</p>"))
        #expect(html.contains("<a href=\"\(tag.replacing("'", with: "\""))\">Go</a>"))
        #expect(issue.plainText.contains("Hi \(tag),"))
    }

    @Test("Issues count from 1", arguments: ["0", "-1", "one", "1.5"])
    func number(text: String) throws {
        try expectText(
            ["newsletters/1.md": Self.issue.replacing("number: 1", with: "number: \(text)")],
            contains: "1.md:5:9: error: \"number\" should be a whole number from 1 to 100000")
    }

    @Test("Issues come newest first, as HTML and as plain text of no more than 72 columns")
    func order() throws {
        let long = String(repeating: "word ", count: 60)
        let library = try ContentSample([
            "newsletters/b.md": Self.issue,
            "newsletters/a.md": Self.issue.replacing("2026-03-10", with: "2026-05-10").replacing(
                "number: 1\n", with: ""),
            "newsletters/c.md": Self.issue.replacing("2026-03-10", with: "2026-01-10").replacing(
                "number: 1\n", with: "")
                + long,
        ]).library()
        #expect(library.issues.map(\.slug) == ["a", "b", "c"])
        #expect(library.issues.first?.pieces.html(language: "en") == "<p>Hello.</p>\n")
        #expect(library.issues.last?.plainText.split(separator: "\n").allSatisfy { $0.count <= 72 } == true)
    }

    @Test("A broken link in an issue is told at its line")
    func link() throws {
        try expectText(
            ["newsletters/1.md": Self.issue + "[x](../pages/abuot.md)\n"],
            contains: "Content/newsletters/1.md:8:5: error: there is no file Content/pages/abuot.md",
            "Content/pages/about.md?")
        try expectText(
            ["newsletters/1.md": Self.issue + "[x](1.md#nowhere)\n"],
            contains: "1.md:8:5: error: Content/newsletters/1.md has no heading \"#nowhere\"")
    }
}
