import Statistics
import Testing

@Suite("Risk ratios")
struct RiskRatioTests {
    func ratio(_ a: Int, _ n: Int, _ b: Int, _ m: Int) throws -> RiskRatio {
        RiskRatio(try #require(Proportion(count: a, n: n)), try #require(Proportion(count: b, n: m)))
    }

    @Test("Swapping the sides takes the reciprocal, and the interval holds the ratio")
    func swapping() throws {
        var sample = SeededSample(seed: 13)
        for _ in 0..<200 {
            let (a, b) = (try sample.proportion(), try sample.proportion())
            guard a.count > 0, b.count > 0 else { continue }
            let (there, back) = (RiskRatio(a, b), RiskRatio(b, a))
            let (interval, turned) = (try #require(there.katz()), try #require(back.katz()))
            let estimate = try #require(there.estimate)
            #expect(interval.contains(estimate))
            #expect(abs(interval.lower * turned.upper - 1) < 1e-12)
        }
    }

    @Test("A count of 0 has no interval, but a difference")
    func zeros() throws {
        #expect(try ratio(0, 10, 3, 10).katz() == nil)
        #expect(try ratio(3, 10, 0, 10).katz() == nil)
        #expect(try ratio(0, 10, 3, 10).estimate == 0)
        #expect(try ratio(3, 10, 0, 10).estimate == .infinity)
        #expect(try ratio(0, 10, 0, 10).estimate == nil)
    }

    @Test("All of both are alike without doubt")
    func all() throws {
        #expect(try ratio(8, 8, 5, 5).katz() == Interval(lower: 1, upper: 1))
    }
}
