import Mustache

/// What a template can be given: text, HTML, yes or no, nothing, lists, and named values.
///
/// A closed type rather than `Any` and reflection: a context is checked when it is built, and rendering looks names up in
/// dictionaries only.
public indirect enum TemplateValue: Sendable, Equatable {
    /// Text, which `{{name}}` escapes.
    case text(String)
    /// Yes or no, for sections.
    case flag(Bool)
    /// Something that is known and absent: its sections are skipped.
    case null
    /// Things that a section is rendered for one after the other.
    case list([TemplateValue])
    /// Named values.
    case object([String: TemplateValue])

    /// Text, or nothing.
    public static func optional(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .null }

    /// A number as its digits.
    public static func number(_ number: Int) -> TemplateValue { .text(String(number)) }

    /// The value as swift-mustache understands it, converted once when a context is built.
    /// - Parameter name: what templates know it by.
    func mustache(named name: String) -> Any {
        switch self {
        case .text(let text): RenderedText(text: text)
        case .flag(let flag): flag
        case .null: Absence()
        case .list(let values): NamedList(name: name, values: values.map { $0.mustache(named: name) })
        case .object(let values): NamedValues(name: name, values: values.mustache)
        }
    }
}

/// Text as swift-mustache takes it fastest. It asks every value which protocols it conforms to, and falls back on reflection
/// where a value that a section was entered with is no `MustacheParent`; a bare `String` costs both.
private struct RenderedText: MustacheCustomRenderable, MustacheParent, MustacheTransformable {
    let text: String

    var renderText: String { text }
    var isNull: Bool { false }
    func child(named: String) -> Any? { nil }
    func transform(_ name: String) -> Any? { text.transform(name) }
}

/// Named values. A dictionary would do, but its conformance has a condition that is checked anew at each look-up.
struct NamedValues: MustacheParent, MustacheCustomRenderable {
    let name: String
    let values: [String: Any]

    func child(named name: String) -> Any? { values[name] }
    var renderText: String { UnwritableNames.note(name) }
    var isNull: Bool { false }
}

/// A list that knows its name.
private struct NamedList: MustacheSequence, MustacheParent, MustacheTransformable, MustacheCustomRenderable {
    let name: String
    let values: [Any]

    func makeIterator() -> IndexingIterator<[Any]> { values.makeIterator() }
    func child(named: String) -> Any? { nil }
    func transform(_ name: String) -> Any? { values.transform(name) }
    var renderText: String { UnwritableNames.note(name) }
    var isNull: Bool { false }
}

/// Something that is known and absent: rendered as nothing, and its sections are skipped.
private struct Absence: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// Text.
    public init(stringLiteral value: String) { self = .text(value) }
}

extension TemplateValue: ExpressibleByBooleanLiteral {
    /// Yes or no.
    public init(booleanLiteral value: Bool) { self = .flag(value) }
}

extension TemplateValue: ExpressibleByDictionaryLiteral {
    /// Named values.
    public init(dictionaryLiteral elements: (String, TemplateValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}

extension TemplateValue: ExpressibleByArrayLiteral {
    /// A list.
    public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
}

extension [String: TemplateValue] {
    /// The values as swift-mustache understands them.
    var mustache: [String: Any] {
        Dictionary<String, Any>(uniqueKeysWithValues: map { ($0, $1.mustache(named: $0)) })
    }
}

/// The values of a context that many pages share, converted for rendering once.
public struct SharedContext: @unchecked Sendable {
    // Sendable: the values are strings, flags, arrays and dictionaries of these, and never change.
    let values: [String: Any]

    /// Converts values.
    public init(_ values: [String: TemplateValue]) {
        self.values = values.mustache
    }
}
