import Content
import Dates
import Diagnostics
import Layouts
import Markup
import TestSupport
import Testing

@testable import Newsletter

@Suite("An issue as HTML e-mail")
struct IssueTests {
    private static let everyBlock = """
        A paragraph with **bold**, a [page](../pages/index.md) and ![a plan](../images/plan.svg).

        ## Second

        ### Third

        > A quotation.

        - one
        - two

        1. first

        | When | What |
        |---|---|
        | Now | This |

        ```
        code
        ```

        ---
        """
    private static let plan = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\"/>"

    private func tree(_ body: String = everyBlock) throws -> MarkupTree {
        try MarkupTree.parseHTML(issue(body, files: ["images/plan.svg": Self.plan]).html)
    }

    @Test("Every block of the text has its style on it, since mail clients drop stylesheets")
    func inlined() throws {
        let tree = try tree()
        for name in ["p", "h1", "h2", "h3", "blockquote", "ul", "ol", "li", "pre", "th", "hr", "a", "img"] {
            let elements = try tree.xpath("//body//\(name)")
            #expect(!elements.isEmpty, "\(name)")
            #expect(elements.allSatisfy { $0[attribute: "style"]?.isEmpty == false }, "\(name)")
        }
        #expect(try tree.xpath("//link|//script|//iframe|//form").isEmpty)
        #expect(try !tree.attributes("style", of: "//body").contains(""))
    }

    @Test("Tables that only lay out are told from tables of data")
    func tables() throws {
        let tree = try tree()
        #expect(try tree.xpath("//table[not(.//th)]").allSatisfy { $0[attribute: "role"] == "presentation" })
        let data = try tree.xpath("//td[@class='content']//table")
        #expect(data.count == 1 && data.allSatisfy { $0[attribute: "role"] == nil })
    }

    @Test("Pictures and links are found from an inbox, and pictures have a text")
    func absolute() throws {
        let tree = try tree()
        let image = try #require(try tree.xpath("//img").first)
        #expect(image[attribute: "src"] == "https://oak.example/images/plan.svg")
        #expect(image[attribute: "alt"] == "a plan" && image[attribute: "width"] == "40")
        let links = try tree.attributes("href", of: "//a")
        #expect(links.contains("https://oak.example/"))
        #expect(links.allSatisfy { $0.hasPrefix("https://") || $0.hasPrefix("mailto:") || $0.hasPrefix("*|") })
    }

    @Test("The mail tool's tags leave as they were written, in links and in the text")
    func mergeTags() throws {
        let body = """
            Dear *|FNAME|*, *|IF:LNAME|*you*|END:IF|* can [leave](*|UNSUB|*) or [read on](https://oak.example/?e=*|EMAIL|*).

            *|MC_TAG|*, *really*
            """
        let site = SmallContent.site.replacing("unsubscribe-url: \"*|UNSUB|*\"", with: "tool: mailchimp")
        let (html, text) = try issue(body, files: ["site.yaml": site])
        for tag in ["*|FNAME|*", "*|IF:LNAME|*you*|END:IF|*", "*|MC_TAG|*"] {
            #expect(html.contains(tag), "\(tag)")
            #expect(text.contains(tag), "\(tag)")
        }
        #expect(html.contains("href=\"*|UNSUB|*\"") && html.contains("href=\"*|ARCHIVE|*\""))
        #expect(html.contains("href=\"https://oak.example/?e=*|EMAIL|*\""))
        #expect(html.contains("<em>really</em>"))
        #expect(text.contains("Unsubscribe: *|UNSUB|*") && text.contains("*|ARCHIVE|*"))
    }

    @Test("It says who sends it, from where, and how to leave")
    func imprint() throws {
        let (html, text) = try issue("Text.")
        for part in ["1 Main Street, Fairhaven, OH 43999, USA", "letter@oak.example", "Oak Letter"] {
            #expect(html.contains(part) && text.contains(part), "\(part)")
        }
        #expect(html.contains("Oak &amp; Elm") && text.contains("Oak & Elm"))
        #expect(text.contains("Unsubscribe"))
    }

    @Test("A way to leave that is neither a web address nor a tag of the mail tool is an error")
    func unsubscribe() throws {
        let site = SmallContent.site
        for (link, isGood) in [
            ("https://oak.example/leave", true), ("{{ unsubscribe }}", true), ("{$unsubscribe}", true),
            ("leave", false),
            ("/leave/", false), ("javascript:x", false),
        ] {
            let files = ["site.yaml": site.replacing("*|UNSUB|*", with: link)]
            if isGood {
                #expect(try issue("Text.", files: files).html.contains("href=\"\(link)\""))
            } else {
                #expect(throws: DiagnosticLog.self) { try issue("Text.", files: files) }
            }
        }
    }

    @Test("What an inbox shows after the subject is first in the mail and hidden in it")
    func preheader() throws {
        let tree = try tree()
        let first = try #require(try tree.xpath("//body/*").first)
        #expect(first.text.unicodeScalars.starts(with: "Inside.\u{34F}\u{200C}\u{A0}\u{34F}".unicodeScalars))
        #expect(first[attribute: "style"]?.contains("display:none") == true)
    }

    @Test("Headings begin with the subject and skip no level, however the author counts")
    func headings() throws {
        for body in ["# A\n\n## B\n", "## A\n\n### B\n", "### A\n\n#### B\n"] {
            let tree = try tree(body)
            #expect(try tree.xpath("//h1|//h2|//h3|//h4|//h5").map(\.name) == ["h1", "h2", "h3"], "\(body)")
        }
    }

    @Test("Outlook's conditional comments survive, and words of the author stay words")
    func comments() throws {
        let (html, text) = try issue("Text.", matter: "subject: 'A < B & \"C\"'\npreheader: '<b>'")
        #expect(html.contains("<!--[if mso]>") && html.contains("<![endif]-->"))
        #expect(try MarkupTree.parseHTML(html).xpath("//h1").map(\.text) == ["A < B & \"C\""])
        #expect(try MarkupTree.parseHTML(html).xpath("//b").isEmpty)
        #expect(text.contains("A < B & \"C\"\n"))
    }

    @Test("Names are not escaped in plain text")
    func plainNames() throws {
        let site = SmallContent.site.replacing("Oak Letter", with: "Oak & Elm's Letter")
        #expect(try issue("Text.", files: ["site.yaml": site]).text.hasPrefix("Oak & Elm's Letter, number 1,"))
    }

    @Test("A long subject, name or address is broken between words in plain text, and nowhere else")
    func longLines() throws {
        let subject = (1...30).map { "word\($0)" }.joined(separator: " ")
        let site = SmallContent.site.replacing("Oak & Elm", with: (1...20).map { "Oak\($0)" }.joined(separator: " "))
        let (html, text) = try issue(
            "Text.", matter: "subject: \(subject)\npreheader: P", files: ["site.yaml": site])
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 })
        #expect(text.replacing("\n", with: " ").contains(subject) && html.contains("<title>\(subject)</title>"))
    }

    @Test("Issues dated later and drafts are not made")
    func unpublished() throws {
        let matter = "subject: S\npreheader: P\ndate: 2026-02-02"
        let folder = try TemporaryFolder(
            SmallContent.with([
                "newsletters/a.md": SmallContent.page(matter),
                "newsletters/b.md": SmallContent.page(matter + "\ndraft: true"),
            ]))
        #expect(try newsletter(reading: folder.path, date: "2026-02-01").isEmpty)
        #expect(
            try newsletter(reading: folder.path, date: "2026-02-02").keys.sorted()
                == ["a/a.eml", "a/a.html", "a/a.txt", "a/preview.html"])
    }
}

@Suite("The sample's newsletter")
struct SampleNewsletterTests {
    let issues: [String: String]

    init() throws { issues = try newsletter(reading: Repository.content) }

    @Test("Each issue is a page, a plain text, a message and a preview, for everybody")
    func artifacts() throws {
        let paths = ["2026-03", "2026-05"].flatMap { slug in
            ["\(slug)/\(slug).eml", "\(slug)/\(slug).html", "\(slug)/\(slug).txt", "\(slug)/preview.html"]
        }
        #expect(issues.keys.sorted() == paths)
        let artifacts = try newsletterArtifacts(reading: Repository.content)
        #expect(artifacts.allSatisfy { $0.product == .newsletter && $0.audience == .public })
        #expect(try newsletter(reading: Repository.content) == issues)
    }

    @Test("The plain text has every link of the page")
    func links() throws {
        for name in ["2026-03", "2026-05"] {
            let tree = try MarkupTree.parseHTML(#require(issues["\(name)/\(name).html"]))
            let text = try #require(issues["\(name)/\(name).txt"])
            let links = try tree.attributes("href", of: "//a[@href]")
            #expect(links.count > 5)
            for link in links { #expect(text.contains(link.replacing("mailto:", with: "")), "\(name): \(link)") }
        }
    }

    @Test("A line of plain text is longer than 72 characters only where one word is")
    func lineLength() {
        for (path, text) in issues where path.hasSuffix(".txt") {
            for line in text.split(separator: "\n") where line.count > 72 {
                #expect(line.split(separator: " ").contains { $0.count > 60 }, "\(path): \(line)")
            }
        }
    }

    @Test("An issue is the one on record")
    func golden() throws {
        for file in ["2026-05.html", "2026-05.txt", "2026-05.eml", "preview.html"] {
            try expectGolden(#require(issues["2026-05/\(file)"]), file)
        }
    }

    /// What `Tests/Reference/compare-computed-styles` inlines.
    @Test("Before its stylesheet is on the elements, an issue is the one on record", arguments: ["2026-03", "2026-05"])
    func goldenBeforeInlining(slug: String) throws {
        let day = try #require(CalendarDate(iso8601: "2026-06-01"))
        let (library, log) = Library.read(Repository.content, options: ReadingOptions(date: day))
        guard let library, let issue = library.issues.first(where: { $0.slug == slug }) else { throw log }
        let layouts = try LayoutLibrary(folder: Repository.layouts("Newsletter"))
        let values = try IssueValues(
            issue: issue, site: library.site, words: layouts.phrases(in: issue.language)
        ).values
        let page = try IssueMaker(library: library, layouts: layouts).page(of: issue, values)
        try expectGolden(Personalization.render(page) { $0 }, "\(slug).before.html")
    }
}
