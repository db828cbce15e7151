import Dates

/// One issue of the newsletter.
public struct Issue: Sendable {
    /// The width of plain-text e-mail (RFC 5322 §2.1.1 recommends lines of at most 78 characters; replies need room).
    public static let plainTextWidth = 72

    /// The file, as its author knows it.
    public let path: String
    /// The file's name without its ending.
    public let slug: String
    /// The subject line.
    public let subject: String
    /// What an inbox shows after the subject.
    public let preheader: String
    /// The day it is sent.
    public let date: CalendarDate
    /// Its number, from 1.
    public let number: Int
    /// The text as HTML; links to the site are absolute.
    public let html: String
    /// The text for readers of plain text, wrapped at 72 columns; links to the site are absolute.
    public let plainText: String
}
