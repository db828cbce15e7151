/// One message about one place in the author's files: what is wrong, where, and what to do next.
///
/// Lines and columns count from 1. A column counts Unicode scalars, as editors do, not bytes.
public struct Diagnostic: Error, Hashable, Sendable {
    /// How much a diagnostic matters: an error stops the build, a warning does not.
    public enum Severity: String, Codable, Comparable, Sendable {
        case error
        case warning

        /// An error sorts before a warning.
        public static func < (left: Severity, right: Severity) -> Bool {
            left == .error && right == .warning
        }
    }

    /// Whether the build can go on.
    public var severity: Severity
    /// The file as the author knows it, such as `Content/pages/about.md`.
    public var path: String
    /// Where in the file; nil when the whole file (or its absence) is meant.
    public var location: SourceLocation?
    /// What is wrong, in one sentence without a full stop.
    public var message: String
    /// The author's next step.
    public var hint: String?
    /// The line itself, cut to a window around the column; nil where the file is confidential or has no such line.
    public var excerpt: SourceExcerpt?

    /// Creates a diagnostic about a file as a whole, or about a place whose source line is not at hand.
    public init(
        _ severity: Severity = .error, path: String, location: SourceLocation? = nil, message: String,
        hint: String? = nil, excerpt: SourceExcerpt? = nil
    ) {
        self.severity = severity
        self.path = path
        self.location = location
        self.message = message
        self.hint = hint
        self.excerpt = excerpt
    }
}

extension Diagnostic: Comparable {
    /// Orders by file, then place, then severity, then text, so that a build's diagnostics never change order.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        let leftKey = (left.path, left.location ?? .start, left.severity)
        let rightKey = (right.path, right.location ?? .start, right.severity)
        return leftKey == rightKey
            ? (left.message, left.hint ?? "") < (right.message, right.hint ?? "") : leftKey < rightKey
    }
}

/// A place in a text file.
public struct SourceLocation: Hashable, Comparable, Codable, Sendable {
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, in Unicode scalars.
    public var column: Int

    /// The beginning of a file.
    public static let start = SourceLocation(line: 1, column: 1)

    /// Creates a place from a line and a column, both from 1.
    public init(line: Int, column: Int = 1) {
        self.line = line
        self.column = column
    }

    /// Orders by line, then column.
    public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// The line that a diagnostic is about, with the place of its caret.
public struct SourceExcerpt: Hashable, Sendable {
    /// The line's text, cut to a window where it is long; tabs are single spaces.
    public var text: String
    /// How many Unicode scalars stand before the caret.
    public var caret: Int

    /// Creates an excerpt; `caret` counts the Unicode scalars of `text` before the caret.
    public init(text: String, caret: Int) {
        self.text = text
        self.caret = caret
    }
}
