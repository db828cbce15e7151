/// Lays out bars of answers.
struct DivergingDrawing {
    private let figure: DivergingBars
    private let scale: DivergingScale
    private let bars: [[DivergingBar?]]
    private let paints: [Paint]
    private let groups: [ChartGroup<DivergingBars.Row>]
    private let labelWidth: Double
    private let summaryWidth: Double
    private let left: Double
    private let right: Double

    private static let barHeight = 14.0
    private static let pieceStyle = TextStyle(size: 11, color: ChartPalette.ink)

    init(_ figure: DivergingBars) {
        self.figure = figure
        scale = DivergingScale(figure)
        paints = Self.paints(figure.categories)
        groups = figure.groups.filter { !$0.rows.isEmpty }
        bars = groups.map { $0.rows.map { DivergingBar($0.answers, in: figure) } }
        let rows = groups.flatMap(\.rows)
        labelWidth = RowLabel.column(rows.map { ($0.label, $0.detail) }, of: figure.width)
        let summaries = rows.compactMap(\.summary).map(TextWrapping.cleaned).map(TextStyle.bold.room)
        let title = summaries.isEmpty ? 0 : min(TextStyle.small.room(figure.summaryTitle ?? ""), 66)
        summaryWidth = min(max(summaries.max() ?? 0, title), figure.width * 0.2)
        left = labelWidth + (labelWidth > 0 ? 10 : 2)
        right = figure.width - summaryWidth - (summaryWidth > 0 ? 12 : 14)
    }

    private func x(_ percent: Double) -> Double {
        left + (percent + scale.reach.left) / (scale.reach.left + scale.reach.right) * (right - left)
    }

    func drawing() -> Drawing { layout(drawsRows: true) }

    /// The figure's height, for which no row has to be drawn.
    var height: Double { layout(drawsRows: false).height }

    private func layout(drawsRows: Bool) -> Drawing {
        var drawing = Drawing(width: figure.width)
        guard !groups.isEmpty else { return drawing }
        let reach = Legend.draw(legend, in: &drawing)
        addSummaryTitle(besideLegendUpTo: reach, in: &drawing)
        for (index, group) in groups.enumerated() {
            drawing.addHeading(group.title, isFirst: index == 0)
            let rows = group.rows.map { RowLabel($0.label, detail: $0.detail, width: labelWidth) }
            let heights = zip(rows, group.rows).map { max($0.height + 3, height(of: $1) + 4) }
            guard drawsRows else {
                for height in heights { drawing.height += height }
                continue
            }
            grid(from: drawing.height, to: drawing.height + heights.reduce(0, +), in: &drawing)
            for (row, label) in rows.enumerated() {
                let center = drawing.height + heights[row] / 2
                label.draw(center: center, in: &drawing)
                draw(group.rows[row], bars[index][row], center: center, in: &drawing)
                drawing.height += heights[row]
            }
        }
        drawing.addAxis(
            scale.ticks.map { (x($0), figure.format.text(abs($0))) }, title: figure.axisTitle, from: left, to: right)
        return drawing
    }

    /// The heading of the column at the right, which stands beside the legend where there is room.
    private func addSummaryTitle(besideLegendUpTo reach: Double, in drawing: inout Drawing) {
        let title = TextStyle.small.lines(figure.summaryTitle ?? "", width: summaryWidth)
        guard summaryWidth > 0, !title.isEmpty else { return }
        let height = TextStyle.small.height(title.count) + 2
        let isBeside = reach + 12 <= figure.width - summaryWidth
        drawing.height = isBeside ? max(drawing.height, height) : drawing.height + height
        drawing.add(title, x: figure.width, top: drawing.height - height, anchor: .end, style: .small)
    }

    private func height(of row: DivergingBars.Row) -> Double {
        var lines = TextStyle.bold.lines(row.summary ?? "", width: summaryWidth).count
        if case .note(let note) = row.answers {
            lines = max(lines, TextStyle.normal.lines(note, width: right - left - 6).count)
        }
        return max(Self.barHeight, TextStyle.normal.height(lines))
    }

    private func grid(from top: Double, to bottom: Double, in drawing: inout Drawing) {
        for tick in scale.ticks {
            drawing.add(
                .line(Point(x: x(tick), y: top), Point(x: x(tick), y: bottom)),
                .stroke(tick == 0 ? ChartPalette.ink : ChartPalette.grid))
        }
    }

    private func draw(
        _ row: DivergingBars.Row, _ bar: DivergingBar?, center: Double, in drawing: inout Drawing
    ) {
        let (top, bottom) = (center - Self.barHeight / 2, center + Self.barHeight / 2)
        var position = -(bar?.leftOfCenter ?? 0)
        for piece in bar?.pieces ?? [] {
            let (start, end) = (x(position), x(position + piece.percent))
            position += piece.percent
            let paint = paint(of: piece.kind)
            // A gap of one unit between pieces, inside their outlines; the thinnest piece is still a hair's breadth.
            let inset = min(0.5 + (paint.stroke == nil ? 0 : paint.strokeWidth / 2), (end - start) * 0.3)
            let vertical = paint.stroke == nil ? 0 : paint.strokeWidth / 2
            drawing.add(
                .rectangle(
                    Box(left: start + inset, top: top + vertical, right: end - inset, bottom: bottom - vertical)),
                paint)
            var style = Self.pieceStyle
            if let fill = paint.fill { style.color = ChartPalette.text(on: fill) }
            let text = figure.valueFormat.text(piece.percent)
            if style.room(text) + 3 <= end - start {
                drawing.add(Label(text, x: (start + end) / 2, center: center, anchor: .middle, style: style))
            }
        }
        if bar == nil, case .note(let note) = row.answers {
            let lines = TextStyle.normal.lines(note, width: right - left - 6)
            drawing.addCentered(lines, x: left + 3, center: center, style: .normal, isBacked: true)
        }
        let summary = TextStyle.bold.lines(row.summary ?? "", width: summaryWidth)
        drawing.addCentered(summary, x: figure.width, center: center, anchor: .end, style: .bold)
    }

    private func paint(of kind: DivergingBar.Piece.Kind) -> Paint {
        switch kind {
        case .remainder: Paint(fill: ChartPalette.remainder, stroke: ChartPalette.axis, strokeWidth: 1, dash: "3 2")
        case .allFavorable: .fill(ChartPalette.shades(ChartPalette.favorable, count: 1)[0])
        case .category(let index): paints[index]
        }
    }

    /// A paint for each category.
    static func paints(_ categories: [DivergingBars.Category]) -> [Paint] {
        var unfavorable = ChartPalette.shades(
            ChartPalette.unfavorable, count: categories.count { $0.side == .unfavorable })[...]
        var favorable = ChartPalette.shades(ChartPalette.favorable, count: categories.count { $0.side == .favorable })[
            ...]
        return categories.map { category in
            switch category.side {
            case .neutral: Paint(fill: ChartPalette.neutral, stroke: ChartPalette.axis)
            case .unfavorable: unfavorable.popFirst().map(Paint.fill) ?? .fill(ChartPalette.neutral)
            case .favorable: favorable.popLast().map(Paint.fill) ?? .fill(ChartPalette.neutral)
            }
        }
    }

    /// Only what is drawn is in the legend: the scale in its order, then what is told together.
    private var legend: [(key: Legend.Key, text: String)] {
        let drawn = bars.flatMap { $0 }.compactMap(\.self).flatMap(\.pieces).map(\.kind)
        var entries: [(key: Legend.Key, text: String)] = []
        let hasCategories = drawn.contains { if case .category = $0 { true } else { false } }
        if hasCategories {
            entries += figure.categories.enumerated().map { (.swatch(paint(of: .category($0))), $1.label) }
        }
        if drawn.contains(.allFavorable) { entries.append((.swatch(paint(of: .allFavorable)), figure.favorableLabel)) }
        if drawn.contains(.remainder) { entries.append((.swatch(paint(of: .remainder)), figure.remainderLabel)) }
        // A scale with one favorable point has its color and words already.
        return entries.reduce(into: []) { unlike, entry in
            if !unlike.contains(where: { $0 == entry }) { unlike.append(entry) }
        }
    }
}
