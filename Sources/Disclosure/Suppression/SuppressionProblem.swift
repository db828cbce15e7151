/// Counts that are linked by sums, and which of them may be published.
///
/// Any linked tables fit: margins, two-way and three-way tables, hierarchies, everybody less the girls, a school against its
/// district. Whatever a reader could compute by subtraction and that may be small has to be a cell, published or not.
///
/// Cell suppression follows A. Hundepool et al., *Statistical Disclosure Control* (Wiley, 2012), chapter 4.
public struct SuppressionProblem: Hashable, Sendable {
    /// One count.
    public struct Cell: Hashable, Sendable {
        /// The count, 0 or more.
        public let value: Int
        /// The smallest count that may be published: 1…threshold−1 is hidden. Zero is shown.
        public let threshold: Int
        /// Whether the count is meant to be published. Other cells stay hidden, and are protected if they are small.
        public let isPublishable: Bool
        /// How bad it is to hide the cell where its own value does not demand it; cells with a lower cost are hidden first.
        public let cost: Int

        /// Creates a cell. With equal costs, parts are hidden before totals, and small counts before large ones and zeros.
        public init(value: Int, threshold: Int, isPublishable: Bool = true, cost: Int = 0) {
            self.value = value
            self.threshold = threshold
            self.isPublishable = isPublishable
            self.cost = cost
        }

        /// Whether the value alone demands to hide it.
        var isSmall: Bool { value > 0 && value < threshold }
    }

    /// A sum that everybody knows to hold.
    public struct Relation: Hashable, Sendable {
        /// The index of the cell that is the sum.
        public let total: Int
        /// The indices of the cells that are added.
        public let parts: [Int]

        /// Creates a sum.
        public init(total: Int, parts: [Int]) {
            self.total = total
            self.parts = parts
        }
    }

    /// A comparison that everybody knows to hold, as of arrests, which are among the referrals.
    public struct Inequality: Hashable, Sendable {
        /// The index of the cell that is at least as large.
        public let upper: Int
        /// The index of the other.
        public let lower: Int

        /// Creates a comparison.
        public init(upper: Int, lower: Int) {
            self.upper = upper
            self.lower = lower
        }
    }

    /// The counts.
    public let cells: [Cell]
    /// The sums between them.
    public let relations: [Relation]
    /// The comparisons between them.
    public let inequalities: [Inequality]

    /// Creates a problem.
    ///
    /// - Throws: ``SuppressionError`` if a relation or comparison does not hold for the cells: a rule that trusts wrong sums
    ///   protects nobody.
    public init(
        cells: [Cell], relations: [Relation], inequalities: [Inequality] = []
    ) throws(SuppressionError) {
        if let index = cells.firstIndex(where: { $0.value < 0 }) { throw .negativeCell(index) }
        for (index, relation) in relations.enumerated() {
            let members = [relation.total] + relation.parts
            if let wrong = members.first(where: { !cells.indices.contains($0) }) { throw .noSuchCell(wrong) }
            guard Set(members).count == members.count else { throw .repeatedCell(relation: index) }
            guard cells[relation.total].value == relation.parts.reduce(0, { $0 + cells[$1].value }) else {
                throw .wrongSum(relation: index)
            }
        }
        for (index, inequality) in inequalities.enumerated() {
            let members = [inequality.upper, inequality.lower]
            if let wrong = members.first(where: { !cells.indices.contains($0) }) { throw .noSuchCell(wrong) }
            guard cells[inequality.upper].value >= cells[inequality.lower].value else {
                throw .wrongOrder(inequality: index)
            }
        }
        self.cells = cells
        self.relations = relations
        self.inequalities = inequalities
    }

    /// Decides which cells to hide, so that each small one may be anything in an interval at least its threshold wide.
    ///
    /// The intervals are those of a reader who has the shown cells and the problem's relations and comparisons, and knows that
    /// counts are not negative. Somebody who ran this rule on every table that fits could rule some of them out; no pattern that
    /// follows from the counts is free of that.
    ///
    /// The same problem always has the same pattern. At worst all cells are hidden.
    public func solve() -> SuppressionPattern {
        guard cells.contains(where: \.isSmall) else {
            return SuppressionPattern(cells.map { $0.isPublishable ? .shown : .complementary })
        }
        var solver = SuppressionSolver(self)
        return solver.solve()
    }
}

/// What is wrong with a problem.
public enum SuppressionError: Error, Hashable, Sendable {
    /// The cell at this index is negative.
    case negativeCell(Int)
    /// A relation or comparison names a cell that is not there.
    case noSuchCell(Int)
    /// The relation at this index names a cell twice.
    case repeatedCell(relation: Int)
    /// The parts of the relation at this index do not add up to its total.
    case wrongSum(relation: Int)
    /// The upper cell of the comparison at this index is less than the lower one.
    case wrongOrder(inequality: Int)
}
