import Testing

@Suite("Newsletter issues")
struct IssueTests {
    static let issue = "---\nsubject: S\npreheader: P\ndate: 2026-03-10\nnumber: 1\n---\nHello.\n"

    @Test("Each key of an issue is asked for", arguments: ["subject", "preheader", "date", "number"])
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
            "newsletters/b.md": Self.issue, "newsletters/a.md": Self.issue.replacing("2026-03-10", with: "2026-05-10"),
            "newsletters/c.md": Self.issue.replacing("2026-03-10", with: "2026-01-10") + long,
        ]).library()
        #expect(library.issues.map(\.slug) == ["a", "b", "c"])
        #expect(library.issues.first?.html == "<p>Hello.</p>\n")
        #expect(library.issues.last?.plainText.split(separator: "\n").allSatisfy { $0.count <= 72 } == true)
    }

    @Test("A broken link in an issue is told at its line")
    func link() throws {
        try expectText(
            ["newsletters/1.md": Self.issue + "[x](../pages/abuot.md)\n"],
            contains: "Content/newsletters/1.md:8:5: error: there is no file Content/pages/abuot.md",
            "Content/pages/about.md?")
        try expectText(
            ["newsletters/1.md": Self.issue + "[x](1.md)\n"],
            contains: "Content/newsletters/1.md is no part of the site")
    }
}
