import Statistics
import Testing

@Suite("Mann and Whitney's test")
struct MannWhitneyTests {
    @Test("U of both sides adds up to all pairs, and swapping turns the rest around")
    func swapping() throws {
        var sample = SeededSample(seed: 10)
        for _ in 0..<300 {
            let (a, b) = (try sample.tally(), try sample.tally())
            let there = try #require(MannWhitney(a, b))
            let back = try #require(MannWhitney(b, a))
            #expect(there.u + back.u == Double(a.n * b.n))
            #expect(there.cliffsDelta == -back.cliffsDelta)
            #expect(abs(there.probabilityOfSuperiority + back.probabilityOfSuperiority - 1) < 1e-15)
            #expect(abs(2 * there.probabilityOfSuperiority - 1 - there.cliffsDelta) < 1e-15)
            #expect(there.z == back.z.map { -$0 } && there.p == back.p)
            #expect(there.p.map { (0...1).contains($0) } ?? true)
        }
    }

    @Test("Only the order of codes counts, not their distance")
    func order() throws {
        let near = MannWhitney(
            try #require(Tally(values: [1, 2, 3], counts: [4, 2, 5])),
            try #require(Tally(values: [2, 3], counts: [7, 1])))
        let far = MannWhitney(
            try #require(Tally(values: [-7, 0.5, 1e300], counts: [4, 2, 5])),
            try #require(Tally(values: [0.5, 1e300], counts: [7, 1])))
        #expect(near == far)
    }

    @Test("Samples that do not overlap are as far apart as can be")
    func apart() throws {
        let ranks = try #require(MannWhitney(Tally([4, 5, 5]), Tally([1, 2])))
        #expect(ranks.u == 6)
        #expect(ranks.cliffsDelta == 1 && ranks.probabilityOfSuperiority == 1)
    }

    @Test("An empty sample cannot be compared, and answers that are all the same have no z")
    func impossible() throws {
        #expect(MannWhitney(Tally([UInt8]()), Tally([1])) == nil)
        #expect(MannWhitney(Tally([1]), Tally([UInt8]())) == nil)
        let same = try #require(MannWhitney(Tally([3, 3]), Tally([3])))
        #expect(same.z == nil && same.p == nil && same.cliffsDelta == 0)
    }
}
