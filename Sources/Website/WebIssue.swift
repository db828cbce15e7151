import Content
import Dates

/// An issue of the newsletter as a page of the site, with nothing in it that is one subscriber's.
struct WebIssue: Sendable {
    /// Where the list of all issues is.
    static let archiveURL = "/newsletter/archive/"
    /// Where the newsletter's own feed is.
    static let feedURL = "/newsletter/feed.xml"
    /// The page that tells of the newsletter, where the content has one.
    static let aboutURL = "/newsletter/"

    let url: String
    let title: String
    let summary: String
    let date: CalendarDate
    let number: Int?
    /// The language where it is another than the site's.
    let language: String?
    let html: String

    init(_ issue: Issue, in site: Site) {
        url = issue.url
        let subject = SubscriberTags.removed(fromLine: issue.subject)
        // A page has to have a name, also where the subject was nothing but a tag.
        title =
            subject.isEmpty ? "\(site.newsletter.name), \(issue.date.longText(language: issue.language))" : subject
        let preheader = SubscriberTags.removed(fromLine: issue.preheader)
        summary = preheader.isEmpty ? site.newsletter.description : preheader
        date = issue.date
        number = issue.number
        language = issue.language == site.language ? nil : issue.language
        html = SubscriberTags.removed(fromHTML: issue.webHTML)
    }
}
