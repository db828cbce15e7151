import Disclosure

extension SuppressionProblem {
    /// A table with a row and a column of totals: cells row by row, then the rows' totals, the columns' totals, the total.
    ///
    /// - Parameter hide: cells that are hidden whatever the threshold says, with a threshold above their value.
    static func twoWay(_ table: [[Int]], threshold: Int, hide: (Int) -> Bool = { _ in false }) throws -> Self {
        let (rows, columns) = (table.count, table[0].count)
        let inner = table.joined().map {
            hide($0) ? Cell(value: $0, threshold: max(threshold, $0 + 1)) : Cell(value: $0, threshold: threshold)
        }
        let rowTotals = table.map { $0.reduce(0, +) }
        let columnTotals = (0..<columns).map { column in table.reduce(0) { $0 + $1[column] } }
        let margins = rowTotals + columnTotals + [rowTotals.reduce(0, +)]
        let size = rows * columns
        var relations = (0..<rows).map { row in
            Relation(total: size + row, parts: (0..<columns).map { row * columns + $0 })
        }
        relations += (0..<columns).map { column in
            Relation(total: size + rows + column, parts: (0..<rows).map { $0 * columns + column })
        }
        relations.append(Relation(total: size + rows + columns, parts: Array(size..<size + rows)))
        relations.append(Relation(total: size + rows + columns, parts: Array(size + rows..<size + rows + columns)))
        return try Self(cells: inner + margins.map { Cell(value: $0, threshold: threshold) }, relations: relations)
    }
}
