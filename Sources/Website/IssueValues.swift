import Content
import Layouts

extension PageContexts {
    /// The list of issues, page by page.
    var archive: [Pagination<WebIssue>] {
        issues.isEmpty ? [] : Pagination.pages(of: issues, url: WebIssue.archiveURL, isPaged: true)
    }

    /// What the page of an issue is given beside what all share.
    /// - Parameter index: its place among the issues, of which the newest is the first.
    func issueValues(_ index: Int) -> [String: TemplateValue] {
        let issue = issues[index]
        let previous = index + 1 < issues.count ? issues[index + 1] : nil
        let next = index > 0 ? issues[index - 1] : nil
        return values(of: issue).merging([
            "page": head(title: issue.title, description: issue.summary, url: issue.url, isArticle: true),
            "newsletter": .text(library.site.newsletter.name), "archive-url": .text(WebIssue.archiveURL),
            "body": .text(issue.html), "previous": previous.map(link) ?? .null, "next": next.map(link) ?? .null,
            "has-neighbours": .flag(previous != nil || next != nil),
        ]) { _, new in new }
    }

    /// What a page of the list of issues is given.
    func archiveValues(_ pagination: Pagination<WebIssue>) -> [String: TemplateValue] {
        let newsletter = library.site.newsletter
        return [
            "page": head(
                title: "All issues", description: newsletter.description, url: pagination.url,
                pageNumber: pagination.number),
            "about-url": .optional(hasNewsletterPage ? WebIssue.aboutURL : nil), "newsletter": .text(newsletter.name),
            "newsletter-feed": .text(WebIssue.feedURL),
            "issues": .list(pagination.pages.map { .object(values(of: $0)) }), "pagination": pagination.value,
        ]
    }

    /// What the newsletter's Atom feed (RFC 4287) is given.
    func newsletterFeedValues() -> [String: TemplateValue] {
        let latest = issues.prefix(Self.feedLength)
        return [
            "title": Self.xmlText(library.site.newsletter.name), "author": Self.xmlText(library.site.name),
            "id": .text(absolute(WebIssue.archiveURL)), "self": .text(absolute(WebIssue.feedURL)),
            "updated": .text(latest.first?.date.rfc3339 ?? ""),
            "entries": .list(
                latest.map { issue in
                    [
                        "title": Self.xmlText(issue.title), "id": .text(absolute(issue.url)),
                        "url": .text(absolute(issue.url)), "published": .text(issue.date.rfc3339),
                        "updated": .text(issue.date.rfc3339), "summary": Self.xmlText(issue.summary),
                        "language": .optional(issue.language),
                        "content": Self.xmlText(absoluteLinks(in: issue.html, of: issue.url)),
                    ]
                }),
        ]
    }

    private func values(of issue: WebIssue) -> [String: TemplateValue] {
        [
            "title": .text(issue.title), "summary": .text(issue.summary), "url": .text(issue.url),
            "date": .text(issue.date.iso8601),
            "date-text": .text(issue.date.longText(language: issue.language ?? library.site.language)),
            "number": .optional(issue.number.map(String.init)), "language": .optional(issue.language),
        ]
    }

    private func link(_ issue: WebIssue) -> TemplateValue { ["title": .text(issue.title), "url": .text(issue.url)] }
}
