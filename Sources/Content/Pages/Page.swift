import Dates
import Markup

/// One Markdown file that becomes one page of the site.
public struct Page: Sendable {
    /// The file, as its author knows it.
    public let path: String
    /// The folder it is in.
    public let collection: Collection
    /// The file's name without its ending.
    public let slug: String
    /// The page's URL on the site, such as `/services/conflict-resolution/`.
    public let url: String
    /// The page's heading.
    public let title: String
    /// A shorter title for navigation; the title where none is given.
    public let navigationTitle: String
    /// What the page says, in a sentence or two.
    public let summary: String?
    /// Where the page stands among its like; the lowest number comes first.
    public let order: Int?
    /// A picture that stands for the page.
    public let image: PageImage?
    /// What only some collections have.
    public let details: Details
    /// The text, rendered.
    public let body: PageBody

    /// What a page has because of the collection it is in.
    public enum Details: Sendable {
        case page
        case service
        case caseStudy(CaseStudy)
        case insight(Insight)
        case legal(LegalText)
    }

    /// The day the page is dated with, if its collection dates pages.
    public var date: CalendarDate? {
        switch details {
        case .caseStudy(let study): study.date
        case .insight(let insight): insight.date
        case .legal(let text): text.effective
        case .page, .service: nil
        }
    }

    /// The day of the last change that readers should know of.
    public var modified: CalendarDate? {
        if case .insight(let insight) = details { return insight.updated ?? insight.date }
        return date
    }

    /// The page's tags.
    public var tags: [Tag] {
        switch details {
        case .caseStudy(let study): study.tags
        case .insight(let insight): insight.tags
        case .page, .service, .legal: []
        }
    }
}

/// What a case study says beside its text.
public struct CaseStudy: Sendable {
    /// The day it was published.
    public let date: CalendarDate
    /// What it is filed under.
    public let tags: [Tag]
    /// Whether it is composed of several schools or invented, which the page then says.
    public let isSample: Bool
    /// The kind of school and place.
    public let setting: String?
    /// Its numbers.
    public let figures: [Figure]

    /// A number with what it means.
    public struct Figure: Hashable, Sendable {
        /// The number as it is printed, such as `12 → 5`.
        public let value: String
        /// What it counts.
        public let label: String
    }
}

/// What an article says beside its text.
public struct Insight: Sendable {
    /// The day it was published.
    public let date: CalendarDate
    /// The day of its last change.
    public let updated: CalendarDate?
    /// What it is filed under.
    public let tags: [Tag]
    /// Who wrote it.
    public let author: String?
}

/// A word that pages are filed under. Tags whose names in a URL are the same are one tag, however they are spelled.
public struct Tag: Hashable, Comparable, Sendable {
    /// The tag as its author wrote it.
    public let title: String
    /// Its name in a URL.
    public let slug: String

    /// The URL of the list of its pages.
    public var url: String { "/tags/\(slug)/" }

    /// Whether two spellings are one tag.
    public static func == (left: Tag, right: Tag) -> Bool { left.slug == right.slug }

    /// Orders by name in the URL.
    public static func < (left: Tag, right: Tag) -> Bool { left.slug < right.slug }

    /// Hashes the name in the URL.
    public func hash(into hasher: inout Hasher) { hasher.combine(slug) }
}

/// A picture that stands for a page.
public struct PageImage: Hashable, Sendable {
    /// Its URL on the site.
    public let url: String
    /// What it shows, for those who don't see it.
    public let alternative: String
    /// Its size in CSS pixels, where the file tells.
    public let size: ImageSize?
}

/// A page's text, rendered once when it is read.
public struct PageBody: Sendable {
    /// The text as HTML.
    public let html: String
    /// Its headings, for a table of contents.
    public let headings: [Heading]
    /// How many words it has.
    public let wordCount: Int
}
