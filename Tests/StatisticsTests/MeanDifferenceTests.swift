import Statistics
import Testing

@Suite("Differences of means")
struct MeanDifferenceTests {
    @Test("Swapping the sides turns difference, t, d and intervals around, and leaves p")
    func swapping() throws {
        var sample = SeededSample(seed: 9)
        for _ in 0..<100 {
            let (a, b) = (try sample.tally(), try sample.tally())
            guard let there = MeanDifference(a, b), let back = MeanDifference(b, a),
                let effect = StandardizedMeanDifference(a, b), let other = StandardizedMeanDifference(b, a)
            else { continue }
            #expect(there.t == -back.t && there.p == back.p)
            #expect(there.interval() == back.interval()?.negated)
            #expect(effect.cohensD == -other.cohensD)
            let (interval, turned) = (try #require(effect.interval()), try #require(other.interval()))
            #expect(abs(interval.lower + turned.upper) < 1e-9)
            #expect(interval.contains(effect.cohensD) && interval.contains(effect.hedgesG))
            let welch = try #require(there.interval())
            #expect(welch.contains(there.estimate))
            #expect((0...1).contains(there.p))
        }
    }

    @Test("g is nearer to 0 than d, the more so the fewer answers there are")
    func hedges() throws {
        let few = try #require(StandardizedMeanDifference(Tally([1, 2]), Tally([3, 4])))
        // With two degrees of freedom J = Γ(1) / (√1 Γ(1/2)) = 1 / √π.
        #expect(abs(few.hedgesG / few.cohensD - 1 / Double.pi.squareRoot()) < 1e-15)
        let even = try #require(Tally(values: [1, 2], counts: [500, 500]))
        let uneven = try #require(Tally(values: [1, 2], counts: [400, 600]))
        let many = try #require(StandardizedMeanDifference(even, uneven))
        #expect(abs(many.hedgesG / many.cohensD - 1) < 1e-3)
    }

    @Test("Samples that are too small, or in which nothing varies, cannot be compared")
    func impossible() {
        let some = Tally([1, 2, 4])
        for other in [Tally([UInt8]()), Tally([3])] {
            #expect(MeanDifference(some, other) == nil && MeanDifference(other, some) == nil)
            #expect(StandardizedMeanDifference(some, other) == nil)
        }
        #expect(MeanDifference(Tally([3, 3]), Tally([2, 2, 2])) == nil)
        #expect(StandardizedMeanDifference(Tally([3, 3]), Tally([2, 2, 2])) == nil)
        #expect(MeanDifference(some, Tally([2, 2])) != nil)
    }
}
