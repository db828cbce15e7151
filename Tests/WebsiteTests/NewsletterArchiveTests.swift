import Diagnostics
import Markup
import TestSupport
import Testing

@testable import Website

@Suite("The newsletter on the site")
struct NewsletterArchiveTests {
    private static let namespaces = ["a": "http://www.w3.org/2005/Atom"]

    private func issue(_ day: String, _ body: String = "Text.\n", keys: String = "") -> String {
        SmallContent.page("subject: Subject \(day)\npreheader: Preheader \(day)\ndate: 2026-\(day)\(keys)", body)
    }

    @Test(
        "Each issue is a page with its subject, preheader, day and number, between the issue before and the one after")
    func issuePages() throws {
        let site = try RenderedSite([
            "newsletters/a.md": issue("01-05"), "newsletters/b.md": issue("02-05", keys: "\nnumber: 2"),
            "newsletters/c.md": issue("03-05"), "newsletters/later.md": issue("07-05"),
            "newsletters/draft.md": issue("01-01", keys: "\ndraft: true"),
        ])
        let page = try site.page("newsletter/b/index.html")
        #expect(try page.texts("//h1") == ["Subject 02-05"])
        #expect(try page.text("//p[@class='summary']") == "Preheader 02-05")
        #expect(try page.text("//p[@class='meta']") == "February 5, 2026 · number 2")
        #expect(try page.attributes("href", of: "//a[@rel='prev']") == ["/newsletter/a/"])
        #expect(try page.attributes("href", of: "//a[@rel='next']") == ["/newsletter/c/"])
        #expect(try page.attributes("href", of: "//p[@class='kicker']/a") == ["/newsletter/archive/"])
        #expect(try site.page("newsletter/c/index.html").attributes("href", of: "//a[@rel='next']").isEmpty)
        #expect(try site.page("newsletter/a/index.html").text("//p[@class='meta']") == "January 5, 2026")
        #expect(site.texts.keys.filter { $0.contains("later") || $0.contains("draft") }.isEmpty)
        #expect(
            try site.page("newsletter/archive/index.html").texts("//li[@class='entry']//h2")
                == ["Subject 03-05", "Subject 02-05", "Subject 01-05"])
    }

    @Test("The newsletter's page, the list and each issue announce the newsletter's feed, and no other page does")
    func announced() throws {
        let site = try RenderedSite.sample()
        for (path, tree) in try site.pages() {
            let feeds = try tree.attributes("href", of: "//link[@rel='alternate'][@type='application/atom+xml']")
            #expect(feeds.contains("/newsletter/feed.xml") == path.hasPrefix("newsletter/"), "\(path)")
        }
        let about = try site.page("newsletter/index.html")
        #expect(try about.attributes("href", of: "//main//a").contains("/newsletter/archive/"))
        let archive = try site.page("newsletter/archive/index.html")
        #expect(try archive.attributes("href", of: "//main//a").contains("/newsletter/"))
    }

    @Test("The feed has what RFC 4287 asks for, with the whole text and links that work elsewhere")
    func feed() throws {
        let site = try RenderedSite([
            "newsletters/a.md": issue("01-05", "[Home](../pages/index.md) [here](#b) :first-name[friend]\n\n## B\n"),
            "newsletters/b.md": issue("02-05", keys: "\nlanguage: es"),
        ])
        let tree = try MarkupTree.parseXML(site.text("newsletter/feed.xml"))
        func texts(_ path: String) throws -> [String] { try tree.xpath(path, namespaces: Self.namespaces).map(\.text) }
        #expect(try texts("/a:feed/a:title") == ["Oak Letter"])
        #expect(try texts("/a:feed/a:author/a:name") == ["Oak & Elm"])
        #expect(try texts("/a:feed/a:id") == ["https://oak.example/newsletter/archive/"])
        #expect(try texts("/a:feed/a:updated") == ["2026-02-05T00:00:00Z"])
        let own = try tree.xpath("/a:feed/a:link[@rel='self']", namespaces: Self.namespaces)
        #expect(own.map { $0[attribute: "href"] } == ["https://oak.example/newsletter/feed.xml"])
        #expect(try texts("//a:entry/a:id") == ["b", "a"].map { "https://oak.example/newsletter/\($0)/" })
        for name in ["title", "updated", "published", "summary", "content"] {
            #expect(try texts("//a:entry/a:\(name)").count == 2, "\(name)")
        }
        let entries = try tree.xpath("//a:entry", namespaces: Self.namespaces)
        #expect(entries.map { $0[attribute: "lang"] ?? $0[attribute: "xml:lang"] } == ["es", nil])
        let content = try #require(try texts("//a:entry/a:content").last)
        #expect(content.contains("href=\"https://oak.example/\""))
        #expect(content.contains("href=\"https://oak.example/newsletter/a/#b\""))
        #expect(content.contains("friend") && !content.unicodeScalars.contains { $0.value >= 0x10_0000 })
    }

    @Test("Twenty issues are listed at once, and the feed has the newest twenty")
    func long() throws {
        var files: [String: String] = [:]
        for day in 10...31 { files["newsletters/n\(day).md"] = issue("01-\(day)") }
        let site = try RenderedSite(files)
        #expect(try site.page("newsletter/archive/index.html").xpath("//li[@class='entry']").count == 20)
        #expect(try site.page("newsletter/archive/page/2/index.html").xpath("//li[@class='entry']").count == 2)
        #expect(try site.text("newsletter/feed.xml").ranges(of: "<entry>").count == 20)
    }

    @Test("Where no issue is published there is no list and no feed, and a link to either is an error")
    func absent() throws {
        let draft = issue("01-05", keys: "\ndraft: true")
        let site = try RenderedSite([
            "newsletters/a.md": draft, "pages/newsletter.md": SmallContent.page("title: Letter"),
        ])
        #expect(!site.texts.keys.contains { $0.hasPrefix("newsletter/") && $0 != "newsletter/index.html" })
        #expect(try !site.text("newsletter/index.html").contains("feed.xml"))
        for link in ["/newsletter/archive/", "/newsletter/feed.xml", "../newsletters/a.md", "/newsletter/a/"] {
            let page = SmallContent.page("title: P", "[x](\(link))\n")
            let log = try #require(throws: DiagnosticLog.self) {
                try RenderedSite(["newsletters/a.md": draft, "pages/p.md": page])
            }
            #expect(log.diagnostics.map(\.location?.line) == [4], "\(link)")
        }
    }

    @Test("Texts link to issues by their files, to their headings and to the list of them")
    func links() throws {
        let body = "[a](../newsletters/a.md#b) [b](/newsletter/archive/) [c](/newsletter/feed.xml)\n"
        let files = ["newsletters/a.md": issue("01-05", "## B\n"), "pages/p.md": SmallContent.page("title: P", body)]
        let site = try RenderedSite(files)
        #expect(
            try site.page("p/index.html").attributes("href", of: "//div[@class='prose']//a")
                == ["/newsletter/a/#b", "/newsletter/archive/", "/newsletter/feed.xml"])
        let log = try #require(throws: DiagnosticLog.self) {
            try RenderedSite(
                files.merging(["pages/q.md": SmallContent.page("title: Q", "[a](../newsletters/a.md#c)\n")]) { $1 })
        }
        #expect(log.diagnostics.first?.message.contains("has no heading \"#c\"") == true)
    }

    @Test("An issue that would stand where the list does is an error")
    func reserved() throws {
        let log = try #require(throws: DiagnosticLog.self) {
            try RenderedSite(["newsletters/archive.md": issue("01-05")])
        }
        #expect(log.diagnostics.map(\.message) == ["/newsletter/archive/ is already the URL of the list of issues"])
    }

    @Test("An issue in another language says so")
    func language() throws {
        let site = try RenderedSite(["newsletters/a.md": issue("01-05", keys: "\nlanguage: es")])
        let page = try site.page("newsletter/a/index.html")
        #expect(try page.attributes("lang", of: "//h1|//div[@class='prose']") == ["es", "es"])
        #expect(try page.text("//time") == "5 de enero de 2026")
        let archive = try site.page("newsletter/archive/index.html")
        #expect(try archive.attributes("hreflang", of: "//li//a") == ["es"])
    }

    @Test("The sample's archive, its May issue and its feed are those on record")
    func golden() throws {
        let site = try RenderedSite.sample()
        try expectGolden(site.text("newsletter/archive/index.html"), "newsletter-archive.html")
        try expectGolden(site.text("newsletter/2026-05/index.html"), "newsletter-2026-05.html")
        try expectGolden(site.text("newsletter/feed.xml"), "newsletter-feed.xml")
    }
}
