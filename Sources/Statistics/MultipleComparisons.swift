/// p values adjusted for how many of them there are, in their order.
///
/// What is no p value (nil, NaN, or outside 0 and 1) stays nil and does not count among the tests, as in R's `p.adjust`.
public enum MultipleComparisons {
    /// Holm's step-down adjustment, which bounds the probability of even one false positive.
    ///
    /// S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979): of m
    /// tests, the running maximum of (m − i + 1) p₍ᵢ₎ from the least p up, at most 1.
    public static func holm(_ p: [Double?]) -> [Double?] {
        adjusted(p) { sorted in
            var greatest = 0.0
            return sorted.enumerated().map { index, p in
                greatest = max(greatest, Double(sorted.count - index) * p)
                return min(1, greatest)
            }
        }
    }

    /// Benjamini's and Hochberg's step-up adjustment, which bounds the share of false positives among all positives.
    ///
    /// Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57
    /// (1995): of m tests, the running minimum of m p₍ᵢ₎ / i from the greatest p down. It supposes tests that are independent or
    /// depend on each other positively.
    public static func benjaminiHochberg(_ p: [Double?]) -> [Double?] {
        adjusted(p) { sorted in
            var least = 1.0
            let descending = sorted.enumerated().reversed().map { index, p in
                least = min(least, Double(sorted.count) / Double(index + 1) * p)
                return least
            }
            return descending.reversed()
        }
    }

    private static func adjusted(_ p: [Double?], _ adjust: ([Double]) -> [Double]) -> [Double?] {
        let tests = p.enumerated()
            .compactMap { index, p in p.flatMap { (0...1).contains($0) ? (index: index, p: $0) : nil } }
            .sorted { ($0.p, $0.index) < ($1.p, $1.index) }
        var result = [Double?](repeating: nil, count: p.count)
        for (test, value) in zip(tests, adjust(tests.map(\.p))) { result[test.index] = value }
        return result
    }
}
