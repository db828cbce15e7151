import Statistics

extension Difference {
    /// The difference of two favorable shares in percentage points; withheld where one of them is only a bound.
    static func between(
        _ first: Reported<PublishedShare>, _ second: Reported<PublishedShare>
    ) -> Reported<Difference> {
        first.flatMap { first in
            second.flatMap { second in
                guard let a = first.basis, let b = second.basis else { return .suppressed }
                let difference = ProportionDifference(a, b)
                let interval = difference.newcombe().scaled(by: 100)
                let h = difference.cohensH
                return .value(
                    Difference(
                        estimate: first.favorable.value - second.favorable.value, interval: interval,
                        p: difference.hasSmallExpectedCounts ? difference.fisherExactP : difference.pooledZP, effect: h,
                        size: EffectSize(cohensH: h)))
            }
        }
    }

    /// The difference of two domain scores; withheld where one of them is only a bound.
    static func between(_ first: DomainResult, _ second: DomainResult) -> Reported<Difference> {
        first.score.flatMap { firstScore in
            second.score.flatMap { secondScore in
                guard firstScore.bound == .exactly, secondScore.bound == .exactly else { return .suppressed }
                return .value(
                    Difference(firstScore.moments(n: first.n), secondScore.moments(n: second.n))
                        ?? Difference(
                            estimate: firstScore.value - secondScore.value, interval: nil, p: nil, effect: nil,
                            size: nil))
            }
        }
    }

    /// The difference of two means.
    init?(_ first: SampleMoments?, _ second: SampleMoments?) {
        guard let first, let second, let difference = MeanDifference(first, second) else { return nil }
        let effect = StandardizedMeanDifference(first, second)?.hedgesG
        self.init(
            estimate: difference.estimate, interval: difference.interval(), p: difference.p, effect: effect,
            size: effect.flatMap { EffectSize(standardizedDifference: $0) })
    }
}

extension RankComparison {
    /// Compares two distributions; nil where one of them is withheld or empty.
    init?(_ first: Tally?, _ second: Tally?) {
        guard let first, let second, let ranks = MannWhitney(first, second),
            let means = Difference(SampleMoments(first), SampleMoments(second))
        else { return nil }
        self.init(
            meanDifference: means, u: ranks.u, p: ranks.p, cliffsDelta: ranks.cliffsDelta,
            probabilityOfSuperiority: ranks.probabilityOfSuperiority,
            size: EffectSize(cliffsDelta: ranks.cliffsDelta))
    }
}

extension PublishedMean {
    /// The published numbers as a sample's; nil where there is no deviation.
    fileprivate func moments(n: Reported<PublishedCount>) -> SampleMoments? {
        guard let n = n.shown, let standardDeviation else { return nil }
        return SampleMoments(n: n.least, mean: value, standardDeviation: standardDeviation)
    }
}

extension Interval {
    /// Both ends times a positive factor.
    func scaled(by factor: Double) -> Interval {
        Interval(lower: lower * factor, upper: upper * factor) ?? self
    }
}
