import Statistics
import Testing

/// Whatever the types allow has an answer: a number in its range, or none.
@Suite("Extreme inputs")
struct ExtremeInputTests {
    static let greatest = Proportion.greatestCount

    static func isSound(_ interval: Interval?) -> Bool {
        interval.map { $0.lower <= $0.upper } ?? true
    }

    static func isProbability(_ p: Double?) -> Bool { p.map { (0...1).contains($0) } ?? true }

    @Test("Proportions of one and of the most people there may be")
    func proportions() {
        let all = [(0, 1), (1, 1), (0, 2), (1, 2), (1, Self.greatest), (Self.greatest - 1, Self.greatest)]
            .compactMap { Proportion(count: $0.0, n: $0.1) }
        #expect(all.count == 6)
        let levels = [1e-300, 0.5, 1 - 1e-16].compactMap { ConfidenceLevel($0) }
        for a in all {
            for level in levels {
                for population in [nil, 0, a.n, a.n + 1, .max] {
                    let interval = a.wilson(level, population: population)
                    #expect(interval.contains(a.estimate) && interval.lower >= 0 && interval.upper <= 1)
                    #expect((0...5).contains(a.worstCaseMarginOfError(level, population: population)))
                }
            }
            for b in all {
                let difference = ProportionDifference(a, b)
                #expect(Self.isProbability(difference.fisherExactP) && Self.isProbability(difference.pooledZP))
                #expect(difference.newcombe().contains(difference.estimate))
                #expect(Self.isSound(RiskRatio(a, b).katz()))
            }
        }
    }

    @Test("Rates of every size")
    func rates() {
        let counts = [0, 1, Self.greatest]
        let exposures = [.leastNonzeroMagnitude, 1e-300, 1, 1e300, .greatestFiniteMagnitude]
        let all = counts.flatMap { count in exposures.compactMap { PoissonRate(count: count, exposure: $0) } }
        #expect(all.count == 15)
        for a in all {
            #expect(Self.isSound(a.garwood()))
            for b in all {
                let ratio = RateRatio(a, b)
                #expect(ratio.estimate.map { $0 >= 0 } ?? (a.count == 0 && b.count == 0))
                #expect(Self.isProbability(ratio.p))
                #expect(Self.isSound(ratio.interval()))
            }
        }
    }

    @Test("Tallies of great, tiny and few answers")
    func tallies() throws {
        let most = Self.greatest
        let all = [
            Tally(values: [], counts: []), Tally(values: [1, 2], counts: [0, 0]), Tally(values: [7], counts: [1]),
            Tally(values: [7], counts: [2]), Tally(values: [0, .leastNonzeroMagnitude], counts: [3, 3]),
            Tally(values: [-1.7e308, 1.7e308], counts: [1, 1]), Tally(values: [1.7e308, 1.6e308], counts: [5, 1]),
            Tally(values: [1_073_741_824, -1_073_741_824], counts: [most / 2, most / 2]),
            Tally(values: [1, 2], counts: [most - 1, 1]), Tally(values: [1, 2, 3], counts: [2, 1, 3]),
        ].compactMap { $0 }
        #expect(all.count == 10)
        for a in all {
            #expect(a.mean.map { $0.isFinite } ?? (a.n == 0))
            #expect(a.variance.map { $0 >= 0 } ?? (a.n < 2))
            #expect(Self.isSound(a.meanInterval()))
            for b in all {
                #expect(a.merged(with: b) == b.merged(with: a))
                let means = MeanDifference(a, b)
                #expect(Self.isProbability(means?.p) && Self.isSound(means?.interval()))
                let effect = StandardizedMeanDifference(a, b)
                #expect(Self.isSound(effect?.interval()) && effect?.hedgesG.isFinite ?? true)
                let ranks = MannWhitney(a, b)
                #expect(Self.isProbability(ranks?.p) && Self.isProbability(ranks?.probabilityOfSuperiority))
            }
        }
    }
}
