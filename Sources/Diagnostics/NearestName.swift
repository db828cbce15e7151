/// Finds what an author most likely meant.
public enum NearestName {
    /// The candidate closest to a mistyped name, or nil where none is close enough to be of help.
    ///
    /// Close means a Damerau-Levenshtein distance (optimal string alignment) of at most a third of the longer name, and
    /// at least one; case and the difference between `_` and `-` do not count. Ties go to the first in order.
    public static func match(for name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = FoldedName(name)
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let other = FoldedName(candidate)
            let limit = min(max(1, max(wanted.letters.count, other.letters.count) / 3), (best?.distance ?? .max) - 1)
            guard let distance = wanted.distance(to: other, atMost: limit) else { continue }
            best = (candidate, distance)
            if distance == 0 { break }
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
}

/// A name as it is compared.
private struct FoldedName {
    let letters: [UInt32]
    /// How often each letter occurs, those that share a place taken together.
    private let counts: [Int8]

    init(_ name: String) {
        // A name longer than this is no typing mistake; the cut keeps the cost bounded.
        letters = name.lowercased().unicodeScalars.prefix(64).map { $0 == "_" || $0 == " " ? 0x2D : $0.value }
        var counts = [Int8](repeating: 0, count: 32)
        for letter in letters { counts[Int(letter % 32)] += 1 }
        self.counts = counts
    }

    /// The distance where it is not more than a limit; nil where it is.
    ///
    /// Most pairs are told apart by their letters alone. Thousands of broken links, each held against thousands of files,
    /// would otherwise take minutes.
    func distance(to other: FoldedName, atMost limit: Int) -> Int? {
        guard limit >= 0, abs(letters.count - other.letters.count) <= limit else { return nil }
        var (surplus, deficit) = (0, 0)
        for index in counts.indices {
            let difference = Int(counts[index]) - Int(other.counts[index])
            if difference > 0 { surplus += difference } else { deficit -= difference }
        }
        guard max(surplus, deficit) <= limit else { return nil }
        guard !letters.isEmpty, !other.letters.isEmpty else { return max(letters.count, other.letters.count) }
        return aligned(with: other.letters, atMost: limit)
    }

    private func aligned(with other: [UInt32], atMost limit: Int) -> Int? {
        var beforePrevious = [Int](repeating: 0, count: other.count + 1)
        var previous = Array(0...other.count)
        var current = beforePrevious
        for row in 1...letters.count {
            current[0] = row
            var least = row
            for column in 1...other.count {
                let substitution = previous[column - 1] + (letters[row - 1] == other[column - 1] ? 0 : 1)
                var cost = min(previous[column] + 1, current[column - 1] + 1, substitution)
                if row > 1, column > 1, letters[row - 1] == other[column - 2], letters[row - 2] == other[column - 1] {
                    cost = min(cost, beforePrevious[column - 2] + 1)
                }
                current[column] = cost
                least = min(least, cost)
            }
            // A swap of two letters reaches back one row, at a cost of one.
            guard least <= limit + 1 else { return nil }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[other.count] <= limit ? previous[other.count] : nil
    }
}
