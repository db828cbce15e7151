import Foundation
import Markup
import Testing

@Suite("The site's links")
struct LinkTests {
    @Test("Every link, picture and fragment of every page leads to something that is published")
    func sample() throws {
        let site = try RenderedSite.sample()
        #expect(try broken(in: site).isEmpty)
        #expect(try site.pages().count > 30)
    }

    @Test("A site of the home page alone has no broken link either")
    func least() throws {
        #expect(try broken(in: RenderedSite([:])).isEmpty)
    }

    @Test("The checker of these tests sees a page, a picture and a fragment that are not there")
    func checker() throws {
        let html = "<a href=\"/nope/\">a</a><img src=\"/no.svg\"><a href=\"#none\">b</a><a href=\"/#main\">c</a>"
        let tree = try MarkupTree.parseHTML(html)
        let found = Self.broken(in: tree, path: "index.html", ids: ["index.html": ["main"]], paths: ["index.html"])
        #expect(found.count == 3)
    }

    @Test("A heading that is called like a part of the page takes no id from it")
    func headingsLikeParts() throws {
        let body = "## Main\n\n## Services\n\n## Studies\n\n## Insights\n\n## Signup\n\n## Signup title\n"
        let site = try RenderedSite(["pages/index.md": "---\ntitle: Home\n---\n\(body)"])
        let ids = try site.page("index.html").attributes("id", of: "//*[@id]")
        #expect(Set(ids).count == ids.count)
    }

    /// Every internal link of a site that leads nowhere.
    private func broken(in site: RenderedSite) throws -> [String] {
        let pages = try site.pages()
        let ids = Dictionary(
            uniqueKeysWithValues: try pages.map { ($0.path, Set(try $0.tree.attributes("id", of: "//*[@id]"))) })
        return pages.flatMap { Self.broken(in: $0.tree, path: $0.path, ids: ids, paths: Set(site.texts.keys)) }
    }

    private static func broken(
        in tree: MarkupTree, path: String, ids: [String: Set<String>], paths: Set<String>
    ) -> [String] {
        let links = (try? tree.attributes("href", of: "//*[@href]") + tree.attributes("src", of: "//*[@src]")) ?? []
        return links.filter { link in
            guard !link.contains("://"), !link.hasPrefix("mailto:"), !link.hasPrefix("tel:") else { return false }
            let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            var target = parts[0].isEmpty ? path : String(parts[0].dropFirst())
            if target.isEmpty || target.hasSuffix("/") { target += "index.html" }
            guard parts[0].isEmpty || parts[0].hasPrefix("/"), paths.contains(target) else { return true }
            guard parts.count == 2 else { return false }
            return ids[target]?.contains(parts[1].removingPercentEncoding ?? "") != true
        }.map { "\(path): \($0)" }
    }
}
