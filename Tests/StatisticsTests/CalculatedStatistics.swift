import Statistics
import Testing

/// Everything that references have a number for, by the names that their tables use.
enum Calculated {
    static func tally(_ tally: Tally) -> [String: Double?] {
        // R and SciPy have no interval where nothing varies.
        let interval = tally.standardDeviation == 0 ? nil : tally.meanInterval()
        return ["mean": tally.mean, "sd": tally.standardDeviation].merging(ends("mean", interval)) { $1 }
    }

    static func samples(_ a: Tally, _ b: Tally) -> [String: Double?] {
        let (means, effect) = (MeanDifference(a, b), StandardizedMeanDifference(a, b))
        let ranks = MannWhitney(a, b)
        return [
            "difference": means?.estimate, "t": means?.t, "df": means?.degreesOfFreedom, "welch-p": means?.p,
            "d": effect?.cohensD, "g": effect?.hedgesG, "u": ranks?.u, "mann-whitney-p": ranks?.p,
            "cliffs-delta": ranks?.cliffsDelta, "superiority": ranks?.probabilityOfSuperiority,
        ].merging(ends("welch", means?.interval())) { $1 }
            .merging(ends("welch-99", means?.interval(.ninetyNine))) { $1 }
            .merging(ends("d", effect?.interval())) { $1 }
    }

    static func proportions(_ a: Proportion, _ b: Proportion) -> [String: Double?] {
        let (difference, ratio) = (ProportionDifference(a, b), RiskRatio(a, b))
        return [
            "fisher-p": difference.fisherExactP, "pooled-z": difference.pooledZ, "pooled-p": difference.pooledZP,
            "h": difference.cohensH, "risk-ratio": ratio.estimate,
        ].merging(ends("newcombe", difference.newcombe())) { $1 }
            .merging(ends("newcombe-90", difference.newcombe(.ninety))) { $1 }
            .merging(ends("katz", ratio.katz())) { $1 }
    }

    static func scale(_ covariances: Covariances) -> [String: Double?] {
        let alpha = CronbachAlpha(covariances)
        var result: [String: Double?] = ["n": Double(covariances.n), "alpha": alpha?.estimate]
        result.merge(ends("feldt", alpha?.feldt())) { $1 }
        for (index, correlation) in covariances.itemRestCorrelations.enumerated() {
            result["item-rest-\(index + 1)"] = .some(correlation)
        }
        for (index, dropped) in covariances.alphasIfDropped.enumerated() {
            result["alpha-without-\(index + 1)"] = .some(dropped?.estimate)
        }
        return result
    }

    static func ends(_ name: String, _ interval: Interval?) -> [String: Double?] {
        ["\(name)-lower": interval?.lower, "\(name)-upper": interval?.upper]
    }
}
