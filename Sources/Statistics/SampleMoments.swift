/// Size, mean and variance of a sample: all that Welch's test and standardized differences need of it.
public struct SampleMoments: Hashable, Sendable {
    /// How many, at least 2.
    public let n: Int
    /// The mean.
    public let mean: Double
    /// The variance (n − 1), at least 0.
    public let variance: Double

    /// Creates moments; nil for fewer than two, and for a negative deviation or numbers that aren't finite.
    public init?(n: Int, mean: Double, standardDeviation: Double) {
        let variance = standardDeviation * standardDeviation
        guard n > 1, mean.isFinite, standardDeviation >= 0, variance.isFinite else { return nil }
        (self.n, self.mean, self.variance) = (n, mean, variance)
    }

    /// The moments of a tally; nil where it has fewer than two, or a variance that overflows.
    public init?(_ tally: Tally) {
        guard let mean = tally.mean, let variance = tally.variance else { return nil }
        (n, self.mean, self.variance) = (tally.n, mean, variance)
    }

    /// The t interval of the mean, x̄ ± t(n − 1) s / √n; nil where it overflows.
    public func meanInterval(_ confidence: ConfidenceLevel = .ninetyFive) -> Interval? {
        let t = Distribution.studentT(degreesOfFreedom: Double(n - 1)).upperQuantile(confidence.tail)
        let half = t * (variance / Double(n)).squareRoot()
        guard half.isFinite else { return nil }
        return Interval(around: mean, lower: mean - half, upper: mean + half)
    }
}
