import Audit
import Disclosure
import TestSupport
import Testing

@Suite("Protected tables under attack")
struct AttackedTablesTests {
    @Test("A thousand random tables give nothing away", arguments: 0..<10)
    func random(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for round in 0..<100 {
            let threshold = [5, 10].randomElement(using: &random) ?? 10
            let problem =
                switch round % 4 {
                case 0: try SuppressionProblem.twoWay(Self.table(using: &random), threshold: threshold)
                case 1: try SuppressionProblem.hierarchy(threshold: threshold, using: &random)
                case 2: try SuppressionProblem.threeWay(threshold: threshold, using: &random)
                default: try SuppressionProblem.referralsAndArrests(threshold: threshold, using: &random)
                }
            let pattern = problem.solve()
            let leaks = Auditor.audit(try problem.published(pattern))
            #expect(leaks.isEmpty, "seed \(seed), round \(round): \(leaks)")
            for (cell, status) in zip(problem.cells, pattern.statuses) {
                #expect((status == .primary) == (cell.value > 0 && cell.value < cell.threshold))
                #expect(cell.isPublishable || status != .shown)
            }
            #expect(problem.solve() == pattern)
        }
    }

    @Test("Nothing is hidden in vain in races by sexes by disabilities, mostly small", arguments: [42, 110, 131])
    func sparse(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let counts = (0..<63).map { _ in
            Int.random(in: 0..<5, using: &random) < 2 ? 0 : Int.random(in: 1...12, using: &random)
        }
        let problem = try SuppressionProblem.table([7, 3, 3], counts) { _ in 10 }
        let leaks = Auditor.audit(try problem.published(problem.solve()))
        #expect(leaks.isEmpty, "\(leaks)")
    }

    @Test("Without protection the same attack finds what is small", arguments: 0..<5)
    func unprotected(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var leaks = 0
        for _ in 0..<20 {
            let problem = try SuppressionProblem.twoWay(Self.table(using: &random), threshold: 10)
            let onlySmall = SuppressionProblem.smallCells(problem)
            leaks += Auditor.audit(try problem.published { !onlySmall.contains($0) }).count
        }
        #expect(leaks > 20)
    }

    @Test(
        "Counting all tables that look the same from outside leaves each small cell a wide interval", arguments: 0..<40)
    func allTables(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        // No inner cell exceeds its row's total where that is shown; elsewhere 12 is wide enough.
        let (threshold, most) = (4, 12)
        let counts = (0..<4).map { _ in Int.random(in: 0...6, using: &random) }
        let problem = try SuppressionProblem.table([2, 2], counts) { _ in threshold }
        let pattern = problem.solve()
        let shown = problem.cells.indices.filter(pattern.isShown)
        var possible = problem.cells.map { _ in Set<Int>() }
        for (a, b, c, d) in Self.quadruples(upTo: most) {
            // The order of the cells of a 2 × 2 table with its margins.
            let values = [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d]
            guard shown.allSatisfy({ values[$0] == problem.cells[$0].value }) else { continue }
            for (cell, value) in values.enumerated() { possible[cell].insert(value) }
        }
        for cell in SuppressionProblem.smallCells(problem) {
            let (low, high) = (try #require(possible[cell].min()), try #require(possible[cell].max()))
            #expect(high - low >= threshold, "\(problem.cells.map(\.value)), \(shown) shown")
        }
    }

    private static func quadruples(upTo most: Int) -> [(Int, Int, Int, Int)] {
        (0..<(most + 1) * (most + 1) * (most + 1) * (most + 1)).map { code in
            let base = most + 1
            return (code % base, code / base % base, code / base / base % base, code / base / base / base)
        }
    }

    private static func table(using random: inout SeededGenerator) -> [[Int]] {
        let columns = Int.random(in: 2...5, using: &random)
        return (0..<Int.random(in: 2...6, using: &random)).map { _ in
            (0..<columns).map { _ in SuppressionProblem.count(using: &random) }
        }
    }
}

extension SuppressionProblem {
    /// What a reader has: all sums and comparisons, and the shown cells. Small cells need their protection; the others that
    /// were hidden for them must not follow exactly, or there was no sense in hiding them.
    func published(_ pattern: SuppressionPattern) throws -> PublishedSystem {
        try published { pattern.isShown($0) }
    }

    func published(_ isShown: (Int) -> Bool) throws -> PublishedSystem {
        let small = Self.smallCells(self)
        let variables = cells.indices.map { index in
            let needs = cells[index].isPublishable && !isShown(index) ? 1 : 0
            return PublishedSystem.Variable(
                "cell \(index)", leastWidth: small.contains(index) ? cells[index].threshold - 1 : needs)
        }
        var constraints = relations.map { PublishedSystem.Constraint.sum($0.total, of: $0.parts) }
        constraints += inequalities.map { .order($0.upper, atLeast: $0.lower) }
        constraints += cells.indices.filter(isShown).map { .published($0, cells[$0].value) }
        return try PublishedSystem(variables: variables, constraints: constraints)
    }

    static func smallCells(_ problem: Self) -> Set<Int> {
        Set(problem.cells.indices.filter { (1..<problem.cells[$0].threshold).contains(problem.cells[$0].value) })
    }
}
