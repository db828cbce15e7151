/// The difference of the means of two independent samples, a − b, with variances that need not be equal.
///
/// B. L. Welch, "The generalization of 'Student's' problem when several different population variances are involved",
/// Biometrika 34 (1947).
public struct MeanDifference: Hashable, Sendable {
    /// x̄a − x̄b, in units of the codes.
    public let estimate: Double
    /// √(s²a / na + s²b / nb), more than 0.
    public let standardError: Double
    /// The degrees of freedom by Welch and Satterthwaite, from min(na, nb) − 1 to na + nb − 2, not whole.
    public let degreesOfFreedom: Double

    /// Compares two samples.
    /// - Returns: nil where one has fewer than two answers, neither varies, or codes are so great that a variance overflows.
    public init?(_ a: Tally, _ b: Tally) {
        guard let a = SampleMoments(a), let b = SampleMoments(b) else { return nil }
        self.init(a, b)
    }

    /// Compares two samples of which only size, mean and variance are known.
    /// - Returns: nil where neither varies, or numbers are so great that they overflow.
    public init?(_ a: SampleMoments, _ b: SampleMoments) {
        let (partA, partB) = (a.variance / Double(a.n), b.variance / Double(b.n))
        let sum = partA + partB
        guard sum > 0, sum.isFinite, (a.mean - b.mean).isFinite else { return nil }
        estimate = a.mean - b.mean
        standardError = sum.squareRoot()
        let (shareA, shareB) = (partA / sum, partB / sum)
        degreesOfFreedom = 1 / (shareA * shareA / Double(a.n - 1) + shareB * shareB / Double(b.n - 1))
    }

    /// Welch's t: the difference in standard errors.
    public var t: Double { estimate / standardError }

    /// The two-sided p of Welch's test, from 0 to 1.
    public var p: Double { 2 * student.survival(t.magnitude) }

    /// The interval of the difference, x̄a − x̄b ± t × standard error; nil where it overflows.
    public func interval(_ confidence: ConfidenceLevel = .ninetyFive) -> Interval? {
        let half = student.upperQuantile(confidence.tail) * standardError
        guard half.isFinite else { return nil }
        return Interval(around: estimate, lower: estimate - half, upper: estimate + half)
    }

    private var student: Distribution { .studentT(degreesOfFreedom: degreesOfFreedom) }
}
