/// Finds what an author most likely meant.
public enum NearestName {
    /// The candidate closest to a mistyped name, or nil where none is close enough to be of help.
    ///
    /// Close means a Damerau-Levenshtein distance (optimal string alignment) of at most a third of the longer name, and
    /// at least one; case and the difference between `_` and `-` do not count. Ties go to the first in order.
    public static func match(for name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = folded(name)
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let other = folded(candidate)
            let limit = max(1, max(wanted.count, other.count) / 3)
            guard abs(wanted.count - other.count) <= limit else { continue }
            let distance = distance(wanted, other)
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.candidate
    }

    /// A hint such as `did you mean "summary"?`, or a list of the known names where none is near.
    public static func hint(for name: String, among candidates: [String]) -> String? {
        if let match = match(for: name, among: candidates) { return "did you mean \"\(match)\"?" }
        guard !candidates.isEmpty else { return nil }
        let shown = candidates.prefix(12).joined(separator: ", ")
        return "known: \(shown)\(candidates.count > 12 ? ", …" : "")"
    }

    private static func folded(_ name: String) -> [Character] {
        // A name longer than this is no typing mistake; the cut keeps the cost bounded.
        name.lowercased().prefix(64).map { $0 == "_" || $0 == " " ? "-" : $0 }
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            for column in 1...right.count {
                let substitution = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
                var cost = min(previous[column] + 1, current[column - 1] + 1, substitution)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, beforePrevious[column - 2] + 1)
                }
                current.append(cost)
            }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
