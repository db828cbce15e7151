import Diagnostics
import Foundation
import Markup
import TestSupport
import Testing

@Suite("What may never be on the site")
struct SafetyTests {
    @Test("Drafts and pages dated later are in no page, list, feed or sitemap, nor are their tags")
    func unpublished() throws {
        let files = [
            "insights/_index.md": SmallContent.page("title: Insights\nsummary: S"),
            "insights/now.md": SmallContent.page("title: Now\nsummary: S\ndate: 2026-06-01\ntags: [Open]"),
            "insights/later.md": SmallContent.page("title: Hidden\nsummary: S\ndate: 2026-06-02\ntags: [Hidden]"),
            "insights/draft.md": SmallContent.page("title: Hidden\nsummary: S\ndate: 2026-01-01\ndraft: true"),
            "pages/draft.md": SmallContent.page("title: Hidden\ndraft: true"),
        ]
        let site = try RenderedSite(files)
        #expect(site.texts["insights/now/index.html"] != nil)
        for (path, text) in site.texts {
            #expect(!text.contains("Hidden"), "\(path)")
        }
        #expect(
            !site.texts.keys.contains { $0.contains("later") || $0.contains("draft") || $0.contains("tags/hidden") })
        #expect(try RenderedSite(files, date: "2026-06-02").texts["insights/later/index.html"] != nil)
    }

    @Test("A navigation that leads to a page that is kept back is an error, not a broken link on every page")
    func navigationToDraft() throws {
        let files = [
            "site.yaml": SmallContent.site + "navigation:\n  - {title: Soon, link: pages/soon.md}\n",
            "pages/soon.md": SmallContent.page("title: Soon\ndraft: true"),
        ]
        let log = try #require(throws: DiagnosticLog.self) { try RenderedSite(files) }
        #expect(log.diagnostics.map(\.path).allSatisfy { $0.hasSuffix("/site.yaml") })
        #expect(log.diagnostics.first?.location?.line == 17)
    }

    @Test("A link by URL to a page that is kept back is an error as well")
    func linkToDraft() throws {
        let files = [
            "pages/about.md": SmallContent.page("title: About", "See [soon](/soon/).\n"),
            "pages/soon.md": SmallContent.page("title: Soon\ndraft: true"),
        ]
        let log = try #require(throws: DiagnosticLog.self) { try RenderedSite(files) }
        #expect(log.diagnostics.first?.location?.line == 4)
    }

    @Test("A page that was updated before it was written is an error at that line")
    func updatedBefore() throws {
        let files = [
            "insights/_index.md": SmallContent.page("title: Insights\nsummary: S"),
            "insights/a.md": SmallContent.page("title: A\nsummary: S\ndate: 2026-01-02\nupdated: 2026-01-01"),
        ]
        let log = try #require(throws: DiagnosticLog.self) { try RenderedSite(files) }
        #expect(log.diagnostics.map(\.location?.line) == [5])
    }

    @Test("A text shown as a picture, or linked to, is an error and not copied: it could be a draft")
    func sources() throws {
        for body in ["![A](soon.md)\n", "[A](../newsletters/soon.md)\n", "![A](../site.yaml)\n"] {
            let files = [
                "pages/about.md": SmallContent.page("title: About", body),
                "pages/soon.md": SmallContent.page("title: Soon\ndraft: true"),
                "newsletters/soon.md": SmallContent.page(
                    "subject: S\npreheader: P\ndate: 2026-01-01\nnumber: 1\ndraft: true"),
            ]
            let log = try #require(throws: DiagnosticLog.self) { try RenderedSite(files) }
            #expect(log.diagnostics.map(\.location?.line) == [4], "\(body)")
        }
    }

    @Test("No symbolic link makes a school's file one that could be published")
    func symbolicLinks() throws {
        let page = SmallContent.page("title: About", "[Answers](../images/a.csv)\n")
        let folder = try TemporaryFolder(
            SmallContent.with(["pages/about.md": page, "images/x.txt": "x", "subscribers/a.csv": "secret"]))
        try folder.link("images/a.csv", to: "../subscribers/a.csv")
        let log = try #require(throws: DiagnosticLog.self) { try RenderedSite(reading: folder.path) }
        #expect(log.diagnostics.contains { $0.path.hasSuffix("images/a.csv") && $0.message.contains("confidential") })
    }

    @Test("A link to the list of a tag that nothing has is an error with the nearest tag")
    func unknownTag() throws {
        let files = [
            "insights/_index.md": SmallContent.page("title: Insights\nsummary: S"),
            "insights/a.md": SmallContent.page("title: A\nsummary: S\ndate: 2026-01-01\ntags: [Trust]"),
            "pages/about.md": SmallContent.page("title: About", "[Good](/tags/trust/), [bad](/tags/trusts/)\n"),
        ]
        let log = try #require(throws: DiagnosticLog.self) { try RenderedSite(files) }
        #expect(log.diagnostics.count == 1)
        #expect(log.diagnostics.first?.hint?.contains("/tags/trust/") == true)
    }

    @Test("Titles, summaries, tags and names are text wherever they stand")
    func escaping() throws {
        let nasty = "<i>A</i> & \"B\" 'C'"
        let site = try RenderedSite([
            "insights/_index.md": SmallContent.page("title: Insights\nsummary: S"),
            "insights/a.md": SmallContent.page(
                "title: '\(nasty.replacing("'", with: "''"))'\nsummary: '<script>1</script>'\ndate: 2026-01-01\n"
                    + "tags: ['<u>T</u>']\nauthor: '<u>Author</u>'"),
            "insights/b.md": SmallContent.page("title: B\nsummary: S\ndate: 2026-01-02"),
        ])
        for (path, tree) in try site.pages() { #expect(try tree.xpath("//i|//u|//script").isEmpty, "\(path)") }
        let page = try site.page("insights/a/index.html")
        #expect(try page.texts("//h1") == [nasty])
        #expect(try page.texts("//title") == [nasty + " · Oak & Elm"])
        #expect(try page.attributes("content", of: "//meta[@property='og:title']") == [nasty])
        #expect(try page.attributes("content", of: "//meta[@name='description']") == ["<script>1</script>"])
        #expect(try site.page("insights/index.html").texts("//li[@class='entry']//a").contains(nasty))
        #expect(try site.page("insights/b/index.html").texts("//a[@rel='next']") == [nasty])
    }

    @Test("Raw HTML is shown as the text it is")
    func rawHTML() throws {
        let body = "<script>alert(1)</script>\n\nA <b onclick=\"x\">bold</b> word.\n"
        let tree = try RenderedSite(["pages/a.md": SmallContent.page("title: A", body)]).page("a/index.html")
        #expect(try tree.xpath("//script|//b").isEmpty)
        #expect(try tree.text("//main").contains("A <b onclick=\"x\">bold</b> word."))
    }

    @Test("No school, no subscriber and no file of theirs is on the public site")
    func confidential() throws {
        var secrets: Set<String> = []
        let files = FileManager.default.enumerator(atPath: Repository.content)
        for case let file as String in files ?? .init()
        where file.hasPrefix("schools/") || file.hasPrefix("subscribers/") {
            let text =
                FileManager.default.contents(atPath: Repository.content + "/" + file)
                .map { String(decoding: $0, as: UTF8.self) } ?? ""
            for line in text.split(separator: "\n") where file.hasSuffix("school.yaml") {
                let pair = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
                if ["name", "district", "city"].contains(pair[0]) { secrets.insert(pair[1]) }
            }
            for word in text.split(whereSeparator: { $0 == "," || $0.isWhitespace })
            where file.hasPrefix("subscribers/") && word.contains("@") { secrets.insert(String(word)) }
        }
        #expect(secrets.count > 35)
        for (path, text) in try RenderedSite.sample().texts {
            for secret in secrets { #expect(!text.contains(secret), "\(path) has \(secret)") }
            #expect(!path.hasPrefix("schools") && !path.hasPrefix("subscribers"))
        }
    }

    @Test("A picture that only a school's booklet shows is not copied to the public site")
    func schoolPictures() throws {
        let site = try RenderedSite([
            "images/map.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>",
            "schools/oak/school.yaml": """
            name: Oak School
            district: D
            city: C
            state: OH
            level: middle
            grades: 6–8

            """,
            "schools/oak/overview.md": "![Map](../../images/map.svg)\n",
        ])
        #expect(site.texts["images/map.svg"] == nil)
    }
}
