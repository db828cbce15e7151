import Diagnostics

/// A directive of a text, such as `::button[Write to us]{url=../pages/contact.md}`.
public struct Directive: Sendable {
    /// The text in the brackets.
    public struct Label: Hashable, Sendable {
        /// The text as HTML without a block around it.
        public let html: String
        /// The text without markup.
        public let text: String
    }

    /// The name after the colons.
    public let name: String
    /// The text in the brackets.
    public let label: Label?
    /// The values of its keys; links lead where they were resolved to.
    public let attributes: [String: String]
    /// The values of its keys as they were written.
    public let written: [String: String]
    /// The size in CSS pixels of the image that it shows, where that is known.
    public let imageSize: ImageSize?
    /// The level of a heading that would follow on from those before it, from 1 to 6.
    public let headingLevel: Int
    /// Where its first line begins.
    public let location: SourceLocation
    /// Where the values of its keys stand.
    public let locations: [String: SourceLocation]
}

/// A part of a rendered text: HTML whose elements all end in it, or a directive with what it contains.
public indirect enum MarkdownPiece: Sendable {
    case html(String)
    case directive(Directive, content: [MarkdownPiece])
}
