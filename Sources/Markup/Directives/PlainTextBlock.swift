/// A block of plain text that a directive stands for.
public struct PlainTextBlock: Sendable {
    /// One or more lines of it, wrapped by themselves.
    public struct Line: Sendable {
        /// The words.
        public let text: String
        /// Where they lead; it becomes a numbered note after them.
        public let url: String?

        /// Creates a line.
        public init(_ text: String, url: String? = nil) {
            (self.text, self.url) = (text, url)
        }
    }

    /// Its lines, with no blank line between them.
    public let lines: [Line]

    /// Creates a block.
    public init(_ lines: [Line]) {
        self.lines = lines
    }

    /// A line across the page, as a thematic break is.
    public static let rule = PlainTextBlock([])
}

/// What stands before and after the text of a directive.
public struct DirectiveText: Sendable {
    /// What stands before it.
    public var before: [PlainTextBlock]
    /// What stands after it.
    public var after: [PlainTextBlock]

    /// Creates a text.
    public init(before: [PlainTextBlock] = [], after: [PlainTextBlock] = []) {
        (self.before, self.after) = (before, after)
    }
}
