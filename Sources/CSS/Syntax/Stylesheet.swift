/// A stylesheet as rules and declarations, each a range of the text it was read from.
public struct Stylesheet: Sendable {
    /// All rules in the order in which they begin; what stands inside a group follows it.
    public internal(set) var rules: [Rule] = []
    /// The declarations of all style rules.
    public internal(set) var declarations: [Declaration] = []
    /// What a browser would pass over.
    public internal(set) var problems: [CSSProblem] = []
    /// Whether something is still open at the end of a text, so that what was put after it would become part of it.
    public internal(set) var isUnclosed = false

    /// Creates a stylesheet without rules.
    public init() {}

    /// What a rule is.
    public enum RuleKind: UInt8, Sendable {
        /// Selectors and declarations.
        case style
        /// Rules that hold under a condition, such as `@media` and `@supports`.
        case group
        /// Any other at-rule, such as `@font-face`.
        case other
    }

    /// A rule.
    public struct Rule: Sendable {
        /// What it is.
        public let kind: RuleKind
        /// The first byte.
        public let start: Int
        /// One past the last byte.
        public internal(set) var end: Int
        /// The name of an at-rule without the `@`; empty for a style rule.
        public let name: Range<Int>
        /// What stands before the block, without whitespace at its ends.
        public internal(set) var prelude: Range<Int>
        /// What stands between the braces; nil where there is no block.
        public internal(set) var block: Range<Int>?
        /// Which of the declarations are its own.
        public internal(set) var declarations: Range<Int> = 0..<0
        /// The group around it; nil at the top.
        public let group: Int?
        /// Whether rules stand among the declarations (CSS Nesting Module).
        public internal(set) var hasNestedRules = false
    }

    /// A property and its value.
    public struct Declaration: Sendable {
        /// The name of the property in small letters, or a custom property's as it is.
        public let property: AtomTable.Atom
        /// The name.
        public let name: Range<Int>
        /// The value without whitespace at its ends and without `!important`.
        public let value: Range<Int>
        /// One past the last byte, `!important` included.
        public let end: Int
        /// Whether it has `!important`.
        public let isImportant: Bool
        /// Whether it is of a custom property, such as `--accent`.
        public let isCustom: Bool
        /// Whether it is no declaration but text that came where one belongs; only in style attributes.
        public let isOpaque: Bool

        /// The whole of it.
        public var range: Range<Int> { name.lowerBound..<end }
    }
}

/// What a browser passes over in a stylesheet, and where it begins.
public struct CSSProblem: Hashable, Sendable {
    /// What kind of mistake it is.
    public enum Kind: Sendable {
        case unclosedComment, unclosedBlock, unclosedString, ruleWithoutBlock, notADeclaration, emptyValue
    }

    /// What kind of mistake it is.
    public let kind: Kind
    /// The byte of the text at which it begins.
    public let offset: Int
}
