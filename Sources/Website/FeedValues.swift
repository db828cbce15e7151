import Content
import Dates
import Layouts

extension PageContexts {
    /// How many entries the feed has.
    private static let feedLength = 20

    /// Whether there is anything dated to tell of.
    var hasFeed: Bool { !pages(of: .insights).isEmpty || !pages(of: .caseStudies).isEmpty }

    private var feedPages: [Page] {
        let dated = pages(of: .insights).prefix(Self.feedLength) + pages(of: .caseStudies).prefix(Self.feedLength)
        return Array(dated.sorted { ($0.date, $1.url) > ($1.date, $0.url) }.prefix(Self.feedLength))
    }

    /// What the Atom feed (RFC 4287) is given.
    func feedValues() -> [String: TemplateValue] {
        let pages = feedPages
        let updated = pages.compactMap(\.modified).max()
        return [
            "title": .text(library.site.name), "id": .text(absolute("/")), "self": .text(absolute("/feed.xml")),
            "updated": .text(updated?.rfc3339 ?? ""),
            "entries": .list(
                pages.map { page in
                    [
                        "title": .text(page.title), "id": .text(absolute(page.url)),
                        "url": .text(absolute(page.url)), "published": .text(page.date?.rfc3339 ?? ""),
                        "updated": .text(page.modified?.rfc3339 ?? ""), "summary": .text(page.summary ?? ""),
                        "content": .text(absoluteLinks(in: page.body.html)),
                    ]
                }),
        ]
    }

    /// What the sitemap is given: every page but the one for errors.
    func sitemapValues() -> [String: TemplateValue] {
        var entries = library.pages.filter { $0.url != "/404.html" }.map { ($0.url, $0.modified) }
        entries += library.listPages.values.filter { $0.collection.isListed }.map { head in
            (head.url, pages(of: head.collection).compactMap(\.modified).max())
        }
        entries += pagesByTag.map { ($0.tag.url, $0.pages.compactMap(\.modified).max()) }
        return [
            "urls": .list(
                entries.sorted { $0.0 < $1.0 }.map { url, modified in
                    ["location": .text(absolute(url)), "modified": .optional(modified?.iso8601)]
                })
        ]
    }

    /// HTML whose links to the site work outside it. Only attributes hold `="/`: text has its quotation marks escaped.
    private func absoluteLinks(in html: String) -> String {
        html.replacing("href=\"/", with: "href=\"\(library.site.baseURL)/")
            .replacing("src=\"/", with: "src=\"\(library.site.baseURL)/")
    }
}

private func > (left: (CalendarDate?, String), right: (CalendarDate?, String)) -> Bool {
    switch (left.0, right.0) {
    case (let first?, let second?) where first != second: first > second
    default: left.1 > right.1
    }
}
