import Dates
import Diagnostics
import Mail
import Yams

/// A type of value that a key can have: what to call it, and how to read it.
struct YAMLKind<Value> {
    /// What was expected, as it completes "should be …".
    let expectation: String
    /// The names to choose from, where there are only some; a mistyped one gets its nearest as a hint.
    let names: [String]
    /// Reads a node; nil where it is of another type.
    let read: (Node, YAMLReader) -> Value?

    init(expectation: String, names: [String] = [], read: @escaping (Node, YAMLReader) -> Value?) {
        self.expectation = expectation
        self.names = names
        self.read = read
    }
}

extension YAMLKind where Value == String {
    /// One or more words. A number or a date stands for its own text, so that `version: 1` needs no quotation marks.
    static var text: Self {
        YAMLKind(expectation: "text") { node, reader in
            reader.reportLostText(after: node)
            return node.words
        }
    }

    /// Text on one line, as a mail header needs it.
    static var line: Self {
        YAMLKind(expectation: "text on one line") { node, reader in
            text.read(node, reader).flatMap { $0.unicodeScalars.contains(where: \.breaksHeaders) ? nil : $0 }
        }
    }
}

extension YAMLKind where Value == Int {
    /// A whole number in a range.
    static func integer(_ range: ClosedRange<Int> = 0...1_000_000_000) -> Self {
        YAMLKind(expectation: "a whole number from \(range.lowerBound) to \(range.upperBound)") { node, _ in
            node.int.flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension YAMLKind where Value == Double {
    /// A number that is not negative.
    static var number: Self {
        YAMLKind(expectation: "a number, 0 or more") { node, _ in
            node.float.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
        }
    }
}

extension YAMLKind where Value == Bool {
    /// Yes or no.
    static var flag: Self {
        YAMLKind(expectation: "true or false") { node, _ in node.bool }
    }
}

extension YAMLKind where Value == CalendarDate {
    /// A day.
    static var date: Self {
        YAMLKind(expectation: "a date such as 2026-03-01 that the calendar has") { node, _ in
            node.scalar.flatMap { CalendarDate(iso8601: $0.string.trimmed) }
        }
    }
}

extension YAMLKind where Value == [String] {
    /// A list of texts.
    static var texts: Self {
        YAMLKind(expectation: "a list such as [one, two]") { node, _ in
            guard case .sequence(let sequence) = node else { return nil }
            let texts = sequence.compactMap(\.words)
            return texts.count == sequence.count ? texts : nil
        }
    }
}

extension YAMLKind where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of a fixed set of names.
    static var name: Self {
        let names = Value.allCases.map(\.rawValue)
        return YAMLKind(expectation: "one of \(names.joined(separator: ", "))", names: names) { node, _ in
            node.scalar.flatMap { Value(rawValue: $0.string) }
        }
    }
}

extension YAMLKind where Value == YAMLMapping {
    /// Keys with values.
    static var mapping: Self {
        YAMLKind(expectation: "keys with values") { node, reader in
            guard case .mapping = node else { return nil }
            return YAMLMapping(node: node, reader: reader)
        }
    }
}

extension YAMLKind where Value == [YAMLMapping] {
    /// A list whose entries are keys with values. An entry that is something else is reported at its own line.
    static var mappings: Self { mappings(distinct: nil) }

    /// The same, where each entry has another value of a key; one that is given again is reported at its own line.
    static func mappings(distinct key: String?) -> Self {
        YAMLKind(expectation: "a list of entries that each begin with \"- \"") { node, reader in
            guard case .sequence(let sequence) = node else { return nil }
            var lines: [String: Int] = [:]
            return sequence.compactMap { entry in
                guard case .mapping = entry else {
                    reader.report(entry, "expected keys with values here, not \(reader.describe(entry))")
                    return nil
                }
                let keys = YAMLMapping(node: entry, reader: reader)
                guard let key, let node = keys.value(of: key), let value = node.string?.trimmed else { return keys }
                if let line = lines[value] {
                    reader.report(
                        node,
                        reader.file.isConfidential
                            ? "this \(key) is given twice" : "the \(key) \"\(value.prefix(60))\" is given twice",
                        hint: "the other is on line \(line)")
                } else {
                    lines[value] = reader.location(of: node)?.line
                }
                return keys
            }
        }
    }
}

extension Node {
    /// A scalar's text without white space around it; nil for anything else, and where nothing is left.
    fileprivate var words: String? {
        guard case .scalar(let scalar) = self, !isNull else { return nil }
        let trimmed = scalar.string.trimmed
        return trimmed.isEmpty ? nil : trimmed
    }
}

extension String {
    /// The text without white space and line ends around it.
    var trimmed: String {
        let view = unicodeScalars
        guard let first = view.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = view.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(view[first...last])
    }
}
