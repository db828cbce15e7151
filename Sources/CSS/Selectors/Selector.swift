/// One selector of a list: simple selectors from the last to the first, with the combinators between them.
public struct Selector: Sendable {
    /// Its part of `SelectorPool.steps`.
    public let steps: Range<Int>
    /// How much it weighs (Selectors Level 3, section 9): ids in the upper 12 bits, then classes, then elements in the lower 10.
    public let specificity: UInt32
    /// What it asks that only a mail client can tell.
    public let needs: Needs
    /// The text it was read from.
    public let text: Range<Int>

    /// What only a mail client can tell.
    public struct Needs: OptionSet, Sendable {
        /// The bits.
        public let rawValue: UInt8
        /// Creates a set from its bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// A state such as `:hover`.
        public static let state = Needs(rawValue: 1)
        /// A part that is no element, such as `::before`.
        public static let pseudoElement = Needs(rawValue: 2)
    }
}

/// A simple selector or a combinator.
public enum SelectorStep: Equatable, Sendable {
    /// Any element.
    case any
    /// An element's name, in small letters.
    case type(AtomTable.Atom)
    /// An element's id.
    case id(AtomTable.Atom)
    /// One of an element's classes.
    case className(AtomTable.Atom)
    /// An attribute: where it stands in `SelectorPool.attributes`.
    case attribute(Int32)
    /// The element without a parent.
    case root
    /// No child elements and no text.
    case empty
    /// The place among siblings: `step`n + `offset` from 1, from the end, and among those of the same name.
    case nth(step: Int32, offset: Int32, fromEnd: Bool, ofType: Bool)
    /// No other sibling, or none of the same name.
    case only(ofType: Bool)
    /// A link: an element with `href`.
    case link
    /// The language; where it stands in `SelectorPool.languages`.
    case language(Int32)
    /// Any of the selectors with these numbers in `SelectorPool.nested`.
    case anyOf(Range<Int32>)
    /// None of them.
    case noneOf(Range<Int32>)
    /// A state that only a mail client knows.
    case state
    /// What nothing matches.
    case never
    /// What stands before it is of an ancestor.
    case descendant
    /// … of the parent.
    case child
    /// … of the sibling just before.
    case nextSibling
    /// … of any sibling before.
    case laterSibling

    /// Whether it leads to another element.
    public var isCombinator: Bool {
        switch self {
        case .descendant, .child, .nextSibling, .laterSibling: true
        default: false
        }
    }
}

/// What an attribute selector asks.
public struct AttributeSelector: Sendable {
    /// The attribute's name in small letters.
    public let name: [UInt8]
    /// How the value is compared; nil where it only has to be there.
    public let comparison: Comparison?
    /// What it is compared with.
    public let value: [UInt8]
    /// Whether capital letters are the same as small ones.
    public let ignoresCase: Bool

    /// How a value is compared (Selectors Level 3, section 6.3).
    public enum Comparison: UInt8, Sendable {
        case equal, includes, dash, prefix, suffix, substring
    }
}

/// What the selectors of some stylesheets are made of.
public struct SelectorPool: Sendable {
    /// The parts of all selectors.
    public internal(set) var steps: [SelectorStep] = []
    /// What `SelectorStep.attribute` names.
    public internal(set) var attributes: [AttributeSelector] = []
    /// What `SelectorStep.language` names, in small letters.
    public internal(set) var languages: [[UInt8]] = []
    /// The selectors within `:is()`, `:where()` and `:not()`.
    public internal(set) var nested: [Selector] = []
    /// Whether a selector asks for an attribute.
    public func asks(for attribute: StaticString) -> Bool {
        attributes.contains { selector in
            selector.name.withUnsafeBufferPointer { $0.equals(0..<$0.count, lowercase: attribute) }
        }
    }
    /// Whether a selector asks for siblings, or for none.
    public var asksForSiblings: Bool {
        steps.contains { step in
            switch step {
            case .empty, .nth, .only, .nextSibling, .laterSibling: true
            // What a client counts, such as `:has()`, is not known here.
            case .state: true
            default: false
            }
        }
    }
    /// Whether any selector counts siblings of the same name.
    public internal(set) var countsTypes = false

    /// Whether ids and classes are the same in capital and small letters, as in documents without a doctype.
    public let ignoresCase: Bool

    /// Creates an empty pool.
    public init(ignoresCase: Bool = false) { self.ignoresCase = ignoresCase }
}
