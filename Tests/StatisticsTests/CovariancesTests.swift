import Statistics
import Testing

@Suite("Covariances")
struct CovariancesTests {
    func sums(_ answers: [UInt8], items: Int, reversed: Set<Int> = []) throws -> Covariances {
        var result = try #require(Covariances(itemCount: items, reversed: reversed))
        let isAdded = result.add(rows: answers, of: items, columns: Array(0..<items), missing: 255)
        try #require(isAdded)
        return result
    }

    @Test("Rows one by one, all at once and merged have the same sums")
    func ways() throws {
        var sample = SeededSample(seed: 4)
        let answers = sample.answers(people: 30, items: 4)
        let atOnce = try sums(answers, items: 4)
        var oneByOne = try #require(Covariances(itemCount: 4))
        for start in stride(from: 0, to: answers.count, by: 4) { oneByOne.add(row: Array(answers[start..<start + 4])) }
        let merged = try sums(Array(answers[..<40]), items: 4).merged(with: sums(Array(answers[40...]), items: 4))
        #expect(oneByOne == atOnce)
        #expect(merged == atOnce)
        #expect(atOnce.n == 30)
    }

    @Test("Variances and covariances are those of the textbook, by columns picked out of wider rows")
    func covariances() throws {
        // Columns 2 and 0: x = 1, 2, 6 and y = 2, 4, 3; the third person left one out.
        let answers: [UInt8] = [2, 9, 1, 4, 9, 2, 5, 9, 255, 3, 255, 6]
        var result = try #require(Covariances(itemCount: 2))
        let isAdded = result.add(rows: answers, of: 3, columns: [2, 0], missing: 255)
        #expect(isAdded)
        #expect(result.n == 3)
        #expect(result.covariance(0, 0) == 7)
        #expect(result.covariance(1, 1) == 1)
        #expect(result.covariance(0, 1) == 0.5)
        #expect(result.covariance(1, 0) == 0.5)
        #expect(result.covariance(0, 2) == nil)
    }

    @Test("Reversing an item is the same as turning its codes around")
    func reversing() throws {
        var sample = SeededSample(seed: 5)
        let answers = sample.answers(people: 40, items: 3)
        let turned = answers.enumerated().map { $0.offset % 3 == 1 ? 6 - $0.element : $0.element }
        let (left, right) = (try sums(answers, items: 3, reversed: [1]), try sums(turned, items: 3))
        #expect(left.covariance(0, 1) == right.covariance(0, 1))
        #expect(CronbachAlpha(left) == CronbachAlpha(right))
        #expect(left.itemRestCorrelations == right.itemRestCorrelations)
    }

    @Test("What does not fit is refused and adds nothing")
    func refused() throws {
        #expect(Covariances(itemCount: 0) == nil)
        #expect(Covariances(itemCount: .max) == nil)
        #expect(Covariances(itemCount: 2, reversed: [2]) == nil)
        var result = try #require(Covariances(itemCount: 2))
        let empty = result
        let tries = [
            result.add(row: [1]), result.add(row: [1, 2, 3]),
            result.add(rows: [1, 2, 3], of: 2, columns: [0, 1], missing: nil),
            result.add(rows: [1, 2], of: 2, columns: [0, 2], missing: nil),
            result.add(rows: [1, 2], of: 2, columns: [0, -1], missing: nil),
            result.add(rows: [1, 2], of: 2, columns: [0], missing: nil),
            result.add(rows: [1, 2], of: 0, columns: [0, 1], missing: nil),
        ]
        #expect(!tries.contains(true))
        #expect(result == empty)
        for other in [Covariances(itemCount: 3), Covariances(itemCount: 2, reversed: [0])] {
            let other = try #require(other)
            #expect(result.merged(with: other) == nil)
        }
    }
}
