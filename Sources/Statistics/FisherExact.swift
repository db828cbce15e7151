/// Fisher's exact test of two proportions.
enum FisherExact {
    /// The two-sided p: the probability, given both margins, of all tables that are no more probable than the one seen.
    ///
    /// R. A. Fisher, Statistical Methods for Research Workers, 5th edition (1934), section 21.02. Tables count as equally
    /// probable up to a factor of 1 + 10⁻⁷, as in R's `fisher.test`.
    ///
    /// Hypergeometric probabilities are taken relative to that of the mode, by the exact ratio of neighbors; only tables that
    /// could change the sum are visited, some tens of standard deviations. What is below 10⁻³⁰⁷ is given as 0.
    static func twoSided(_ a: Proportion, _ b: Proportion) -> Double {
        let margin = a.count + b.count
        let table = Table(successes: margin, n1: a.n, n2: b.n)
        let mode = table.mode
        if a.count == mode { return 1 }
        var observed = 1.0
        for k in stride(from: mode, to: a.count, by: a.count > mode ? 1 : -1) {
            observed *= a.count > mode ? table.ratioUp(k) : table.ratioDown(k)
            // Below this, multiplication by a factor near 1 no longer changes a number.
            if observed < .leastNormalMagnitude { return 0 }
        }
        let limit = observed * (1 + 1e-7)
        let sums = [true, false].map { table.sums(up: $0, from: mode, limit: limit) }
        let tail = sums[0].tail + sums[1].tail + (limit >= 1 ? 1 : 0)
        return min(1, tail / (1 + sums[0].total + sums[1].total))
    }

    /// A 2 × 2 table with its margins; k is the count in the first cell.
    private struct Table {
        let lowest: Int
        let highest: Int
        let mode: Int
        private let successes: Int
        private let n1: Int
        private let n2: Int

        init(successes: Int, n1: Int, n2: Int) {
            (self.successes, self.n1, self.n2) = (successes, n1, n2)
            lowest = max(0, successes - n2)
            highest = min(n1, successes)
            let middle = Int128(successes + 1) * Int128(n1 + 1) / Int128(n1 + n2 + 2)
            mode = min(max(Int(middle), lowest), highest)
        }

        /// P(k + 1) / P(k).
        func ratioUp(_ k: Int) -> Double {
            Double(successes - k) / Double(k + 1) * (Double(n1 - k) / Double(n2 - successes + k + 1))
        }

        /// P(k − 1) / P(k).
        func ratioDown(_ k: Int) -> Double {
            Double(k) / Double(successes - k + 1) * (Double(n2 - successes + k) / Double(n1 - k + 1))
        }

        /// The weights on one side of the mode, the mode left out: all together, and those of at most `limit`.
        func sums(up: Bool, from mode: Int, limit: Double) -> (total: Double, tail: Double) {
            var (weight, total, tail) = (1.0, 0.0, 0.0)
            for k in stride(from: mode, to: up ? highest : lowest, by: up ? 1 : -1) {
                weight *= up ? ratioUp(k) : ratioDown(k)
                total += weight
                if weight <= limit { tail += weight }
                if weight < .leastNormalMagnitude || weight <= limit && weight <= 1e-20 * tail { break }
            }
            return (total, tail)
        }
    }
}
