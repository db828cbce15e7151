/// A part of GitHub Flavored Markdown beyond CommonMark.
public enum MarkdownExtension: String, CaseIterable, Sendable {
    case table
    case strikethrough
    case autolink
    case tasklist
    /// Makes `<script>`, `<style>` and the like harmless where raw HTML is allowed (GFM 6.11).
    case tagfilter
    case footnotes

    /// What everything published is read with.
    public static let standard: Set<MarkdownExtension> = [.table, .strikethrough, .autolink, .tasklist, .footnotes]
}

/// How a Markdown text is read and rendered.
public struct MarkdownOptions: Sendable {
    /// Whether raw HTML is kept as HTML; otherwise it is shown as the text it is.
    public var allowsRawHTML = false
    /// Whether the HTML is exactly what libcmark-gfm renders: no heading anchors or other additions, links unchecked.
    public var isPlain = false
    /// What is read beyond CommonMark.
    public var extensions = MarkdownExtension.standard
    /// The level, from 1 to 6, that the document's highest headings get, whatever the author wrote, so that headings follow
    /// on from those around the text without skipping a level (WCAG 2.2, 1.3.1); nil leaves all as they are.
    public var highestHeading: Int?
    /// The directives that a text may have; where there are none, lines that look like directives are text.
    public var directives: [DirectiveDefinition] = []
    /// Whether a text may have `:first-name[…]` beside directives.
    public var allowsPersonalization = false

    /// Plain rendering is libcmark-gfm's own, which knows no directives.
    var readsDirectives: Bool { !isPlain && !directives.isEmpty }

    /// Creates the options of a published page.
    public init() {}
}
