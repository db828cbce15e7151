/// Rows of marks on a common axis: what dot plots, dumbbells and gap charts share.
///
/// No label can meet another: a label stands outside all that is drawn in its lane, and the plot keeps margins in which the
/// widest label has room even where a mark is at the end of the axis.
struct MarkRows: Equatable, Sendable {
    /// What joins the two marks of a row.
    enum Connector: Sendable {
        case none, line, arrow
    }

    struct Row: Equatable, Sendable {
        let label: String
        let detail: String?
        /// One for each series.
        let marks: [ChartMark?]
        let note: String?
    }

    /// What stands in the column at the right.
    static let noteStyle = TextStyle.normal
    static let valueStyle = TextStyle(size: 11, color: ChartPalette.ink)
    static let laneHeight = 15.0

    var kind: String
    var series: [(label: String, symbol: Symbol)] { seriesLabels.indices.map { (seriesLabels[$0], symbols[$0]) } }
    var seriesLabels: [String]
    var symbols: [Symbol]
    var groups: [ChartGroup<Row>]
    var axis: ChartAxis
    var connector: Connector
    var noteTitle: String?
    /// A value that a line across all rows marks.
    var reference: Double?
    var width: Double

    /// All numbers that the axis has to reach.
    var values: [Double] {
        groups.flatMap(\.rows).flatMap(\.marks).flatMap { mark in
            mark.map {
                $0.isDrawn ? [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap(\.self) : []
            }
                ?? []
        } + [reference].compactMap(\.self)
    }

    func drawing() -> Drawing {
        var drawing = Drawing(width: width)
        let rows = groups.flatMap(\.rows)
        guard !rows.isEmpty else { return drawing }
        let frame = MarkFrame(self)
        if seriesLabels.count > 1 {
            Legend.draw(series.map { (.symbol($0.symbol), $0.label) }, in: &drawing)
        }
        drawNoteTitle(frame, in: &drawing)
        let top = drawing.height
        let plan = layOut(frame, from: top)
        drawGrid(frame, plan.headings, from: top, to: plan.height, in: &drawing)
        for heading in plan.headings { drawing.add(heading.lines, x: 0, top: heading.top, style: .bold) }
        for (row, center) in plan.rows {
            MarkRowDrawing(chart: self, frame: frame, row: row, center: center).draw(in: &drawing)
        }
        drawing.height = plan.height
        drawing.addAxis(
            frame.scale.ticks.map { (frame.x($0), frame.scale.text($0, axis.format)) }, title: axis.title,
            from: frame.left, to: frame.right)
        return drawing
    }

    private func drawNoteTitle(_ frame: MarkFrame, in drawing: inout Drawing) {
        let lines = TextStyle.small.lines(noteTitle ?? "", width: frame.noteWidth)
        guard frame.noteWidth > 0, !lines.isEmpty else { return }
        drawing.add(lines, x: width - frame.noteWidth, top: drawing.height, style: .small)
        drawing.height += TextStyle.small.height(lines.count) + 2
    }

    /// Where each heading and row stands, before anything is drawn: the grid lies below them and needs the height.
    private func layOut(
        _ frame: MarkFrame, from top: Double
    ) -> (headings: [(lines: [String], top: Double)], rows: [(Row, Double)], height: Double) {
        var (headings, rows, height): ([(lines: [String], top: Double)], [(Row, Double)], Double) = ([], [], top)
        for (index, group) in groups.filter({ !$0.rows.isEmpty }).enumerated() {
            let lines = TextStyle.bold.lines(group.title ?? "", width: width)
            if index > 0 { height += 8 }
            headings.append((lines, height))
            if !lines.isEmpty { height += TextStyle.bold.height(lines.count) + 2 }
            for row in group.rows {
                let rowHeight = frame.height(of: row, in: self) + 6
                rows.append((row, height + rowHeight / 2))
                height += rowHeight
            }
        }
        return (headings, rows, height + 2)
    }

    /// Grid lines stop at headings, whose text they would cross.
    private func drawGrid(
        _ frame: MarkFrame, _ headings: [(lines: [String], top: Double)], from top: Double, to bottom: Double,
        in drawing: inout Drawing
    ) {
        var spans: [(Double, Double)] = []
        var start = top
        for heading in headings where !heading.lines.isEmpty {
            if heading.top > start { spans.append((start, heading.top - 2)) }
            start = heading.top + TextStyle.bold.height(heading.lines.count) + 1
        }
        spans.append((start, bottom))
        for (start, end) in spans where end > start {
            for tick in frame.scale.ticks {
                let isZero = abs(tick) < 1e-9 || tick == frame.scale.lower
                drawing.add(
                    .line(Point(x: frame.x(tick), y: start), Point(x: frame.x(tick), y: end)),
                    .stroke(isZero ? ChartPalette.axis : ChartPalette.grid))
            }
            if let reference, AxisScale.isUsable(reference) {
                drawing.add(
                    .line(Point(x: frame.x(reference), y: start), Point(x: frame.x(reference), y: end)),
                    .stroke(ChartPalette.axis, 1.2, dash: "4 3"))
            }
        }
    }
}
