import Markup
import TestSupport
import Testing

@Suite("The sitemap and robots.txt")
struct SitemapTests {
    private static let namespaces = ["s": "http://www.sitemaps.org/schemas/sitemap/0.9"]

    /// When each URL was changed, by URL; the empty string where that is not known.
    private func entries(_ site: RenderedSite) throws -> [String: String] {
        let tree = try MarkupTree.parseXML(site.text("sitemap.xml"))
        let pairs = try tree.xpath("/s:urlset/s:url", namespaces: Self.namespaces).map { url in
            let parts = Dictionary(url.children.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
            return (parts["loc"] ?? "", parts["lastmod"] ?? "")
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    @Test("It holds every page that may be found, and nothing else")
    func pages() throws {
        let site = try RenderedSite.sample()
        let urls = try site.pages().map(\.path).filter { $0 != "404.html" }
            .map { "https://www.prowess-edge.example" + RenderedSite.url(of: $0) }
        #expect(try entries(site).keys.sorted() == urls.sorted())
    }

    @Test("Lists that go on have every page of theirs in it")
    func longLists() throws {
        var files = ["insights/_index.md": SmallContent.page("title: Insights\nsummary: S")]
        for day in 10...30 {
            files["insights/n\(day).md"] = SmallContent.page(
                "title: N\(day)\nsummary: S\ndate: 2026-01-\(day)\ntags: [All]")
        }
        let entries = try entries(RenderedSite(files))
        #expect(entries["https://oak.example/insights/"] == "2026-01-30")
        #expect(entries["https://oak.example/insights/page/2/"] == "2026-01-10")
        #expect(entries["https://oak.example/tags/all/page/2/"] == "2026-01-10")
    }

    @Test("It tells when a dated page was changed, and of a list when its newest page was")
    func modified() throws {
        let entries = try entries(RenderedSite.sample())
        let base = "https://www.prowess-edge.example"
        #expect(entries[base + "/insights/what-belongs-in-an-agreement/"] == "2026-04-02")
        #expect(entries[base + "/insights/"] == "2026-04-02")
        #expect(entries[base + "/tags/rural-schools/"] == "2025-10-16")
        #expect(entries[base + "/legal/privacy-policy/"] == "2025-11-01")
        #expect(entries[base + "/about/"] == "")
    }

    @Test("robots.txt names the sitemap by its whole URL")
    func robots() throws {
        #expect(try RenderedSite([:]).text("robots.txt").contains("Sitemap: https://oak.example/sitemap.xml\n"))
    }

    @Test("Addresses are in ASCII, as sitemaps want them")
    func ascii() throws {
        let entries = try entries(
            RenderedSite([
                "insights/_index.md": SmallContent.page("title: Insights\nsummary: Notes."),
                "insights/a.md": SmallContent.page("title: A\nsummary: S\ndate: 2026-01-01\ntags: [Política]"),
            ]))
        #expect(entries["https://oak.example/tags/pol%C3%ADtica/"] == "2026-01-01")
    }
}
