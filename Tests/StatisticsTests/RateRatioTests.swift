import Statistics
import Testing

@Suite("Ratios of rates")
struct RateRatioTests {
    func ratio(_ a: Int, _ t: Double, _ b: Int, _ s: Double) throws -> RateRatio {
        RateRatio(
            try #require(PoissonRate(count: a, exposure: t)), try #require(PoissonRate(count: b, exposure: s)))
    }

    @Test("12 in 1,450 against 5 in 1,390 is 2.30, from 0.75 to 8.34: not distinguishable (R's poisson.test)")
    func known() throws {
        let ratio = try ratio(12, 1450, 5, 1390)
        let interval = try #require(ratio.interval())
        let estimate = try #require(ratio.estimate)
        #expect(abs(estimate - 2.30) < 0.005)
        #expect(abs(interval.lower - 0.75) < 0.005)
        #expect(abs(interval.upper - 8.34) < 0.005)
        #expect(interval.contains(1))
    }

    @Test("A ratio to none is infinite, of none is 0, and of none to none has no value")
    func zeros() throws {
        let toNone = try ratio(4, 100, 0, 100)
        #expect(toNone.estimate == .infinity)
        #expect(toNone.interval()?.upper == .infinity)
        let ofNone = try ratio(0, 100, 4, 100)
        #expect(ofNone.estimate == 0 && ofNone.interval()?.lower == 0)
        let neither = try ratio(0, 100, 0, 50)
        #expect(neither.estimate == nil && neither.p == 1)
        #expect(neither.interval() == Interval(lower: 0, upper: .infinity))
    }

    @Test("Swapping the sides takes the reciprocal and leaves p")
    func swapping() throws {
        var sample = SeededSample(seed: 12)
        for _ in 0..<200 {
            let (a, b) = (sample.integer(1...60), sample.integer(1...60))
            let (t, s) = (Double(sample.integer(1...2000)), Double(sample.integer(1...2000)))
            let (there, back) = (try ratio(a, t, b, s), try ratio(b, s, a, t))
            let (interval, turned) = (try #require(there.interval()), try #require(back.interval()))
            #expect(abs(interval.lower * turned.upper - 1) < 1e-11)
            let estimate = try #require(there.estimate)
            #expect(interval.contains(estimate))
            #expect(abs(there.p - back.p) < 1e-11)
            #expect((0...1).contains(there.p))
        }
    }

    @Test("With equal exposures the mirrored split is as probable, so p is twice that of one side")
    func mirrored() throws {
        for sum in 1...60 {
            for count in 0..<(sum + 1) / 2 {
                let p = try ratio(count, 40, sum - count, 40).p
                let oneSide = Distribution.binomial(trials: sum, probability: 0.5).cumulative(Double(count))
                #expect(abs(p - min(1, 2 * oneSide)) < 1e-12)
            }
        }
    }

    @Test("A great difference is far from 1")
    func great() throws {
        #expect(try #require(ratio(60, 1000, 3, 1000).interval()).lower > 1)
        #expect(try ratio(60, 1000, 3, 1000).p < 1e-12)
    }
}
