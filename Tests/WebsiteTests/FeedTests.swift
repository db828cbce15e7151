import Markup
import TestSupport
import Testing

@Suite("The feed")
struct FeedTests {
    private static let namespaces = ["a": "http://www.w3.org/2005/Atom"]

    private func feed(_ site: RenderedSite) throws -> MarkupTree { try MarkupTree.parseXML(site.text("feed.xml")) }

    private func texts(_ tree: MarkupTree, _ expression: String) throws -> [String] {
        try tree.xpath(expression, namespaces: Self.namespaces).map(\.text)
    }

    private func site(_ files: [String: String]) throws -> RenderedSite {
        try RenderedSite(
            files.merging(["insights/_index.md": SmallContent.page("title: Insights\nsummary: Notes.")]) { own, _ in own
            })
    }

    @Test("It has what RFC 4287 asks for: ids that differ, times, an author, and a link to itself")
    func required() throws {
        let tree = try feed(RenderedSite.sample())
        #expect(try texts(tree, "/a:feed/a:id") == ["https://www.prowess-edge.example/"])
        #expect(try texts(tree, "/a:feed/a:title") == ["Prowess Edge Consulting"])
        #expect(try texts(tree, "/a:feed/a:author/a:name").count == 1)
        let own = try tree.xpath("/a:feed/a:link[@rel='self']", namespaces: Self.namespaces)
        #expect(own.map { $0[attribute: "href"] } == ["https://www.prowess-edge.example/feed.xml"])
        let entries = try tree.xpath("/a:feed/a:entry", namespaces: Self.namespaces)
        #expect(entries.count == 7)
        for name in ["id", "title", "updated", "published", "summary", "content"] {
            #expect(try texts(tree, "//a:entry/a:\(name)").count == entries.count, "\(name)")
        }
        let ids = try texts(tree, "//a:id")
        #expect(Set(ids.dropFirst()).count == entries.count)
    }

    @Test("It says that it changed when its newest entry did, a later correction included")
    func updated() throws {
        let tree = try feed(RenderedSite.sample())
        let entries = try texts(tree, "//a:entry/a:updated")
        #expect(try texts(tree, "/a:feed/a:updated") == [entries.max()])
        #expect(entries.contains("2026-04-02T00:00:00Z"))
        let published = try texts(tree, "//a:entry/a:published")
        #expect(published == published.sorted(by: >))
    }

    @Test("Outside the site links still lead to it: paths and fragments are absolute, other hosts stay what they are")
    func absoluteLinks() throws {
        let body = """
            [Home](../pages/index.md), [below](#below), [elsewhere](//other.example/x), a note.[^1]

            ## Below

            [^1]: The note.
            """
        let site = try site(["insights/a.md": SmallContent.page("title: A\nsummary: S\ndate: 2026-01-01", body)])
        let content = try #require(try texts(feed(site), "//a:entry/a:content").first)
        let links = try MarkupTree.parseHTML(content).attributes("href", of: "//*[@href]")
        #expect(
            links.prefix(3) == [
                "https://oak.example/", "https://oak.example/insights/a/#below", "//other.example/x",
            ])
        #expect(links.dropFirst(3).allSatisfy { $0.hasPrefix("https://oak.example/insights/a/#fn") })
        #expect(links.count == 5)
        #expect(try feed(RenderedSite.sample()).root?.text.contains("=\"/") == false)
    }

    @Test("Characters that XML has no way to say, as pasted text may hold, don't break it")
    func controlCharacters() throws {
        let page = SmallContent.page(
            "title: \"A\\x01B\"\nsummary: \"S\\f\"\ndate: 2026-01-01", "One\u{0C} two\u{0B}.\n")
        let tree = try feed(site(["insights/a.md": page]))
        #expect(try texts(tree, "//a:entry/a:title") == ["AB"])
    }

    @Test("Titles with markup in them stay titles")
    func escaping() throws {
        let page = SmallContent.page("title: 'A < B & \"C\" <b>'\nsummary: S & T\ndate: 2026-01-01")
        let tree = try feed(site(["insights/a.md": page]))
        #expect(try texts(tree, "//a:entry/a:title") == ["A < B & \"C\" <b>"])
        #expect(try texts(tree, "//a:entry/a:summary") == ["S & T"])
    }

    @Test("Where nothing is dated there is no feed, and no page points to one")
    func absent() throws {
        let site = try RenderedSite([:])
        #expect(site.texts["feed.xml"] == nil)
        #expect(try !site.text("index.html").contains("feed.xml"))
    }

    @Test("It holds the twenty newest of articles and case studies")
    func length() throws {
        var files: [String: String] = [
            "case-studies/_index.md": SmallContent.page("title: Studies\nsummary: Schools."),
            "case-studies/new.md": SmallContent.page("title: New\nsummary: S\ndate: 2026-05-01"),
        ]
        for day in 10...31 {
            files["insights/n\(day).md"] = SmallContent.page("title: N\(day)\nsummary: S\ndate: 2026-01-\(day)")
        }
        let titles = try texts(feed(site(files)), "//a:entry/a:title")
        #expect(titles == ["New"] + (13...31).reversed().map { "N\($0)" })
    }

    @Test("The sample's feed is the one on record")
    func golden() throws {
        try expectGolden(RenderedSite.sample().text("feed.xml"), "feed.xml")
    }
}
