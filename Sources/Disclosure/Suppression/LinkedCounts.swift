/// A problem as a system of equations over counts: the parts of each row less its total are 0.
///
/// A comparison is a row too, upper = lower + difference, with the difference as one more count that is never published.
struct LinkedCounts {
    /// A count in a row, with the sign that it has there.
    struct Entry {
        let index: Int
        let sign: Int
    }

    /// All counts: the cells, then the differences.
    let values: [Int]
    /// The counts in each row: first the relations, then the comparisons. The total comes first.
    let rows: [[Entry]]
    /// The rows of each count.
    let columns: [[Entry]]

    init(_ problem: SuppressionProblem) {
        var values = problem.cells.map(\.value)
        var rows = problem.relations.map { relation in
            [Entry(index: relation.total, sign: -1)] + relation.parts.map { Entry(index: $0, sign: 1) }
        }
        for inequality in problem.inequalities where inequality.upper != inequality.lower {
            rows.append([
                Entry(index: inequality.upper, sign: -1), Entry(index: inequality.lower, sign: 1),
                Entry(index: values.count, sign: 1),
            ])
            values.append(problem.cells[inequality.upper].value - problem.cells[inequality.lower].value)
        }
        var columns = [[Entry]](repeating: [], count: values.count)
        for (row, entries) in rows.enumerated() {
            for entry in entries { columns[entry.index].append(Entry(index: row, sign: entry.sign)) }
        }
        self.values = values
        self.rows = rows
        self.columns = columns
    }
}
