import CBoostMath

/// The difference of two means in units of the standard deviation that both samples share.
public struct StandardizedMeanDifference: Hashable, Sendable {
    /// Cohen's d, (x̄a − x̄b) / s, with the pooled s² = ((na − 1) s²a + (nb − 1) s²b) / (na + nb − 2).
    ///
    /// J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd edition (1988), section 2.5.
    public let cohensD: Double
    private let n1: Double
    private let n2: Double

    /// Compares two samples.
    /// - Returns: nil where one has fewer than two answers, neither varies, or codes are so great that a variance overflows.
    public init?(_ a: Tally, _ b: Tally) {
        guard let a = SampleMoments(a), let b = SampleMoments(b) else { return nil }
        self.init(a, b)
    }

    /// Compares two samples of which only size, mean and variance are known.
    /// - Returns: nil where neither varies, or numbers are so great that they overflow.
    public init?(_ a: SampleMoments, _ b: SampleMoments) {
        (n1, n2) = (Double(a.n), Double(b.n))
        let pooled = (a.variance * (n1 - 1) + b.variance * (n2 - 1)) / (n1 + n2 - 2)
        guard pooled > 0, pooled.isFinite, (a.mean - b.mean).isFinite else { return nil }
        cohensD = (a.mean - b.mean) / pooled.squareRoot()
    }

    /// Hedges' g: J d, which has no bias, with m = na + nb − 2 and the exact J = Γ(m / 2) / (√(m / 2) Γ((m − 1) / 2)).
    ///
    /// L. V. Hedges, "Distribution theory for Glass's estimator of effect size and related estimators", Journal of Educational
    /// Statistics 6 (1981). The usual 1 − 3 / (4 m − 1) is an approximation of J.
    public var hedgesG: Double { correction * cohensD }

    /// The exact interval of the population's difference in standard deviations, around ``cohensD``.
    ///
    /// The two noncentralities of the t distribution under which the t seen has `(1 − level) / 2` above and below it, over
    /// √(na nb / (na + nb)): J. H. Steiger and R. T. Fouladi, "Noncentrality interval estimation and the evaluation of
    /// statistical models" (1997); G. Cumming and S. Finch, Educational and Psychological Measurement 61 (2001). It
    /// supposes normal samples of equal variance.
    /// - Returns: nil where the noncentral t distribution cannot be calculated, as for a d of 10 in a sample of a thousand million.
    public func interval(_ confidence: ConfidenceLevel = .ninetyFive) -> Interval? {
        let scale = (n1 / (n1 + n2) * n2).squareRoot()
        let (t, degrees) = (cohensD * scale, n1 + n2 - 2)
        return Interval(
            lower: cboost_noncentrality(degrees, t, 1 - confidence.tail) / scale,
            upper: cboost_noncentrality(degrees, t, confidence.tail) / scale)
    }

    private var correction: Double {
        let half = (n1 + n2 - 2) / 2
        return 1 / (half.squareRoot() * cboost_gamma_delta_ratio(half - 0.5, 0.5))
    }
}
