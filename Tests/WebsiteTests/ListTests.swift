import Diagnostics
import Markup
import TestSupport
import Testing

@Suite("Lists of pages")
struct ListTests {
    /// A site of so many articles, one a day.
    private func site(articles count: Int) throws -> RenderedSite {
        var files = ["insights/_index.md": SmallContent.page("title: Insights\nsummary: Notes.", "About these.\n")]
        for number in 0..<count {
            let date = "20\(20 + number / 20)-01-\(number % 20 + 10)"
            files["insights/n\(number).md"] = SmallContent.page(
                "title: N\(number)\nsummary: S\ndate: \(date)\ntags: [All]")
        }
        return try RenderedSite(files)
    }

    private func lists(_ site: RenderedSite) -> [String] {
        site.texts.keys.filter { $0 == "insights/index.html" || $0.hasPrefix("insights/page/") }.sorted()
    }

    @Test("Twenty pages are one list", arguments: [0, 1, 20])
    func oneList(count: Int) throws {
        let site = try site(articles: count)
        #expect(lists(site) == ["insights/index.html"])
        let tree = try site.page("insights/index.html")
        #expect(try tree.xpath("//ul[@class='entries']/li").count == count)
        #expect(try tree.xpath("//nav[@aria-label='Pages']").isEmpty)
    }

    @Test("The twenty-first begins another, and each of the two leads to the other")
    func twoLists() throws {
        for count in [21, 40] {
            let site = try site(articles: count)
            #expect(lists(site) == ["insights/index.html", "insights/page/2/index.html"])
            let (first, second) = (try site.page("insights/index.html"), try site.page("insights/page/2/index.html"))
            #expect(try first.texts("//li[@class='entry']//a").first == "N\(count - 1)")
            #expect(try second.texts("//li[@class='entry']//a").last == "N0")
            #expect(try second.xpath("//li[@class='entry']").count == count - 20)
            #expect(try first.attributes("href", of: "//main//a[@rel]") == ["/insights/page/2/"])
            #expect(try second.attributes("href", of: "//main//a[@rel]") == ["/insights/"])
            #expect(try second.attributes("rel", of: "//main//a[@rel]") == ["prev"])
        }
    }

    @Test("A later list says which one it is, and repeats no introduction")
    func laterList() throws {
        let second = try site(articles: 41).page("insights/page/2/index.html")
        #expect(try second.texts("//h1") == ["Insights, page 2"])
        #expect(try second.texts("//title") == ["Insights, page 2 · Oak & Elm"])
        #expect(try !second.text("//main").contains("About these."))
        #expect(try second.attributes("rel", of: "//main//a[@rel]") == ["prev", "next"])
    }

    @Test("The list of a tag is cut in the same way")
    func tagLists() throws {
        let site = try site(articles: 21)
        #expect(try site.page("tags/all/page/2/index.html").attributes("href", of: "//main//a[@rel]") == ["/tags/all/"])
    }

    @Test("Tags that differ only in spelling are one tag, named in every list and with each page once")
    func spelling() throws {
        let site = try RenderedSite([
            "case-studies/_index.md": SmallContent.page("title: Studies\nsummary: S"),
            "case-studies/s.md": SmallContent.page("title: Study\nsummary: S\ndate: 2026-01-01\ntags: [Trust]"),
            "insights/_index.md": SmallContent.page("title: Insights\nsummary: S"),
            "insights/a.md": SmallContent.page("title: A\nsummary: S\ndate: 2026-01-02\ntags: [trust, 'TRUST!']"),
        ])
        #expect(site.texts.keys.filter { $0.hasPrefix("tags/") } == ["tags/trust/index.html"])
        #expect(try site.page("tags/trust/index.html").texts("//li[@class='entry']//a") == ["A", "Study"])
        for list in ["insights", "case-studies"] {
            #expect(
                try site.page("\(list)/index.html").attributes("href", of: "//main//ul[@class='tags']//a") == [
                    "/tags/trust/"
                ])
        }
        #expect(
            try site.page("insights/a/index.html").attributes("href", of: "//ul[@class='tags']//a") == ["/tags/trust/"])
    }

    @Test("Services stand in their order, dated pages the newest first")
    func order() throws {
        let site = try RenderedSite([
            "services/_index.md": SmallContent.page("title: Services\nsummary: S"),
            "services/a.md": SmallContent.page("title: Third\nsummary: S\norder: 3"),
            "services/b.md": SmallContent.page("title: First\nsummary: S\norder: 1"),
            "services/c.md": SmallContent.page("title: Second\nsummary: S\norder: 2"),
        ])
        #expect(try site.page("services/index.html").texts("//li[@class='entry']//a") == ["First", "Second", "Third"])
        let second = try site.page("services/c/index.html")
        #expect(try second.texts("//nav[@aria-label='Next and previous']/a") == ["First", "Third"])
        #expect(try site.page("services/b/index.html").attributes("rel", of: "//nav/a[@rel]") == ["next"])
    }
}
