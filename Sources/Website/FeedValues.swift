import Content
import Dates
import Foundation
import Layouts

extension PageContexts {
    /// How many entries the feed has.
    static let feedLength = 20

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
            "title": Self.xmlText(library.site.name), "author": Self.xmlText(library.site.name),
            "id": .text(absolute("/")), "self": .text(absolute("/feed.xml")),
            "updated": .text(updated?.rfc3339 ?? ""),
            "entries": .list(
                pages.map { page in
                    [
                        "title": Self.xmlText(page.title), "id": .text(absolute(page.url)),
                        "url": .text(absolute(page.url)), "published": .text(page.date?.rfc3339 ?? ""),
                        "updated": .text(page.modified?.rfc3339 ?? ""), "summary": Self.xmlText(page.summary ?? ""),
                        "language": .null,
                        "content": Self.xmlText(absoluteLinks(in: page.body.html, of: page.url)),
                    ]
                }),
        ]
    }

    /// What the sitemap is given: every page but the one for errors.
    func sitemapValues() -> [String: TemplateValue] {
        var entries = library.pages.filter { $0.url != "/404.html" }.map { ($0.url, $0.modified) }
        let lists = library.listPages.values.flatMap { pagination(of: $0) } + pagesByTag.flatMap { pagination(of: $0) }
        entries += lists.map { ($0.url, $0.pages.compactMap(\.modified).max()) }
        entries += archive.map { ($0.url, $0.pages.map(\.date).max()) } + issues.map { ($0.url, $0.date) }
        return [
            "urls": .list(
                entries.sorted { $0.0 < $1.0 }.map { url, modified in
                    ["location": .text(absolute(Self.escaped(url))), "modified": .optional(modified?.iso8601)]
                })
        ]
    }

    /// A URL as a sitemap wants it, with percent signs for what is not ASCII (sitemaps.org, "Entity escaping"; RFC 3986).
    private static func escaped(_ url: String) -> String {
        url.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? url
    }

    /// A page's HTML with links that work outside the site. Only attributes hold `="/`: text has its quotation marks escaped.
    func absoluteLinks(in html: String, of url: String) -> String {
        html.replacing(/(href|src)="(\/(?!\/)|#)/) { link in
            "\(link.1)=\"\(link.2 == "#" ? absolute(url) : library.site.baseURL)\(link.2)"
        }
    }

    /// Text without the characters that XML can't hold (XML 1.0, 2.2), such as the form feeds of pasted text.
    static func xmlText(_ text: String) -> TemplateValue {
        func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value >= 0x20
                ? scalar.value < 0xFFFE || scalar.value > 0xFFFF : "\t\n\r".unicodeScalars.contains(scalar)
        }
        guard !text.unicodeScalars.allSatisfy(isAllowed) else { return .text(text) }
        return .text(String(String.UnicodeScalarView(text.unicodeScalars.filter(isAllowed))))
    }
}

private func > (left: (CalendarDate?, String), right: (CalendarDate?, String)) -> Bool {
    switch (left.0, right.0) {
    case (let first?, let second?) where first != second: first > second
    default: left.1 > right.1
    }
}
