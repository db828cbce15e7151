import Content
import Diagnostics
import Layouts
import MailTools

/// What the templates of an issue are given.
struct IssueValues {
    let issue: Issue
    let site: Site
    let words: PhraseBook

    var values: [String: TemplateValue] {
        get throws(DiagnosticLog) {
            let newsletter = site.newsletter
            let reason = try words("reason", ["practice": site.name])
            let number = try words("number")
            let date = issue.date.longText(language: issue.language)
            let masthead = issue.number.map { "\(newsletter.name), \(number.lowercased()) \($0), \(date)" }
            // Where a tool has no page of an issue, the site has one.
            let viewOnline = newsletter.viewOnline ?? .url(site.baseURL + issue.url)
            return [
                "language": .text(issue.language), "subject": .text(issue.subject), "preheader": .text(issue.preheader),
                "padding": .text(Self.padding(after: issue.preheader)), "words": words.fixed,
                "number": .optional(issue.number.map(String.init)), "date-text": .text(date),
                "body-text": .text(issue.plainText), "newsletter": .text(newsletter.name),
                "practice": .text(site.name), "base-url": .text(site.baseURL),
                "address": .text(newsletter.tool.address ?? site.address.line.escapedForHTML),
                "address-text": newsletter.tool.address.map { .text($0) } ?? lines(site.address.line),
                "reply-to": .text(issue.replyTo ?? newsletter.replyTo), "reason": .text(reason),
                "unsubscribe": newsletter.unsubscribe.map(Self.link) ?? .null, "view-online": Self.link(viewOnline),
                "body-tags": .list(newsletter.tool.bodyTags.map { .text($0) }),
                "color-primary": .text(site.colors.primary), "color-accent": .text(site.colors.accent),
                "lines": [
                    "masthead": lines(masthead ?? "\(newsletter.name), \(date)"), "subject": lines(issue.subject),
                    "practice": lines(site.name), "reason": lines(reason),
                ],
            ]
        }
    }

    /// A link in parts, since some tools have an element of their own for it.
    private static func link(_ link: MailLink) -> TemplateValue {
        let marker = "\u{1}"
        let parts = link.html(marker).split(separator: marker, omittingEmptySubsequences: false)
        return [
            "open": .text(parts.first.map(String.init) ?? ""), "close": .text(parts.last.map(String.init) ?? ""),
            "text": .text(link.plainText),
        ]
    }

    /// How many characters of an issue an inbox shows at most.
    private static let inboxWidth = 150

    /// Characters that take room and show nothing, so that an inbox doesn't go on with the masthead.
    static func padding(after preheader: String) -> String {
        String(repeating: "&#847;&zwnj;&nbsp;", count: max(0, inboxWidth - preheader.count))
    }

    /// Text broken into lines for readers of plain text.
    private func lines(_ text: String) -> TemplateValue {
        .text(text.wrapped(to: Issue.plainTextWidth).joined(separator: "\n"))
    }
}
