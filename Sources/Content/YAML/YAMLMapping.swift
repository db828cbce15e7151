import Diagnostics
import Yams

/// The keys and values of one mapping: each key is asked for by name and type, and what nobody asked for is an error.
///
/// A class, because it remembers which keys were asked for.
final class YAMLMapping {
    let node: Node?
    let reader: YAMLReader
    private let values: [String: Node]
    private var asked: [String] = []
    /// What was reported of needed keys that are not there.
    private var missing: [String: Diagnostic] = [:]

    init(node: Node?, reader: YAMLReader) {
        self.node = node
        self.reader = reader
        var values: [String: Node] = [:]
        if case .mapping(let mapping) = node {
            for (key, value) in mapping { if let name = key.string { values[name] = value } }
        }
        self.values = values
    }

    /// The value of a key, or nil where it is absent or has been reported as wrong.
    func optional<Value>(_ key: String, _ kind: YAMLKind<Value>) -> Value? {
        asked.append(key)
        guard let value = value(of: key), !value.isNull else { return nil }
        if let read = kind.read(value, reader) { return read }
        reader.report(
            value, "\"\(key)\" should be \(kind.expectation), not \(reader.describe(value))",
            hint: value.string.flatMap { NearestName.match(for: $0, among: kind.names) }.map {
                "did you mean \"\($0)\"?"
            })
        return nil
    }

    /// The value of a key that must be there; nil where its absence or its type has been reported.
    func required<Value>(_ key: String, _ kind: YAMLKind<Value>) -> Value? {
        if let value = value(of: key), !value.isNull { return optional(key, kind) }
        asked.append(key)
        let isThere = value(of: key) != nil
        let diagnostic = reader.report(
            value(of: key) ?? node, "\"\(key)\" is \(isThere ? "empty" : "missing")",
            hint: isThere
                ? "write \(kind.expectation) after \"\(key): \"" : "add a line \"\(key): \" with \(kind.expectation)")
        if !isThere { missing[key] = diagnostic }
        return nil
    }

    /// Reports every key that nobody asked for, with the nearest known one. Called when all keys have been read.
    ///
    /// A mistyped key is one mistake: that the key it was meant to be is missing is not told too.
    func reportUnknownKeys() {
        guard case .mapping(let mapping) = node else { return }
        let known = asked.sorted()
        for (key, _) in mapping {
            let name = key.string ?? ""
            guard !asked.contains(name) else { continue }
            NearestName.match(for: name, among: known).flatMap { missing[$0] }.map(reader.withdraw)
            reader.report(
                key,
                reader.file.isConfidential
                    ? "there is no such key here" : "there is no key \"\(name.prefix(60))\" here",
                hint: NearestName.hint(for: name, among: known))
        }
    }

    /// The node of a key, for diagnostics about its value.
    func value(of key: String) -> Node? { values[key] }

    /// All keys and values, for a mapping whose keys are not known beforehand.
    var pairs: [(key: String, keyNode: Node, value: Node)] {
        guard case .mapping(let mapping) = node else { return [] }
        return mapping.map { ($0.key.string ?? "", $0.key, $0.value) }
    }
}
