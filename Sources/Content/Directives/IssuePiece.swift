import Dates
import Diagnostics

/// A part of a text: HTML whose elements all end in it, or what a directive stands for.
///
/// Newsletters are laid out from these; pages and booklets become their HTML (``Swift/Array/html(language:)``).
public indirect enum IssuePiece: Sendable {
    /// Ordinary Markdown, rendered.
    case html(String)
    /// The lead article, with its text.
    case lead(Lead, [IssuePiece])
    /// A pointer to a page of the site.
    case teaser(Teaser)
    /// A number that stands out.
    case figure(PullFigure)
    /// A link that stands out.
    case button(Button)
    /// A date to come to, with a description, which may be empty.
    case event(Event, [IssuePiece])
    /// Two columns.
    case row([IssuePiece], [IssuePiece])
    /// A line between parts.
    case divider
}

/// What a lead article has beside its text.
public struct Lead: Hashable, Sendable {
    /// Its picture.
    public let image: PageImage?
    /// Where it goes on.
    public let url: String?
    /// What the link there says.
    public let more: String
    /// Where it begins in its file.
    public let location: SourceLocation
}

/// A pointer to a page of the site, told by that page's front matter.
public struct Teaser: Hashable, Sendable {
    /// The page's title, or the words that stand for it here.
    public let title: String
    /// What the page says, in a sentence or two.
    public let summary: String?
    /// Where the page is.
    public let url: String
    /// The page's picture.
    public let image: PageImage?
    /// What a link to the page says beside its title, where one was asked for.
    public let more: String?
    /// The level of a heading that would follow on from those before it, from 1 to 6.
    public let headingLevel: Int
    /// Where it stands in its file.
    public let location: SourceLocation
}

/// A number that stands out.
public struct PullFigure: Hashable, Sendable {
    /// The number as it is printed, such as `42 %`.
    public let value: String
    /// What it counts, as HTML: words of a sentence, or blocks where ``hasBlocks`` says so.
    public let caption: String
    /// Whether the caption is made of paragraphs.
    public let hasBlocks: Bool
    /// Where it stands in its file.
    public let location: SourceLocation
}

/// A link that stands out.
public struct Button: Hashable, Sendable {
    /// What it says, without markup.
    public let label: String
    /// The same as HTML.
    public let labelHTML: String
    /// Where it leads.
    public let url: String
    /// Where it stands in its file.
    public let location: SourceLocation
}

/// A date to come to.
public struct Event: Hashable, Sendable {
    /// Its name, without markup.
    public let title: String
    /// The same as HTML.
    public let titleHTML: String
    /// The day, or the first.
    public let date: CalendarDate
    /// The last day, where there are several.
    public let end: CalendarDate?
    /// The time of day, in the author's words.
    public let time: String?
    /// Where it is.
    public let place: String?
    /// Where more is said of it.
    public let url: String?
    /// The level of a heading that would follow on from those before it, from 1 to 6.
    public let headingLevel: Int
    /// Where it stands in its file.
    public let location: SourceLocation

    /// The day or days in words, with the time: "August 12, 2026, 9:00".
    /// - Parameter language: a BCP 47 tag.
    public func when(language: String) -> String {
        let days = [date, end].compactMap { $0?.longText(language: language) }.joined(separator: " – ")
        return [days, time].compactMap(\.self).joined(separator: ", ")
    }
}
