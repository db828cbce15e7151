/// The dotted names that a template uses, as a tree of their parts.
struct DottedNames: Sendable {
    private var parts: [String: DottedNames] = [:]

    init(_ names: [String] = []) {
        for name in names { insert(name.split(separator: ".")[...]) }
    }

    private mutating func insert(_ name: ArraySlice<Substring>) {
        guard let first = name.first else { return }
        parts[String(first), default: DottedNames()].insert(name.dropFirst())
    }

    /// The names whose first part is known and of which another is not, each up to the part that is missing.
    func missing(in context: StrictContext) -> [String] {
        parts.flatMap { name, rest in
            (context.value(of: name) as? NamedValues).map { rest.missing(in: $0, path: name) } ?? []
        }
    }

    private func missing(in object: NamedValues, path: String) -> [String] {
        var missing: [String] = []
        for (name, rest) in parts {
            guard let value = object.values[name] else {
                missing.append("\(path).\(name)")
                continue
            }
            guard !rest.parts.isEmpty, let object = value as? NamedValues else { continue }
            missing += rest.missing(in: object, path: "\(path).\(name)")
        }
        return missing
    }
}
