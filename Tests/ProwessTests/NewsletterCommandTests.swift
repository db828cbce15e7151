import Foundation
import TestSupport
import Testing

/// One mistake in an issue or in what it needs, and what the author is told of it.
struct IssueMistake: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The beginning of the one diagnostic.
    let expected: String
    /// Files of Content/ as bytes, by path.
    let files: [String: [UInt8]]

    init(_ description: String, _ expected: String, _ files: [String: [UInt8]]) {
        (testDescription, self.expected, self.files) = (description, expected, files)
    }

    /// An issue with this front matter and text.
    init(
        _ description: String, _ expected: String, subject: String = "Hello", matter: String = "number: 1",
        _ text: String = "Text.\n", and files: [String: String] = [:]
    ) {
        let issue = Self.issue(subject: subject, matter: matter, text)
        self.init(
            description, expected, files.merging(["newsletters/one.md": issue]) { $1 }.mapValues { Array($0.utf8) })
    }

    static func issue(subject: String = "Hello", matter: String = "number: 1", _ text: String = "Text.\n") -> String {
        SmallContent.page("subject: \(subject)\npreheader: Inside.\ndate: 2026-01-01\n\(matter)", text)
    }

    private static let one = "Content/newsletters/one.md"
    private static let teaser = "Text.\n\n::teaser{url=../pages/a.md}\n"

    static let all = [
        IssueMistake(
            "a teaser to a page that is not there", "\(one):9:14: error: there is no file Content/pages/a.md", teaser),
        IssueMistake(
            "a teaser to a draft",
            "\(one):9:14: error: Content/pages/a.md is a draft or dated later, so this link would lead nowhere",
            teaser, and: ["pages/a.md": "---\ntitle: A\ndraft: true\n---\nText.\n"]),
        IssueMistake(
            "a teaser to another site", "\(one):7:14: error: a teaser leads to a page of this site",
            "::teaser{url=https://example.org/}\n"),
        IssueMistake(
            "an unknown tool", "Content/site.yaml:9:9: error: \"tool\" should be one of mailchimp, listmonk,",
            and: ["site.yaml": SmallContent.site.replacing("  name: Oak", with: "  tool: mailchamp\n  name: Oak")]),
        IssueMistake(
            "a header put into the subject", "\(one):2:10: error: \"subject\" should be text on one line",
            subject: "\"Hello\\r\\nBcc: all@oak.example\""),
        IssueMistake(
            "a header put into the sender", "\(one):5:7: error: \"from\" should be an address such as",
            matter: "from: \"a@oak.example\\r\\nBcc: all@oak.example\""),
        IssueMistake(
            "a sender that is no address", "\(one):5:7: error: \"from\" should be an address such as",
            matter: "from: nobody"),
        IssueMistake(
            "an address for answers with a name", "\(one):5:11: error: \"reply-to\" should be an address such as",
            matter: "reply-to: Oak <a@oak.example>"),
        IssueMistake(
            "a newsletter from no address", "Content/site.yaml:11:9: error: \"from\" should be an e-mail address",
            and: ["site.yaml": SmallContent.site.replacing("letter@oak.example", with: "letter")]),
        IssueMistake(
            "a number that is given twice",
            "Content/newsletters/two.md:5:9: error: number 1 is that of another issue",
            and: ["newsletters/two.md": issue().replacing("2026-01-01", with: "2026-01-02")]),
        IssueMistake("an empty text", "\(one):1:1: error: this issue has no text", ""),
        IssueMistake("a text of blanks", "\(one):1:1: error: this issue has no text", "\n \t\n\n"),
        IssueMistake(
            "a text of two megabytes", "\(one): error: the HTML is more than 2",
            String(repeating: "A line of words.\n\n", count: 100_000)),
        IssueMistake(
            "a paragraph of two megabytes", "\(one):7:1: error: this paragraph is longer than 512 KB",
            String(repeating: "A line of words. ", count: 130_000)),
        IssueMistake(
            "quotations in each other", "\(one): error: the HTML is more than 1",
            String(repeating: ">", count: 5_000) + " deep\n"),
        IssueMistake(
            "bytes that are not UTF-8", "\(one):7:4: error: this file is not UTF-8",
            ["newsletters/one.md": Array(issue("Caf").utf8) + [0xE9, 0x0A]]),
        IssueMistake(
            "a NUL in the subject", "\(one):2:10: error: \"subject\" should be text on one line", subject: "\"a\\0b\""),
        IssueMistake(
            "an issue named as its own preview",
            "Content/newsletters/preview.md: error: an issue named \"preview\" would be written over",
            ["newsletters/preview.md": Array(issue().utf8)]),
        IssueMistake(
            "an issue named as the list of issues",
            "Content/newsletters/archive.md: error: /newsletter/archive/ is already the URL",
            ["newsletters/archive.md": Array(issue().utf8)]),
        IssueMistake(
            "an issue named as a file", "Content/newsletters/a.html.md: error: a file name becomes part",
            ["newsletters/a.html.md": Array(issue().utf8)]),
        IssueMistake(
            "a tag of another tool", "\(one):7:4: error: {{ contact.FIRSTNAME }} is a tag of Brevo",
            "Hi {{ contact.FIRSTNAME }}\n"),
    ]
}

@Suite("An issue that can't be sent")
struct NewsletterCommandTests {
    private static let only = ["--only", "newsletter"]

    @Test(
        "A mistake is one diagnostic, exit status 1, and the last good Output/ stays as it was",
        arguments: IssueMistake.all)
    func mistake(mistake: IssueMistake) throws {
        let practice = try Practice(["newsletters/zero.md": IssueMistake.issue(matter: "number: 99")])
        #expect(try practice.build(Self.only).status == 0)
        let before = practice.output
        #expect(before["Newsletter/zero/zero.eml"] != nil)
        for (path, bytes) in mistake.files { try practice.folder.write("Content/" + path, bytes: bytes) }
        let run = try practice.build(Self.only)
        #expect(run.status == 1 && run.output == "")
        #expect(run.errors.hasPrefix(mistake.expected), "\(run.errors)")
        #expect(run.errors.ranges(of: ": error: ").count == 1, "\(run.errors)")
        #expect(practice.output == before)
    }

    @Test("A NUL in the text is the character that stands for what can't be read, in every file")
    func nul() throws {
        let practice = try Practice(["newsletters/one.md": IssueMistake.issue("Te\0xt.\n")])
        #expect(try practice.build(Self.only).status == 0)
        #expect(practice.folder.text("Output/Newsletter/one/one.txt")?.contains("Te\u{FFFD}xt.") == true)
        #expect(practice.folder.text("Output/Newsletter/one/one.html")?.contains(">Te\u{FFFD}xt.<") == true)
        for name in ["one.html", "one.txt", "one.eml", "preview.html"] {
            #expect(practice.folder.text("Output/Newsletter/one/\(name)")?.utf8.contains(0) == false, "\(name)")
        }
    }

    @Test("What a mail program shows badly is a warning at its line, and the issue is made")
    func warnings() throws {
        let text = """
            ![A plan](../images/plan.svg)

            ![A plan](https://oak.example/plan.png)

            :::lead{url=../pages/index.md}
            ## News
            :::

            [The report](http://oak.example/report/)
            """
        let practice = try Practice([
            "newsletters/one.md": IssueMistake.issue(text),
            "images/plan.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"/>",
        ])
        let run = try practice.build(Self.only)
        #expect(run.status == 0 && practice.folder.text("Output/Newsletter/one/one.html") != nil)
        let lines = run.errors.split(separator: "\n").filter { $0.contains(": warning: ") }
        let starts = [
            "7:21: warning: the picture plan.svg is SVG", "9:31: warning: the size of the picture plan.png",
            "11:22: warning: the words \"Read on\"", "15:2: warning: the link \"http://oak.example/report/\"",
        ]
        #expect(lines.count == starts.count, "\(run.errors)")
        for (line, start) in zip(lines, starts) {
            #expect(line.hasPrefix("Content/newsletters/one.md:" + start), "\(line)")
        }
    }
}
