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
    /// By how many levels headings are lowered; none becomes lower than the sixth.
    public var headingOffset = 0

    /// Creates the options of a published page.
    public init() {}
}
