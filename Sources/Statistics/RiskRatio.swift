import Foundation

/// How two independent proportions compare, a / b: the risk ratio, or relative risk.
public struct RiskRatio: Hashable, Sendable {
    /// The proportion that is compared.
    public let a: Proportion
    /// The proportion it is compared with.
    public let b: Proportion

    /// Compares two proportions of different people.
    public init(_ a: Proportion, _ b: Proportion) { (self.a, self.b) = (a, b) }

    /// p̂a / p̂b, at least 0; infinite where only b is 0 of n, and nil where both are.
    public var estimate: Double? { a.count == 0 && b.count == 0 ? nil : a.estimate / b.estimate }

    /// Katz's log interval: exp(ln(p̂a / p̂b) ± z √(1 / xa − 1 / na + 1 / xb − 1 / nb)).
    ///
    /// D. Katz et al., "Obtaining confidence intervals for the risk ratio in cohort studies", Biometrics 34 (1978). Where both
    /// are n of n it is empty of width, from 1 to 1.
    /// - Returns: nil where a count is 0, since the method has no interval there; use ``difference`` then.
    public func katz(_ confidence: ConfidenceLevel = .ninetyFive) -> Interval? {
        guard let estimate, a.count > 0, b.count > 0 else { return nil }
        let error = (Self.variance(a) + Self.variance(b)).squareRoot()
        let factor = exp(confidence.z * error)
        return Interval(around: estimate, lower: estimate / factor, upper: estimate * factor)
    }

    /// 1 / x − 1 / n, which is (1 − p̂) / x.
    private static func variance(_ proportion: Proportion) -> Double {
        Double(proportion.complement.count) / Double(proportion.n) / Double(proportion.count)
    }
}
