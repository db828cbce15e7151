/// A range of values, both ends included; an end may be infinite, and neither is NaN.
public struct Interval: Hashable, Sendable {
    /// The lower end.
    public let lower: Double
    /// The upper end, at least `lower`.
    public let upper: Double

    /// Creates an interval; nil where the ends are out of order or one is NaN.
    public init?(lower: Double, upper: Double) {
        guard lower <= upper else { return nil }
        (self.lower, self.upper) = (lower, upper)
    }

    /// An interval around an estimate, widened to hold it where rounding left it just outside.
    ///
    /// None of the arguments is NaN and `lower` is no more than `upper`, but for rounding.
    init(around estimate: Double, lower: Double, upper: Double) {
        (self.lower, self.upper) = (min(lower, estimate), max(upper, estimate))
    }

    /// Whether a value is not outside.
    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    /// The distance between the ends.
    public var width: Double { upper - lower }

    /// The interval seen from the other side: of b − a, if this is of a − b.
    public var negated: Interval { Interval(around: -lower, lower: -upper, upper: -lower) }
}
