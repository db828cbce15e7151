/// How two Poisson rates compare, a / b.
public struct RateRatio: Hashable, Sendable {
    /// The rate that is compared.
    public let a: PoissonRate
    /// The rate it is compared with.
    public let b: PoissonRate

    /// Compares two rates of independent counts.
    public init(_ a: PoissonRate, _ b: PoissonRate) { (self.a, self.b) = (a, b) }

    /// The ratio of the rates, at least 0; infinite where only b counted nothing, and nil where neither counted anything.
    public var estimate: Double? {
        if a.count == 0 { return b.count == 0 ? nil : 0 }
        return b.count == 0 ? .infinity : Double(a.count) / Double(b.count) * exposureRatio
    }

    /// The exact interval of the ratio, given the sum of both counts.
    ///
    /// Of that sum, a's count is binomial, and the ends are those of C. J. Clopper and E. S. Pearson, Biometrika 26 (1934), as
    /// odds over the exposures (J. Przyborowski and H. Wilenski, Biometrika 31, 1940): what R's `poisson.test` prints. The
    /// lower end is 0 where a counted nothing, the upper infinite where b did.
    /// - Returns: nil where there is no quantile to be had.
    public func interval(_ confidence: ConfidenceLevel = .ninetyFive) -> Interval? {
        let (x, y) = (Double(a.count), Double(b.count))
        // Odds of the beta quantiles, which are quantiles of F; 1 − p would lose digits where nearly all is counted in a.
        func quantile(_ numerator: Double, _ denominator: Double) -> Double {
            Distribution.fisherF(numerator: 2 * numerator, denominator: 2 * denominator)
                .upperQuantile(confidence.tail)
        }
        return Interval(
            lower: a.count == 0 ? 0 : x / (y + 1) / quantile(y + 1, x) * exposureRatio,
            upper: b.count == 0 ? .infinity : (x + 1) / y * quantile(x + 1, y) * exposureRatio)
    }

    /// The two-sided p of equal rates, from 0 to 1, given the sum of both counts: all splits of it that are no more probable.
    ///
    /// As R's `poisson.test`. It is not made by inverting ``interval(_:)``, so near 0.05 they may disagree; it is 1 where
    /// neither counted anything.
    public var p: Double {
        BinomialTest.twoSided(
            count: a.count, trials: a.count + b.count, probability: 1 / (1 + exposureRatio))
    }

    private var exposureRatio: Double { b.exposure / a.exposure }
}
