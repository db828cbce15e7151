/// How many of a number of people or answers have something, as in "8 of 10".
public struct Proportion: Hashable, Sendable {
    /// The most people that a proportion may be of, and the most events and answers counted anywhere here: 2³².
    ///
    /// Up to there no sum overflows, and distribution functions keep their digits; far beyond, they lose them.
    public static let greatestCount = 1 << 32

    /// How many have it, from 0 to `n`.
    public let count: Int
    /// Of how many, at least 1.
    public let n: Int

    /// Creates a proportion; nil of nobody (n = 0), where `count` is not from 0 to n, and above ``greatestCount``.
    public init?(count: Int, n: Int) {
        guard n >= 1, n <= Self.greatestCount, (0...n).contains(count) else { return nil }
        (self.count, self.n) = (count, n)
    }

    /// count / n, from 0 to 1.
    public var estimate: Double { Double(count) / Double(n) }

    /// The proportion of those who do not have it.
    public var complement: Proportion { Proportion(checked: n - count, n: n) }

    /// Wilson's score interval without continuity correction, within 0 and 1.
    ///
    /// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927): the two p with
    /// |p̂ − p| = z √(p (1 − p) / n). Of 0 of n the lower end is 0, of n of n the upper end is 1, neither interval is empty.
    ///
    /// In a finite population the interval is that of the effective n* = n (N − 1) / (N − n), which gives the score the
    /// variance of a draw without replacement (the finite population correction; W. G. Cochran, Sampling Techniques,
    /// 1977, section 2.6). When all are asked, the interval is the estimate itself.
    /// - Parameter population: how many there are to draw from, N; nil where there is no end to them. Less than n counts
    ///   as n.
    public func wilson(_ confidence: ConfidenceLevel = .ninetyFive, population: Int? = nil) -> Interval {
        let p = estimate
        guard let effective = effectiveSize(population) else { return Interval(around: p, lower: p, upper: p) }
        let z = confidence.z
        let w = z * z / effective
        // The ends are the roots of (1 + w) x² − (2 p + w) x + p² = 0; the smaller by Vieta, since the usual formula
        // subtracts two nearly equal numbers there.
        let root = (w * (w + 4 * p * (1 - p))).squareRoot()
        let upper = count == n ? 1 : (2 * p + w + root) / (2 * (1 + w))
        let lower = count == 0 ? 0 : p * p / ((1 + w) * upper)
        return Interval(around: p, lower: lower, upper: min(1, upper))
    }

    /// Half the width of the usual (Wald) interval at the estimate, z √(p̂ (1 − p̂) / n), as a fraction.
    ///
    /// It is 0 for 0 of n and n of n, which says too much: show ``wilson(_:population:)`` for a single result.
    /// - Parameter population: as for ``wilson(_:population:)``; the factor √((N − n) / (N − 1)) is applied.
    public func marginOfError(_ confidence: ConfidenceLevel = .ninetyFive, population: Int? = nil) -> Double {
        margin(at: estimate, confidence, population)
    }

    /// The margin of error at p = 0.5, the greatest that any result of this many people can have, as a fraction.
    ///
    /// What surveys state as "plus or minus 3 percentage points".
    /// - Parameter population: as for ``wilson(_:population:)``.
    public func worstCaseMarginOfError(_ confidence: ConfidenceLevel = .ninetyFive, population: Int? = nil) -> Double {
        margin(at: 0.5, confidence, population)
    }

    /// For a count that is known to be from 0 to n, and an n that is known to be in range.
    init(checked count: Int, n: Int) { (self.count, self.n) = (count, n) }

    private func margin(at p: Double, _ confidence: ConfidenceLevel, _ population: Int?) -> Double {
        guard let effective = effectiveSize(population) else { return 0 }
        return confidence.z * (p * (1 - p) / effective).squareRoot()
    }

    /// The n of an infinite population that would tell as much; nil where everybody was asked.
    private func effectiveSize(_ population: Int?) -> Double? {
        guard let population else { return Double(n) }
        guard population > n else { return nil }
        return Double(n) * (Double(population - 1) / Double(population - n))
    }
}
