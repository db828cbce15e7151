/// The columns of a figure of marks: labels, plot with its margins, notes.
struct MarkFrame {
    let labelWidth: Double
    let noteWidth: Double
    /// The widest that a mark's label may be before it is wrapped.
    let valueWidth: Double
    let left: Double
    let right: Double
    let scale: AxisScale

    init(_ chart: MarkRows) {
        let rows = chart.groups.flatMap(\.rows)
        labelWidth = RowLabel.column(rows.map { ($0.label, $0.detail) }, of: chart.width)
        let notes = rows.compactMap(\.note).map(TextWrapping.cleaned).map(MarkRows.noteStyle.room)
        let noteTitle = notes.isEmpty ? 0 : TextStyle.small.room(TextWrapping.cleaned(chart.noteTitle ?? ""))
        noteWidth = min(max(notes.max() ?? 0, min(noteTitle, 70)), chart.width * 0.2)
        let limit = chart.width * 0.13
        valueWidth = limit
        let widest =
            rows.flatMap(\.marks).compactMap { $0?.text }
            .flatMap { MarkRows.valueStyle.lines($0, width: limit) }.map(MarkRows.valueStyle.room).max() ?? 0
        let margin = widest + Symbol.reach + 4
        let isPaired = chart.connector != .none
        left = labelWidth + (labelWidth > 0 ? 10 : 0) + (isPaired ? margin : Symbol.reach + 8)
        right = chart.width - noteWidth - (noteWidth > 0 ? 10 : 0) - margin
        var steps = 4
        var scale = AxisScale(holding: chart.values, range: chart.axis.range, maximumSteps: steps)
        let room = right - left
        while steps > 1 {
            let widths = scale.ticks.map { TextStyle.small.room(scale.text($0, chart.axis.format)) }
            if (widths.max() ?? 0) + 10 <= room / Double(scale.ticks.count - 1) { break }
            steps -= 1
            scale = AxisScale(holding: chart.values, range: chart.axis.range, maximumSteps: steps)
        }
        self.scale = scale
    }

    func x(_ value: Double) -> Double { left + scale.share(value) * (right - left) }

    /// The lines of a mark's label.
    func lines(_ mark: ChartMark) -> [String] { MarkRows.valueStyle.lines(mark.text, width: valueWidth) }

    func laneHeight(_ mark: ChartMark) -> Double {
        max(MarkRows.laneHeight, MarkRows.valueStyle.height(lines(mark).count))
    }

    func height(of row: MarkRows.Row, in chart: MarkRows) -> Double {
        let lanes = row.marks.compactMap(\.self).map(laneHeight)
        let marks = chart.sharesLane(row) ? lanes.max() ?? 0 : lanes.reduce(0, +)
        let note = MarkRows.noteStyle.lines(row.note ?? "", width: noteWidth)
        return max(
            marks, MarkRows.noteStyle.height(note.count), MarkRows.laneHeight,
            RowLabel(row.label, detail: row.detail, width: labelWidth).height)
    }
}

extension MarkRows {
    /// Whether the two marks of a row stand on one line: where both are drawn and neither has an interval.
    func sharesLane(_ row: Row) -> Bool {
        connector != .none
            && row.marks.allSatisfy { mark in mark.map { $0.isDrawn && $0.interval == nil } ?? false }
    }
}
