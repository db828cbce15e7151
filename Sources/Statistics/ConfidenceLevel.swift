/// How often, in the long run, an interval made the same way holds the true value: more than 0 and less than 1.
public struct ConfidenceLevel: Hashable, Sendable {
    /// 90 %.
    public static let ninety = ConfidenceLevel(checked: 0.9)
    /// 95 %, what every interval has unless it is told otherwise.
    public static let ninetyFive = ConfidenceLevel(checked: 0.95)
    /// 99 %.
    public static let ninetyNine = ConfidenceLevel(checked: 0.99)

    /// The level as a fraction, such as 0.95.
    public let level: Double
    /// The standard normal quantile of a two-sided interval, 1.959964 at 95 %; kept, since every interval asks for it.
    let z: Double

    /// Creates a level; nil unless it is more than 0 and less than 1.
    public init?(_ level: Double) {
        guard level > 0, level < 1 else { return nil }
        self.init(checked: level)
    }

    private init(checked level: Double) {
        self.level = level
        z = Distribution.standardNormal.upperQuantile((1 - level) / 2)
    }

    /// The probability left out on each side, (1 − level) / 2.
    var tail: Double { (1 - level) / 2 }
}
