/// How consistently the items of a scale measure one thing: Cronbach's coefficient alpha.
///
/// α = k / (k − 1) · (1 − Σ s²ᵢ / s²ₜ), with the variances of the k items and of their sum (L. J. Cronbach, "Coefficient alpha
/// and the internal structure of tests", Psychometrika 16, 1951). At most 1, and negative where items run against each
/// other, often because one should have been reversed.
public struct CronbachAlpha: Hashable, Sendable {
    /// The coefficient, at most 1.
    public let estimate: Double
    /// The number of items, k, at least 2.
    public let itemCount: Int
    /// The number of people who answered all of them, at least 2.
    public let n: Int

    /// Calculates alpha; nil of fewer than two items or complete rows, and where the sum of the items does not vary.
    public init?(_ covariances: Covariances) { self.init(covariances, items: Array(0..<covariances.itemCount)) }

    /// Calculates alpha of some of the items.
    init?(_ covariances: Covariances, items: [Int]) {
        guard items.count > 1, covariances.n > 1 else { return nil }
        var (own, total) = (Int128(0), Int128(0))
        for first in items {
            own += covariances.scaled(first, first)
            for second in items { total += covariances.scaled(first, second) }
        }
        guard total > 0 else { return nil }
        let k = Double(items.count)
        // total − own is exact, so items without any covariance have an alpha of exactly 0.
        estimate = k / (k - 1) * (Double(nearestTo: total - own) / Double(nearestTo: total))
        itemCount = items.count
        n = covariances.n
    }

    /// Feldt's exact interval: (1 − α) / (1 − α̂) has an F distribution with n − 1 and (n − 1)(k − 1) degrees of freedom.
    ///
    /// L. S. Feldt, "The approximate sampling distribution of Kuder–Richardson reliability coefficient twenty",
    /// Psychometrika 30 (1965). Its upper end is at most 1; an alpha of 1 has the interval from 1 to 1. At a level near 0
    /// the estimate may be outside, since it is not at the median of F.
    /// - Returns: nil where there is no quantile of F to be had.
    public func feldt(_ confidence: ConfidenceLevel = .ninetyFive) -> Interval? {
        let f = Distribution.fisherF(numerator: Double(n - 1), denominator: Double(n - 1) * Double(itemCount - 1))
        return Interval(
            lower: 1 - (1 - estimate) * f.upperQuantile(confidence.tail),
            upper: 1 - (1 - estimate) * f.quantile(confidence.tail))
    }
}

extension Covariances {
    /// The correlation of each item with the sum of all others, in the order of the items.
    ///
    /// The corrected item-total correlation (S. Henrysson, "Correction of item-total correlations in item analysis",
    /// Psychometrika 28, 1963), from −1 to 1; nil where the item or the sum of the others does not vary.
    public var itemRestCorrelations: [Double?] {
        let items = 0..<itemCount
        let withTotal = items.map { item in items.reduce(Int128(0)) { $0 + scaled(item, $1) } }
        let total = withTotal.reduce(0, +)
        return items.map { item in
            let own = scaled(item, item)
            let rest = total - 2 * withTotal[item] + own
            guard own > 0, rest > 0 else { return nil }
            let deviations = Double(nearestTo: own).squareRoot() * Double(nearestTo: rest).squareRoot()
            let correlation = Double(nearestTo: withTotal[item] - own) / deviations
            return max(-1, min(1, correlation))
        }
    }

    /// The alpha that the other items have without each item; nil as of ``CronbachAlpha/init(_:)``, so always of two items.
    public var alphasIfDropped: [CronbachAlpha?] {
        (0..<itemCount).map { dropped in CronbachAlpha(self, items: (0..<itemCount).filter { $0 != dropped }) }
    }
}
