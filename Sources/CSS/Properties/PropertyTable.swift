/// What is known of properties: which shorthands set them, and which values every client understands.
public struct PropertyTable: Sendable {
    /// What is known of one property.
    public struct Facts: Sendable {
        /// The shorthands that set it.
        public let shorthands: [AtomTable.Atom]
        /// Other shorthands that set something of what it sets, as `border-top` and `border-color` do.
        fileprivate(set) var crossing: [AtomTable.Atom] = []
        let grammar: ValueGrammar
    }

    private let facts: [Facts?]

    /// The names of all known properties, to begin a table of names with.
    public static var names: [String] { definitions.map(\.name) }

    /// Creates a table for a table of names that has all of `names`.
    public init(_ names: AtomTable) {
        var facts = [Facts?](repeating: nil, count: names.count)
        for definition in Self.definitions {
            guard let atom = names.atom(of: definition.name) else { continue }
            facts[Int(atom)] = Facts(
                shorthands: definition.shorthands.compactMap { names.atom(of: $0) }, grammar: definition.grammar)
        }
        for shorthands in facts.compactMap({ $0?.shorthands }) {
            for shorthand in shorthands { facts[Int(shorthand)]?.crossing += shorthands.filter { $0 != shorthand } }
        }
        self.facts = facts
    }

    /// What is known of a property; nil for others.
    public subscript(property: AtomTable.Atom) -> Facts? {
        property >= 0 && Int(property) < facts.count ? facts[Int(property)] : nil
    }

    /// Whether two properties set something in common.
    public func overlap(_ left: AtomTable.Atom, _ right: AtomTable.Atom) -> Bool {
        if left == right { return true }
        guard let facts = self[left] else { return false }
        return facts.shorthands.contains(right) || facts.crossing.contains(right)
            || self[right]?.shorthands.contains(left) ?? false
    }

    /// Whether every client takes a value for a valid one, so that no fallback before it is ever used.
    public func isUnderstoodEverywhere(_ text: Bytes, _ value: Range<Int>, of property: AtomTable.Atom) -> Bool {
        self[property]?.grammar.accepts(text, value) ?? false
    }

    private struct Definition {
        let name: String
        let shorthands: [String]
        let grammar: ValueGrammar

        init(_ name: String, _ shorthands: [String] = [], _ grammar: ValueGrammar) {
            self.name = name
            self.shorthands = shorthands
            self.grammar = grammar
        }
    }

    private static let sides = ["top", "right", "bottom", "left"]

    private static let definitions: [Definition] =
        [
            Definition("color", [], .color),
            Definition("background", [], .color),
            Definition("background-color", ["background"], .color),
            Definition("font", [], .none),
            Definition("font-family", ["font"], .fontFamily),
            Definition("font-size", ["font"], .lengths(1, auto: false, negative: false)),
            Definition("font-weight", ["font"], .words(["normal", "bold"], orNumber: true)),
            Definition("font-style", ["font"], .words(["normal", "italic", "oblique"])),
            Definition("font-variant", ["font"], .words(["normal", "small-caps"])),
            Definition("line-height", ["font"], .lineHeight),
            Definition("letter-spacing", [], .lengths(1, auto: false, negative: true)),
            Definition("text-align", [], .words(["left", "right", "center", "justify"])),
            Definition("text-decoration", [], .words(["none", "underline", "overline", "line-through"])),
            Definition("text-transform", [], .words(["none", "uppercase", "lowercase", "capitalize"])),
            Definition("text-indent", [], .lengths(1, auto: false, negative: true)),
            Definition(
                "vertical-align", [],
                .words(["baseline", "top", "middle", "bottom", "text-top", "text-bottom", "sub", "super"])),
            Definition("white-space", [], .words(["normal", "nowrap", "pre"])),
            Definition("width", [], .lengths(1, auto: true, negative: false)),
            Definition("height", [], .lengths(1, auto: true, negative: false)),
            Definition("max-width", [], .lengths(1, auto: false, negative: false)),
            Definition("min-width", [], .lengths(1, auto: false, negative: false)),
            Definition("max-height", [], .lengths(1, auto: false, negative: false)),
            Definition("min-height", [], .lengths(1, auto: false, negative: false)),
            Definition("margin", [], .lengths(4, auto: true, negative: true)),
            Definition("padding", [], .lengths(4, auto: false, negative: false)),
            Definition("border", [], .border),
            Definition("border-color", ["border"], .color),
            Definition("border-style", ["border"], .words(ValueGrammar.borderStyles)),
            Definition("border-width", ["border"], .lengths(4, auto: false, negative: false)),
            Definition("border-collapse", [], .words(["collapse", "separate"])),
            Definition("border-spacing", [], .lengths(1, auto: false, negative: false)),
            Definition(
                "display", [], .words(["none", "block", "inline", "inline-block", "table", "table-cell", "table-row"])),
            Definition("float", [], .words(["none", "left", "right"])),
            Definition("clear", [], .words(["none", "left", "right", "both"])),
            Definition("visibility", [], .words(["visible", "hidden"])),
            Definition("overflow", [], .words(["visible", "hidden", "auto", "scroll"])),
            Definition("list-style-type", ["list-style"], .words(["none", "disc", "circle", "square", "decimal"])),
            Definition("list-style", [], .words(["none", "disc", "circle", "square", "decimal"])),
            // What a shorthand resets though no simple value of its own is known.
            Definition("background-image", ["background"], .none),
            Definition("background-position", ["background"], .none),
            Definition("background-repeat", ["background"], .none),
            Definition("background-size", ["background"], .none),
            Definition("background-attachment", ["background"], .none),
            Definition("text-decoration-color", ["text-decoration"], .none),
            Definition("text-decoration-line", ["text-decoration"], .none),
            Definition("text-decoration-style", ["text-decoration"], .none),
            Definition("border-radius", [], .lengths(1, auto: false, negative: false)),
        ]
        + sides.flatMap { side in
            [
                Definition("margin-\(side)", ["margin"], .lengths(1, auto: true, negative: true)),
                Definition("padding-\(side)", ["padding"], .lengths(1, auto: false, negative: false)),
                Definition("border-\(side)", ["border"], .border),
                Definition("border-\(side)-color", ["border-\(side)", "border-color", "border"], .color),
                Definition(
                    "border-\(side)-style", ["border-\(side)", "border-style", "border"],
                    .words(ValueGrammar.borderStyles)),
                Definition(
                    "border-\(side)-width", ["border-\(side)", "border-width", "border"],
                    .lengths(1, auto: false, negative: false)),
            ]
        }
        + ["top-left", "top-right", "bottom-right", "bottom-left"].map {
            Definition("border-\($0)-radius", ["border-radius"], .lengths(1, auto: false, negative: false))
        }
}
