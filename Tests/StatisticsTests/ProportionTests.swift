import Statistics
import Testing

@Suite("Proportions")
struct ProportionTests {
    @Test("Wilson's interval of 8 of 10 is 0.49016 to 0.94332 (R's prop.test)")
    func wilson() throws {
        let interval = try #require(Proportion(count: 8, n: 10)).wilson()
        #expect(abs(interval.lower - 0.49016) < 5e-6)
        #expect(abs(interval.upper - 0.94332) < 5e-6)
    }

    @Test("There is no proportion of nobody, of fewer than none, or of more than all")
    func impossible() {
        #expect(Proportion(count: 0, n: 0) == nil)
        #expect(Proportion(count: -1, n: 5) == nil)
        #expect(Proportion(count: 6, n: 5) == nil)
        #expect(Proportion(count: 0, n: .min) == nil)
        #expect(Proportion(count: 0, n: .max) == nil)
    }

    @Test("None of n begins at 0 exactly, all of n ends at 1 exactly, and neither interval is empty")
    func extremes() throws {
        for n in [1, 2, 10, 1_000_000, Proportion.greatestCount] {
            let none = try #require(Proportion(count: 0, n: n)).wilson()
            let all = try #require(Proportion(count: n, n: n)).wilson()
            #expect(none.lower == 0 && none.upper > 0)
            #expect(all.upper == 1 && all.lower < 1)
        }
    }

    @Test("An interval lies within 0 and 1, holds the estimate, and mirrors that of the complement")
    func within() throws {
        var sample = SeededSample(seed: 1)
        for _ in 0..<500 {
            let proportion = try sample.proportion()
            let (interval, mirrored) = (proportion.wilson(), proportion.complement.wilson())
            #expect(interval.lower >= 0 && interval.upper <= 1)
            #expect(interval.contains(proportion.estimate))
            #expect(abs(interval.lower - (1 - mirrored.upper)) < 1e-14)
            #expect(abs(interval.upper - (1 - mirrored.lower)) < 1e-14)
        }
    }

    @Test("More confidence makes a wider interval")
    func confidence() throws {
        let proportion = try #require(Proportion(count: 3, n: 40))
        let widths = [ConfidenceLevel.ninety, .ninetyFive, .ninetyNine].map { proportion.wilson($0).width }
        #expect(widths[0] < widths[1] && widths[1] < widths[2])
    }

    @Test("The smaller the population, the narrower the interval, down to the estimate itself")
    func finitePopulation() throws {
        var sample = SeededSample(seed: 2)
        for _ in 0..<200 {
            // The effective size of one of N is 1 whatever N is.
            let proportion = try sample.proportion()
            guard proportion.n > 1 else { continue }
            let n = proportion.n
            let widths = [nil, 1_000_000, 10 * n, 2 * n, n + 1, n].map {
                proportion.wilson(population: $0).width
            }
            #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 >= $1 })
            #expect(widths[0] > widths[2] && widths.last == 0)
            #expect(proportion.wilson(population: n + 1).contains(proportion.estimate))
            #expect(proportion.wilson(population: n - 1) == proportion.wilson(population: n))
            #expect(proportion.wilson(population: .min) == proportion.wilson(population: n))
        }
    }

    @Test("1,000 answers have a margin of error of at most 3.1 points, and of none when all were asked")
    func marginOfError() throws {
        let half = try #require(Proportion(count: 500, n: 1000))
        #expect(abs(half.worstCaseMarginOfError() - 0.030990) < 5e-7)
        #expect(half.marginOfError() == half.worstCaseMarginOfError())
        #expect(half.marginOfError(population: 1000) == 0)
        let few = try #require(Proportion(count: 50, n: 1000))
        #expect(few.marginOfError() < few.worstCaseMarginOfError())
        #expect(few.worstCaseMarginOfError(population: 2000) < few.worstCaseMarginOfError())
    }

    @Test("A confidence level lies between 0 and 1")
    func levels() {
        for level in [0, 1, -0.5, 1.5, .nan, .infinity] { #expect(ConfidenceLevel(level) == nil) }
        #expect(ConfidenceLevel(0.95) == .ninetyFive)
    }
}
