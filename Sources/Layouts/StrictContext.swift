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

    /// The names that are known where one is missing: those of this level, or of the object whose part it would be.
    func names(near missing: String) -> [String] {
        var names = Array(Set(values.keys).union(shared.keys))
        var path = ""
        var object: NamedValues?
        for part in missing.split(separator: ".").map(String.init) {
            object = (path.isEmpty ? value(of: part) : object?.values[part]) as? NamedValues
            guard let object else { break }
            path += part + "."
            names = object.values.keys.map { path + $0 }
        }
        return names.sorted()
    }
}
