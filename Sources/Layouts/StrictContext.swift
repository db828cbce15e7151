import Mustache

/// The outermost context of one rendering: it is asked last, so a name that it doesn't know is missing.
final class StrictContext: MustacheParent {
    private let values: [String: Any]
    private let shared: [String: Any]
    private(set) var missing: Set<String> = []

    init(values: [String: Any], shared: [String: Any]) {
        self.values = values
        self.shared = shared
    }

    func child(named name: String) -> Any? {
        if let value = values[name] ?? shared[name] { return value }
        missing.insert(name)
        return nil
    }

    /// A value, without noting that it is missing.
    func value(of name: String) -> Any? { values[name] ?? shared[name] }

    /// All names that are known at this level.
    var names: [String] { Set(values.keys).union(shared.keys).sorted() }
}
