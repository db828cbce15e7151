/// Rows of words in columns, aligned for a terminal.
struct AlignedText {
    private var rows: [[String]] = []

    /// Adds a row; its columns line up with those of the other rows.
    mutating func append(_ row: [String]) { rows.append(row) }

    /// The rows, each after an indent, without blanks at their ends.
    func text(indent: Int = 2) -> String {
        let width = rows.map(\.count).max() ?? 0
        let widths = (0..<width).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        return rows.map { row in
            var line = String(repeating: " ", count: indent)
            for (column, cell) in row.enumerated() {
                line += cell + String(repeating: " ", count: widths[column] - cell.count + 2)
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
