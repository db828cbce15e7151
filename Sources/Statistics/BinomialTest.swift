/// The exact test of a binomial probability.
enum BinomialTest {
    /// The two-sided p: the probability of all counts that are no more probable than the one seen.
    ///
    /// Counts are taken as equally probable up to a factor of 1 + 10⁻⁷, as in R's `binom.test` (W. J. Conover, Practical
    /// Nonparametric Statistics, 1971, section 3.1).
    /// - Parameters:
    ///   - count: from 0 to `trials`.
    ///   - probability: what is tested, from 0 to 1.
    static func twoSided(count: Int, trials: Int, probability: Double) -> Double {
        let distribution = Distribution.binomial(trials: trials, probability: probability)
        let (x, n) = (Double(count), Double(trials))
        let expected = n * probability
        if x == expected { return 1 }
        let limit = distribution.density(x) * (1 + 1e-7)
        // Beyond the expected count probabilities only fall, so a search by halves finds where they are small enough.
        if x < expected {
            let first = least(in: min(Int(expected.rounded(.up)), trials)...trials) {
                distribution.density(Double($0)) <= limit
            }
            return min(1, distribution.cumulative(x) + distribution.survival(Double(first) - 1))
        }
        let mirrored = least(in: 0...Int(expected.rounded(.down))) { distribution.density(Double($0)) > limit }
        return min(1, distribution.cumulative(Double(mirrored) - 1) + distribution.survival(x - 1))
    }

    /// The least number of a range for which a condition holds that holds for all greater ones too; one past the range if none.
    private static func least(in range: ClosedRange<Int>, where holds: (Int) -> Bool) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound + 1)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
