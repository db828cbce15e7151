import Audit
import Disclosure
import Testing

@Suite("Cell suppression")
struct CellSuppressionTests {
    typealias Cell = SuppressionProblem.Cell
    typealias Relation = SuppressionProblem.Relation

    private func cells(_ values: [Int], threshold: Int = 10) -> [Cell] {
        values.map { Cell(value: $0, threshold: threshold) }
    }

    private func hidden(_ pattern: SuppressionPattern) -> [Int] {
        pattern.statuses.indices.filter { !pattern.isShown($0) }
    }

    @Test("A table with nothing small in it, and true zeros, are shown")
    func nothingSmall() throws {
        let problem = try SuppressionProblem(
            cells: cells([0, 20, 30, 50]), relations: [Relation(total: 3, parts: [0, 1, 2])])
        #expect(hidden(problem.solve()).isEmpty)
    }

    @Test("A single small part takes the smallest other part with it, not a zero and not the total")
    func singlePart() throws {
        let problem = try SuppressionProblem(
            cells: cells([3, 0, 30, 20, 53]), relations: [Relation(total: 4, parts: [0, 1, 2, 3])])
        let pattern = problem.solve()
        #expect(pattern.statuses == [.primary, .shown, .shown, .complementary, .shown])
    }

    @Test("Two small parts whose sum is small need a third")
    func smallSum() throws {
        let problem = try SuppressionProblem(
            cells: cells([3, 4, 30, 20, 57]), relations: [Relation(total: 4, parts: [0, 1, 2, 3])])
        #expect(hidden(problem.solve()) == [0, 1, 3])
    }

    @Test("A cost decides over size")
    func costs() throws {
        var cells = cells([3, 20, 30, 53])
        cells[1] = Cell(value: 20, threshold: 10, cost: 5)
        let problem = try SuppressionProblem(cells: cells, relations: [Relation(total: 3, parts: [0, 1, 2])])
        #expect(hidden(problem.solve()) == [0, 2])
    }

    @Test("All less the girls tells of the boys, whom the table does not name")
    func allLessFemale() throws {
        let cells = [
            Cell(value: 40, threshold: 10), Cell(value: 36, threshold: 10),
            Cell(value: 4, threshold: 10, isPublishable: false),
        ]
        let pattern = try SuppressionProblem(cells: cells, relations: [Relation(total: 0, parts: [1, 2])]).solve()
        #expect(pattern.statuses == [.shown, .complementary, .primary])
    }

    @Test("What is large and only not printed hides nothing else")
    func unpublishedLarge() throws {
        let cells = [
            Cell(value: 40, threshold: 10), Cell(value: 20, threshold: 10),
            Cell(value: 20, threshold: 10, isPublishable: false), Cell(value: 3, threshold: 10),
        ]
        let pattern = try SuppressionProblem(cells: cells, relations: [Relation(total: 0, parts: [1, 2])]).solve()
        #expect(pattern.statuses == [.shown, .shown, .complementary, .primary])
    }

    @Test("A school against its district: one small school hides another, or the rest of the district")
    func district() throws {
        // District, the school, a second school, the rest which nobody prints.
        let cells = [
            Cell(value: 60, threshold: 10), Cell(value: 35, threshold: 10), Cell(value: 21, threshold: 10),
            Cell(value: 4, threshold: 10, isPublishable: false),
        ]
        let pattern = try SuppressionProblem(cells: cells, relations: [Relation(total: 0, parts: [1, 2, 3])]).solve()
        #expect(pattern.statuses == [.shown, .shown, .complementary, .primary])
    }

    @Test("A bridge: every line hides two cells and one of them would still follow")
    func bridge() throws {
        // Rows 1011, 0011, 1100, 1100 with 1 = hidden because small; the first cell follows from sums of lines.
        let counts = [5, 30, 5, 5, 30, 30, 5, 6, 5, 6, 30, 30, 6, 5, 30, 30]
        let problem = try SuppressionProblem.table([4, 4], counts) { _ in 10 }
        let small = SuppressionProblem.smallCells(problem)
        let naive = try problem.published { !small.contains($0) }
        #expect(Auditor.audit(naive).contains { $0.variable == 0 && $0.finding == .exact(5) })
        let pattern = problem.solve()
        #expect(Set(hidden(pattern)).isStrictSuperset(of: small))
        #expect(Auditor.audit(try problem.published(pattern)).isEmpty)
    }

    @Test("Arrests are among the referrals: where that narrows the interval, one more cell is hidden")
    func inequality() throws {
        // Girls and boys arrested and their sum, then referred. With both arrests hidden, the girls' are at least 16 − 12 and
        // at most 13: too narrow. With their sum hidden instead of the boys'
        // they may be anything up to 13.
        func pattern(_ inequalities: [SuppressionProblem.Inequality]) throws -> SuppressionPattern {
            try SuppressionProblem(
                cells: cells([4, 12, 16, 13, 12, 25]),
                relations: [Relation(total: 2, parts: [0, 1]), Relation(total: 5, parts: [3, 4])],
                inequalities: inequalities
            ).solve()
        }
        #expect(try hidden(pattern([])) == [0, 1])
        let linked = try hidden(pattern([.init(upper: 3, lower: 0), .init(upper: 4, lower: 1)]))
        #expect(linked == [0, 2])
    }

    @Test("Wrong sums and names are refused")
    func mistakes() {
        let cells = cells([3, 20, 24])
        #expect(throws: SuppressionError.wrongSum(relation: 0)) {
            try SuppressionProblem(cells: cells, relations: [Relation(total: 2, parts: [0, 1])])
        }
        #expect(throws: SuppressionError.noSuchCell(7)) {
            try SuppressionProblem(cells: cells, relations: [Relation(total: 2, parts: [0, 7])])
        }
        #expect(throws: SuppressionError.repeatedCell(relation: 0)) {
            try SuppressionProblem(cells: cells, relations: [Relation(total: 2, parts: [0, 0])])
        }
        #expect(throws: SuppressionError.negativeCell(0)) {
            try SuppressionProblem(cells: [Cell(value: -1, threshold: 10)], relations: [])
        }
        #expect(throws: SuppressionError.wrongOrder(inequality: 0)) {
            try SuppressionProblem(cells: cells, relations: [], inequalities: [.init(upper: 0, lower: 1)])
        }
    }
}
