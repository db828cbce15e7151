import Foundation

/// The difference of two independent proportions, a − b.
public struct ProportionDifference: Hashable, Sendable {
    /// The proportion that is compared.
    public let a: Proportion
    /// The proportion it is compared with.
    public let b: Proportion

    /// Compares two proportions of different people.
    public init(_ a: Proportion, _ b: Proportion) { (self.a, self.b) = (a, b) }

    /// p̂a − p̂b, from −1 to 1; times 100, in percentage points.
    public var estimate: Double { a.estimate - b.estimate }

    /// Newcombe's hybrid score interval, within −1 and 1.
    ///
    /// Method 10 of R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in
    /// Medicine 17 (1998): the distances to the ends of both Wilson intervals, without continuity correction, added as
    /// squares. With the populations it uses their finite population correction, an extension of the paper's method; where
    /// everybody was asked on both sides, the interval is the difference itself.
    /// - Parameter populations: how many there are to draw from on either side, as for ``Proportion/wilson(_:population:)``.
    public func newcombe(
        _ confidence: ConfidenceLevel = .ninetyFive, populations: (a: Int?, b: Int?) = (nil, nil)
    ) -> Interval {
        let (p, q) = (a.estimate, b.estimate)
        let wilsonA = a.wilson(confidence, population: populations.a)
        let wilsonB = b.wilson(confidence, population: populations.b)
        let below = hypot(p - wilsonA.lower, wilsonB.upper - q)
        let above = hypot(wilsonA.upper - p, q - wilsonB.lower)
        return Interval(around: estimate, lower: max(-1, estimate - below), upper: min(1, estimate + above))
    }

    /// The two-sided p of Fisher's exact test (Statistical Methods for Research Workers, 5th edition, 1934), from 0 to 1.
    ///
    /// The sum over all tables with the same margins that are no more probable than this one, as in R's `fisher.test`. It is 1
    /// where both are 0 of n, or both n of n. Its time grows with the square root of n: less than 1 ms for a hundred million.
    public var fisherExactP: Double { FisherExact.twoSided(a, b) }

    /// Whether a cell of the two-by-two table is expected to hold fewer than five under the hypothesis of one common proportion,
    /// where the score test is too rough and the exact one is due (W. G. Cochran, "Some methods for strengthening the common
    /// χ² tests", Biometrics 10, 1954).
    public var hasSmallExpectedCounts: Bool {
        let pooled = Double(a.count + b.count) / Double(a.n + b.n)
        return Double(min(a.n, b.n)) * min(pooled, 1 - pooled) < 5
    }

    /// The score test of p_a = p_b with the pooled variance: z = (p̂a − p̂b) / √(p (1 − p) (1 / na + 1 / nb)).
    ///
    /// Its square is Pearson's chi-squared without continuity correction (K. Pearson, Philosophical Magazine 50, 1900).
    /// - Returns: z, of the sign of ``estimate``; nil where both are 0 of n, or both n of n.
    public var pooledZ: Double? {
        let (n1, n2) = (Double(a.n), Double(b.n))
        let with = Double(a.count + b.count)
        let without = Double(a.complement.count + b.complement.count)
        guard with > 0, without > 0 else { return nil }
        let n = n1 + n2
        return estimate / (with / n * (without / n) * (1 / n1 + 1 / n2)).squareRoot()
    }

    /// The two-sided p of ``pooledZ``, from 0 to 1; nil where that is.
    public var pooledZP: Double? { pooledZ.map { 2 * Distribution.standardNormal.survival($0.magnitude) } }

    /// Cohen's h, 2 arcsin √p̂a − 2 arcsin √p̂b, from −π to π.
    ///
    /// J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd edition (1988), section 6.2.
    public var cohensH: Double { 2 * asin(a.estimate.squareRoot()) - 2 * asin(b.estimate.squareRoot()) }
}
