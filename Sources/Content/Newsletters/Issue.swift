import Dates
import Diagnostics
import Mail
import Markup

/// One issue of the newsletter.
public struct Issue: Sendable {
    /// The width of plain-text e-mail (RFC 5322 §2.1.1 recommends lines of at most 78 characters; replies need room).
    public static let plainTextWidth = 72

    /// The file, as its author knows it.
    public let path: String
    /// The file's name without its ending.
    public let slug: String
    /// Its URL on the site, such as `/newsletter/2026-03/`.
    public var url: String { Self.url(slug: slug) }
    /// The subject line.
    public let subject: String
    /// What an inbox shows after the subject.
    public let preheader: String
    /// The day it is sent.
    public let date: CalendarDate
    /// Its number, from 1, where it is numbered.
    public let number: Int?
    /// Who it is from, where that is somebody else than site.yaml says.
    public let from: Mailbox?
    /// The address that answers go to, where that is another than site.yaml says.
    public let replyTo: String?
    /// The language it is written in, a BCP 47 tag.
    public let language: String
    /// The text in its parts. Links and images are absolute; first names are tokens (``Markup/Personalization``).
    public let pieces: [IssuePiece]
    /// The text for readers of plain text, wrapped at 72 columns, made of the Markdown and not of the HTML. Links and tokens are
    /// as in ``pieces``.
    public let plainText: String
    /// The text as the site shows it: links are from the root of the site, and nobody is named. Tags of mail tools that its
    /// author wrote are still in it.
    public let webHTML: String
    /// The file itself, for diagnostics.
    public let source: SourceFile
    /// Where the values of the front matter's keys stand, by key.
    public let places: [String: SourceLocation]
    /// Its links and images as they were written, for checks of their words and destinations.
    public let references: [TextReference]
    /// The anchors of its headings.
    let anchors: Set<String>

    static func url(slug: String) -> String { "/newsletter/\(slug)/" }
}
