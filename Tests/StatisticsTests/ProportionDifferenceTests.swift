import Statistics
import Testing

@Suite("Differences of proportions")
struct ProportionDifferenceTests {
    func difference(_ a: Int, _ n: Int, _ b: Int, _ m: Int) throws -> ProportionDifference {
        ProportionDifference(
            try #require(Proportion(count: a, n: n)), try #require(Proportion(count: b, n: m)))
    }

    @Test("Newcombe's interval of 56 of 70 less 48 of 80 is 0.05243 to 0.33387 (Newcombe 1998, table II, method 10)")
    func newcombe() throws {
        let interval = try difference(56, 70, 48, 80).newcombe()
        #expect(abs(interval.lower - 0.05243) < 5e-6)
        #expect(abs(interval.upper - 0.33387) < 5e-6)
    }

    @Test("Fisher's tea taster, 3 of 4 against 1 of 4, has p = 0.4857 (R's fisher.test)")
    func teaTaster() throws {
        #expect(abs(try difference(3, 4, 1, 4).fisherExactP - 34.0 / 70) < 1e-15)
    }

    @Test("Swapping the sides turns the difference around and leaves p")
    func swapping() throws {
        var sample = SeededSample(seed: 7)
        for _ in 0..<300 {
            let (a, b) = (try sample.proportion(), try sample.proportion())
            let (there, back) = (ProportionDifference(a, b), ProportionDifference(b, a))
            #expect(there.newcombe() == back.newcombe().negated)
            #expect(there.cohensH == -back.cohensH)
            #expect(abs(there.fisherExactP - back.fisherExactP) < 1e-12)
            #expect(there.pooledZ == back.pooledZ.map { -$0 })
        }
    }

    @Test("The interval lies within −1 and 1 and holds the difference; p lies within 0 and 1")
    func within() throws {
        var sample = SeededSample(seed: 8)
        for _ in 0..<300 {
            let difference = ProportionDifference(try sample.proportion(upTo: 30), try sample.proportion(upTo: 30))
            let interval = difference.newcombe()
            #expect(interval.lower >= -1 && interval.upper <= 1)
            #expect(interval.contains(difference.estimate))
            #expect((0...1).contains(difference.fisherExactP))
            #expect(difference.pooledZP.map { (0...1).contains($0) } ?? true)
        }
    }

    @Test("Where everybody was asked, the interval is the difference itself")
    func census() throws {
        let difference = try difference(30, 50, 20, 50)
        #expect(difference.newcombe(populations: (50, 50)).width == 0)
        #expect(difference.newcombe(populations: (80, nil)).width < difference.newcombe().width)
    }

    @Test("Where nobody or everybody has it on both sides, nothing tells them apart and z has no value")
    func allTheSame() throws {
        for (a, n, b, m) in [(0, 5, 0, 7), (5, 5, 7, 7)] {
            let difference = try difference(a, n, b, m)
            #expect(difference.pooledZ == nil && difference.pooledZP == nil)
            #expect(difference.fisherExactP == 1)
            #expect(difference.cohensH == 0)
        }
    }

    @Test("Nobody here and everybody there is as far apart as can be")
    func farthest() throws {
        #expect(try difference(10, 10, 0, 10).cohensH == .pi)
        #expect(try difference(10, 10, 0, 10).newcombe().upper == 1)
        #expect(try difference(1_000_000, 1_000_000, 0, 1_000_000).fisherExactP < 1e-300)
    }

    @Test("Expected counts are small where one of two groups would have fewer than five of either kind")
    func smallExpectedCounts() throws {
        #expect(try difference(2, 9, 20, 40).hasSmallExpectedCounts)
        #expect(try !difference(2, 10, 23, 40).hasSmallExpectedCounts)
        #expect(try difference(1, 400, 2, 400).hasSmallExpectedCounts)
    }
}
