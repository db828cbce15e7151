/// How often something was counted for an exposure, as in 12 arrests among 1,450 students in a year.
///
/// Counts are taken as Poisson: events that come independently of each other.
public struct PoissonRate: Hashable, Sendable {
    /// How often, from 0 to ``Proportion/greatestCount``.
    public let count: Int
    /// What the events are related to, such as student-years; more than 0.
    public let exposure: Double

    /// Creates a rate; nil where the count is negative or too great, or the exposure is not a positive finite number.
    public init?(count: Int, exposure: Double) {
        guard (0...Proportion.greatestCount).contains(count), exposure > 0, exposure.isFinite else { return nil }
        (self.count, self.exposure) = (count, exposure)
    }

    /// Events for one unit of exposure.
    public var estimate: Double { Double(count) / exposure }

    /// The exact interval of the rate, for one unit of exposure.
    ///
    /// F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936): the expected counts under which as
    /// many events or more, or as few or fewer, have the probability (1 − level) / 2; they are quantiles of gamma
    /// distributions with the shapes x and x + 1. The lower end is 0 where nothing was counted.
    /// - Returns: nil where an end overflows.
    public func garwood(_ confidence: ConfidenceLevel = .ninetyFive) -> Interval? {
        let x = Double(count)
        let lower = count == 0 ? 0 : Distribution.gamma(shape: x).quantile(confidence.tail)
        let upper = Distribution.gamma(shape: x + 1).upperQuantile(confidence.tail)
        guard (upper / exposure).isFinite else { return nil }
        return Interval(lower: lower / exposure, upper: upper / exposure)
    }
}
