import TestSupport
import Testing

@testable import Newsletter

@Suite("Contrast of an issue in the dark scheme")
struct DarkSchemeTests {
    private static let style = """
        <style>@media (prefers-color-scheme: dark) { p { color: #555555 !important } .a > b { color: #ffffff }
        .box { background: #222222 !important } }</style>
        """

    @Test("What the dark scheme says is on the elements, and what is no part of it is not")
    func inlined() throws {
        let html = try #require(DarkScheme.html(of: "<html><head>\(Self.style)</head><p class=box>Text</p></html>"))
        #expect(html.contains("color:#555555") && html.contains("background:#222222"))
        #expect(DarkScheme.html(of: "<p>Text</p>") == nil)
        #expect(DarkScheme.html(of: "<style>@media (max-width: 9px) { p { color: red } }</style>") == nil)
    }

    @Test("A condition that is never closed says nothing", arguments: ["", " {", " { p { color: red }", " }"])
    func open(rest: String) {
        #expect(DarkScheme.html(of: "<style>@media (prefers-color-scheme: dark)\(rest)</style>") == nil)
    }

    @Test("Text that is hard to read in the dark scheme alone is a warning at its place")
    func warning() throws {
        let issue = try checkedIssue(
            "<div class=\"box\"><p style=\"color:#222222\">Some words</p></div>", head: Self.style,
            markdown: "Some words")
        #expect(
            messages(issue) == [
                "one.md:6:1: warning: the text \"Some words\" is hard to read in the dark scheme: #555555 on #222222 has a "
                    + "contrast of 2.1 to 1, and 4.5 are needed"
            ])
    }

    @Test(
        "A pair of colors that is hard to read in both schemes is told once, and the templates' text not for each issue"
    )
    func once() throws {
        let box = "<p style=\"color:#777777;background:#888888\">Words of the layout</p>"
        let issue = try checkedIssue(
            box, head: "<style>@media (prefers-color-scheme: dark) { i { color: #000 } }</style>")
        #expect(
            messages(issue) == [
                "Layouts/Newsletter: warning: text is hard to read: #777777 on #888888 has a contrast of 1.2 to 1, and 4.5 are needed"
            ])
    }

    @Test(
        "Whatever readable colors site.yaml has, the layout is readable in the dark scheme",
        arguments: ["#000000", "#1f3a5f", "#767676", "#b00020", "#006b3c", "#5a2ca0", "#0000ff", "#8a5a00"])
    func layout(color: String) throws {
        let site = SmallContent.site + "colors: {primary: \"\(color)\", accent: \"\(color)\"}\n"
        let page = SmallContent.page(
            "subject: Hello\npreheader: Inside.\ndate: 2026-01-01\nnumber: 1", IssueText.everyDirective)
        let folder = try TemporaryFolder(SmallContent.with(["site.yaml": site, "newsletters/one.md": page]))
        let warnings = try describedNewsletter(reading: folder.path).warnings
        #expect(warnings.diagnostics.allSatisfy { !$0.message.contains("dark scheme") }, "\(warnings.text)")
    }
}

/// Texts of issues.
enum IssueText {
    /// One of each directive, and what Markdown has.
    static let everyDirective = """
        A paragraph with `code`.

        :::lead{url=../pages/index.md more="What the office does"}
        ## Second

        Text.
        :::

        ::teaser{url=../pages/index.md}

        ::figure[of schools]{value=42}

        :::event[Training]{date=2026-08-12 place=Here url=https://oak.example/}
        Text.

        ::button[Come and see]{url=../pages/index.md}
        :::

        ::::row
        :::column
        > A quotation.
        :::
        :::column
        - one
        - two
        :::
        ::::

        ::divider

        | When | What |
        |---|---|
        | Now | This |

            code
        """
}
