/// How great an effect is, in words; a convention for reading tables, and no judgment of what matters at a school.
public enum EffectSize: Int, CaseIterable, Comparable, Sendable {
    case negligible
    case small
    case medium
    case large

    /// Words for Cohen's d and Hedges' g: small from 0.2, medium from 0.5, large from 0.8, whatever the sign.
    ///
    /// J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd edition (1988), section 2.2.
    /// - Returns: nil for NaN.
    public init?(standardizedDifference d: Double) { self.init(d, from: (0.2, 0.5, 0.8)) }

    /// Words for Cohen's h: small from 0.2, medium from 0.5, large from 0.8, whatever the sign.
    ///
    /// J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd edition (1988), section 6.2.
    /// - Returns: nil for NaN.
    public init?(cohensH h: Double) { self.init(h, from: (0.2, 0.5, 0.8)) }

    /// Words for Cliff's delta: small from 0.147, medium from 0.33, large from 0.474, whatever the sign.
    ///
    /// J. Romano et al., "Appropriate statistics for ordinal level data", Florida Association of Institutional Research
    /// (2006), who carry Cohen's d of 0.2, 0.5 and 0.8 over to delta.
    /// - Returns: nil for NaN.
    public init?(cliffsDelta delta: Double) { self.init(delta, from: (0.147, 0.33, 0.474)) }

    /// Orders by size.
    public static func < (left: EffectSize, right: EffectSize) -> Bool { left.rawValue < right.rawValue }

    private init?(_ value: Double, from thresholds: (small: Double, medium: Double, large: Double)) {
        switch value.magnitude {
        case thresholds.large...: self = .large
        case thresholds.medium...: self = .medium
        case thresholds.small...: self = .small
        case 0...: self = .negligible
        default: return nil
        }
    }
}
