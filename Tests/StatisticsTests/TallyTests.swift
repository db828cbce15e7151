import Statistics
import Testing

@Suite("Tallies")
struct TallyTests {
    @Test("Codes are put in order and equal ones added")
    func order() throws {
        let tally = try #require(Tally(values: [3, 1, 3], counts: [2, 5, 4]))
        #expect(tally.values == [1, 3])
        #expect(tally.counts == [5, 6])
        #expect(tally.n == 11)
    }

    @Test("What is no tally is refused")
    func impossible() {
        #expect(Tally(values: [1], counts: []) == nil)
        #expect(Tally(values: [1, 2], counts: [1, -1]) == nil)
        #expect(Tally(values: [.nan], counts: [1]) == nil)
        #expect(Tally(values: [.infinity], counts: [1]) == nil)
        #expect(Tally(values: [1, 2], counts: [.max, .max]) == nil)
        #expect(Tally(values: [1, 2], counts: [Proportion.greatestCount, 1]) == nil)
    }

    @Test("No answers have no mean, one has no variance, and equal ones have none either")
    func few() throws {
        let none = try #require(Tally(values: [], counts: []))
        #expect(none.mean == nil && none.variance == nil && none.meanInterval() == nil)
        let one = try #require(Tally(values: [4], counts: [1]))
        #expect(one.mean == 4 && one.variance == nil && one.meanInterval() == nil)
        for value in [4, 0.1] {
            let same = try #require(Tally(values: [value, 9], counts: [7, 0]))
            #expect(same.variance == 0)
            let interval = try #require(same.meanInterval())
            #expect(interval.contains(value) && interval.width < 1e-15)
        }
    }

    @Test("Bytes are counted without the missing ones")
    func bytes() {
        let tally = Tally([1, 5, 255, 5, 2], missing: 255)
        #expect(tally.values == [1, 2, 5])
        #expect(tally.counts == [1, 1, 2])
        #expect(Tally([UInt8]()).n == 0)
        #expect(Tally([1, 5, 255, 5, 2].lazy.map { UInt8($0) }, missing: 255) == tally)
    }

    @Test("Merged tallies have the mean of all answers")
    func merging() throws {
        let merged = try #require(Tally([1, 2]).merged(with: Tally([2, 5, 5])))
        #expect(merged == Tally([1, 2, 2, 5, 5]))
        #expect(merged.mean == 3)
        #expect(merged.variance == 3.5)
    }

    @Test("Whole codes are summed exactly, a million times over and with a great offset")
    func exactSums() throws {
        // The variance of counts n, n around 1000.5 is n / (2 (2 n − 1)), which floating sums of squares lose.
        let n = Proportion.greatestCount / 2
        let tally = try #require(Tally(values: [1000, 1001], counts: [n, n]))
        #expect(tally.mean == 1000.5)
        #expect(tally.variance == Double(n) / 2 / (2 * Double(n) - 1))
    }

    @Test("Codes too great for a variance have no interval")
    func overflow() throws {
        let tally = try #require(Tally(values: [-1e308, 1e308], counts: [3, 3]))
        #expect(tally.mean == 0)
        #expect(tally.meanInterval() == nil)
    }

    @Test("The interval of a mean holds it")
    func interval() throws {
        var sample = SeededSample(seed: 3)
        for _ in 0..<200 {
            let tally = try sample.tally()
            guard tally.n > 1 else { continue }
            let (mean, interval) = (try #require(tally.mean), try #require(tally.meanInterval()))
            #expect(interval.contains(mean))
            #expect((1...5).contains(mean))
        }
    }
}
