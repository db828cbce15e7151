/// Rows of a figure under a heading, such as the waves of one item.
public struct ChartGroup<Row: Equatable & Sendable>: Equatable, Sendable {
    /// The heading; nil for rows without one.
    public var title: String?
    /// The rows, from top to bottom.
    public var rows: [Row]

    /// Creates a group.
    public init(title: String? = nil, rows: [Row]) {
        self.title = title
        self.rows = rows
    }
}

extension Array {
    /// The rows of groups in as few lists of groups as hold them, each passing `fits`; one row stands alone where it must.
    ///
    /// A group is divided only where it doesn't fit alone.
    func parts<Row>(where fits: ([ChartGroup<Row>]) -> Bool) -> [[ChartGroup<Row>]] where Element == ChartGroup<Row> {
        var parts: [[ChartGroup<Row>]] = []
        var current: [ChartGroup<Row>] = []
        func close() {
            if !current.isEmpty { parts.append(current) }
            current = []
        }
        for group in self where !group.rows.isEmpty {
            if fits(current + [group]) {
                current.append(group)
                continue
            }
            close()
            if fits([group]) {
                current = [group]
                continue
            }
            var piece = ChartGroup(title: group.title, rows: [Row]())
            for row in group.rows {
                let longer = ChartGroup(title: group.title, rows: piece.rows + [row])
                if piece.rows.isEmpty || fits([longer]) {
                    piece = longer
                } else {
                    parts.append([piece])
                    piece.rows = [row]
                }
            }
            current = [piece]
        }
        close()
        return parts
    }
}
