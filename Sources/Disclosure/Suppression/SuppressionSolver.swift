/// Hides cells until every small one is protected, then shows again those that turned out not to be needed.
struct SuppressionSolver {
    private let problem: SuppressionProblem
    private let counts: LinkedCounts
    private let small: [Int]
    private let isTotal: [Bool]
    private var isHidden: [Bool]

    init(_ problem: SuppressionProblem) {
        self.problem = problem
        counts = LinkedCounts(problem)
        small = problem.cells.indices.filter { problem.cells[$0].isSmall }
        var isTotal = [Bool](repeating: false, count: problem.cells.count)
        for relation in problem.relations { isTotal[relation.total] = true }
        self.isTotal = isTotal
        isHidden = counts.values.indices.map { index in
            !problem.cells.indices.contains(index) || problem.cells[index].isSmall
                || !problem.cells[index].isPublishable
        }
    }

    mutating func solve() -> SuppressionPattern {
        repeat { mendLines() } while protectOne()
        showWhatIsNotNeeded()
        return SuppressionPattern(
            problem.cells.indices.map { index in
                !isHidden[index] ? .shown : problem.cells[index].isSmall ? .primary : .complementary
            })
    }

    // MARK: Lines

    /// Hides cells until no line has a single hidden cell or shows the sum of a few.
    private mutating func mendLines() {
        var isDone = false
        while !isDone {
            isDone = true
            for relation in problem.relations where needsAnother(relation) {
                let candidates = ([relation.total] + relation.parts).filter { !isHidden[$0] }
                guard let cell = cheapest(candidates, for: relation) else { continue }
                isHidden[cell] = true
                isDone = false
            }
        }
    }

    private func needsAnother(_ relation: SuppressionProblem.Relation) -> Bool {
        let parts = relation.parts.filter { isHidden[$0] }
        let hidden = parts + (isHidden[relation.total] ? [relation.total] : [])
        if let only = hidden.first, hidden.count == 1 {
            // What is large and only unpublished may be found.
            return problem.cells[only].isSmall || problem.cells[only].isPublishable
        }
        return !isHidden[relation.total] && sum(parts) < need(parts)
    }

    /// The sum of some cells.
    private func sum(_ cells: [Int]) -> Int { cells.reduce(0) { $0 + problem.cells[$1].value } }

    /// How large the sum of hidden parts has to be where their sum is shown; 0 without a small one.
    private func need(_ parts: [Int]) -> Int {
        parts.reduce(0) { problem.cells[$1].isSmall ? max($0, problem.cells[$1].threshold) : $0 }
    }

    // MARK: The choice of a cell

    /// The cell to hide in a line: one that makes the sum of the hidden parts large enough, if any does, and of those the
    /// cheapest.
    private func cheapest(_ candidates: [Int], for relation: SuppressionProblem.Relation) -> Int? {
        let parts = relation.parts.filter { isHidden[$0] }
        let (sum, need) = (sum(parts), need(parts))
        let enough = candidates.filter { $0 == relation.total || sum + problem.cells[$0].value >= need }
        return inOrder(enough.isEmpty ? candidates : enough).first
    }

    /// Cells, those first that cost least, that help most lines which have a single hidden cell, that are parts and not totals,
    /// and that are small but not zero.
    private func inOrder(_ cells: [Int]) -> [Int] {
        let keys = cells.map { index in
            let cell = problem.cells[index]
            let helped = counts.columns[index].count { column in
                counts.rows[column.index].count { isHidden[$0.index] } == 1
            }
            return [cell.cost, -helped, isTotal[index] ? 1 : 0, cell.value == 0 ? 1 : 0, cell.value, index]
        }
        return keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap(\.last)
    }

    // MARK: Intervals

    /// Hides one more cell if a small one is not protected yet; returns whether it did.
    private mutating func protectOne() -> Bool {
        let recoverable = HiddenMatrix(counts, isHidden: isHidden).recoverable
        var circuit = ProtectiveCircuit(counts, isHidden: isHidden)
        for cell in small
        where recoverable.contains(cell) || !circuit.proves(width: problem.cells[cell].threshold, of: cell) {
            let candidates = inOrder(shownCells(near: cell))
            guard let choice = candidates.first(where: { protects($0, cell) }) ?? candidates.first else { continue }
            isHidden[choice] = true
            return true
        }
        return false
    }

    /// Whether hiding one more cell protects another.
    private func protects(_ candidate: Int, _ cell: Int) -> Bool {
        var hidden = isHidden
        hidden[candidate] = true
        guard !HiddenMatrix(counts, isHidden: hidden).recoverable.contains(cell) else { return false }
        var circuit = ProtectiveCircuit(counts, isHidden: hidden)
        return circuit.proves(width: problem.cells[cell].threshold, of: cell)
    }

    /// The shown cells in rows with hidden counts that are linked to a cell.
    private func shownCells(near cell: Int) -> [Int] {
        var seen: Set<Int> = [cell]
        var queue = [cell]
        var shown: Set<Int> = []
        while let next = queue.popLast() {
            for entry in counts.columns[next].flatMap({ counts.rows[$0.index] }) {
                if !isHidden[entry.index] {
                    shown.insert(entry.index)
                } else if seen.insert(entry.index).inserted {
                    queue.append(entry.index)
                }
            }
        }
        return shown.sorted()
    }

    /// Shows complementary cells again, the dearest first, where everything stays protected.
    private mutating func showWhatIsNotNeeded() {
        let complementary = problem.cells.indices.filter { index in
            isHidden[index] && !problem.cells[index].isSmall && problem.cells[index].isPublishable
        }
        for cell in inOrder(complementary).reversed() {
            isHidden[cell] = false
            if !isProtected() { isHidden[cell] = true }
        }
        // A cell may follow from those that were shown after it was tried: to show it tells nothing new.
        let recoverable = HiddenMatrix(counts, isHidden: isHidden).recoverable
        for cell in complementary where recoverable.contains(cell) { isHidden[cell] = false }
    }

    private func isProtected() -> Bool {
        let recoverable = HiddenMatrix(counts, isHidden: isHidden).recoverable
        guard recoverable.isDisjoint(with: small) else { return false }
        var circuit = ProtectiveCircuit(counts, isHidden: isHidden)
        return small.allSatisfy { circuit.proves(width: problem.cells[$0].threshold, of: $0) }
    }
}
