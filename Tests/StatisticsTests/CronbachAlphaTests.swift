import Statistics
import Testing

@Suite("Cronbach's alpha")
struct CronbachAlphaTests {
    func sums(_ answers: [UInt8], items: Int, columns: [Int]? = nil) throws -> Covariances {
        var result = try #require(Covariances(itemCount: (columns ?? Array(0..<items)).count))
        let isAdded = result.add(rows: answers, of: items, columns: columns ?? Array(0..<items), missing: 255)
        try #require(isAdded)
        return result
    }

    @Test("One item, one person, or a sum that does not vary has no alpha")
    func none() throws {
        #expect(CronbachAlpha(try sums([1, 2, 3], items: 1)) == nil)
        #expect(CronbachAlpha(try sums([], items: 2)) == nil)
        #expect(CronbachAlpha(try sums([1, 2], items: 2)) == nil)
        #expect(CronbachAlpha(try sums([3, 3, 3, 3], items: 2)) == nil)
        #expect(CronbachAlpha(try sums([1, 5, 5, 1, 3, 3], items: 2)) == nil)
    }

    @Test("Items that are all alike have an alpha of 1, with nothing to doubt")
    func perfect() throws {
        let alpha = try #require(CronbachAlpha(try sums([1, 1, 1, 2, 2, 2, 4, 4, 4], items: 3)))
        #expect(alpha.estimate == 1)
        #expect(alpha.feldt() == Interval(lower: 1, upper: 1))
    }

    @Test("Items that have nothing in common have an alpha of 0")
    func unrelated() throws {
        #expect(CronbachAlpha(try sums([1, 1, 1, 2, 2, 1, 2, 2], items: 2))?.estimate == 0)
    }

    @Test("The order of items leaves alpha as it is, and the interval holds it")
    func permutation() throws {
        var sample = SeededSample(seed: 6)
        for _ in 0..<50 {
            let answers = sample.answers(people: 25, items: 4)
            let alpha = try #require(CronbachAlpha(try sums(answers, items: 4)))
            let other = CronbachAlpha(try sums(answers, items: 4, columns: [2, 0, 3, 1]))
            #expect(alpha == other)
            #expect(alpha.estimate <= 1)
            let interval = try #require(alpha.feldt())
            #expect(interval.contains(alpha.estimate))
        }
    }

    @Test("An item that does not vary, or whose others do not, has no correlation with them")
    func constantItem() throws {
        let covariances = try sums([1, 3, 2, 3, 4, 3], items: 2)
        #expect(covariances.itemRestCorrelations == [nil, nil])
        #expect(covariances.alphasIfDropped == [nil, nil])
    }

    @Test("Two items correlate with each other alike")
    func twoItems() throws {
        let correlations = try sums([1, 2, 2, 2, 3, 4], items: 2).itemRestCorrelations
        let expected = 1 / (1.0 * (4.0 / 3)).squareRoot()
        for correlation in correlations {
            let correlation = try #require(correlation)
            #expect(abs(correlation - expected) < 1e-15)
        }
    }
}
