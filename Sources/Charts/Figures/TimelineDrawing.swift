import Dates

/// Lays out action steps.
struct TimelineDrawing {
    private let timeline: PlanTimeline
    private let scale: MonthScale
    private let labelWidth: Double
    private let dueWidth: Double
    private let left: Double
    private let right: Double

    private static let dueStyle = TextStyle(size: 11, color: ChartPalette.ink)

    init(_ timeline: PlanTimeline) {
        self.timeline = timeline
        scale = MonthScale(timeline)
        let steps = timeline.goals.flatMap(\.rows)
        let column = (timeline.width * 0.45).rounded()
        labelWidth =
            steps.flatMap {
                TextStyle.normal.lines($0.label, width: column).map(TextStyle.normal.room)
                    + TextStyle.small.lines($0.detail ?? "", width: column).map(TextStyle.small.room)
            }.max() ?? 0
        let limit = timeline.width * 0.18
        dueWidth = limit
        let dues = steps.flatMap { Self.dueStyle.lines($0.dueText, width: limit) }.map(Self.dueStyle.room).max() ?? 0
        left = labelWidth + 12
        right = timeline.width - dues - Symbol.reach - 4
    }

    private func x(_ date: CalendarDate) -> Double { left + scale.share(date) * (right - left) }

    private func x(month: Int) -> Double {
        left + Double(month - scale.months.lowerBound) / Double(scale.months.count) * (right - left)
    }

    func drawing() -> Drawing {
        var drawing = Drawing(width: timeline.width)
        drawLegend(in: &drawing)
        drawToday(in: &drawing)
        let axis = MonthAxis(scale, names: timeline.words.months, x: x(month:), from: left, to: right)
        if scale.hasDates { axis.draw(in: &drawing) }
        for (index, goal) in timeline.goals.enumerated() {
            drawing.addHeading(goal.title, isFirst: index == 0)
            let labels = goal.rows.map(label)
            let heights = zip(labels, goal.rows).map { label, step in
                let due = Self.dueStyle.lines(step.dueText, width: dueWidth).count
                return max(label.height, Self.dueStyle.height(due), 2 * Symbol.reach) + 5
            }
            let bottom = drawing.height + heights.reduce(0, +)
            for month in scale.hasDates ? axis.ticks : [] {
                drawing.add(
                    .line(Point(x: x(month: month), y: drawing.height), Point(x: x(month: month), y: bottom)),
                    .stroke(ChartPalette.grid))
            }
            if let today = timeline.today {
                drawing.add(
                    .line(Point(x: x(today.date), y: drawing.height), Point(x: x(today.date), y: bottom)),
                    .stroke(ChartPalette.ink, 1.2, dash: "4 3"))
            }
            for (row, step) in goal.rows.enumerated() {
                let center = drawing.height + heights[row] / 2
                labels[row].draw(center: center, in: &drawing)
                draw(step, center: center, in: &drawing)
                drawing.height += heights[row]
            }
        }
        drawing.height += 2
        return drawing
    }

    private struct StepLabel {
        let label: [String]
        let detail: [String]

        var height: Double { TextStyle.normal.height(label.count) + TextStyle.small.height(detail.count) }

        func draw(center: Double, in drawing: inout Drawing) {
            if detail.isEmpty { return drawing.addCentered(label, x: 0, center: center, style: .normal) }
            drawing.add(label, x: 0, top: center - height / 2)
            drawing.add(detail, x: 0, top: center - height / 2 + TextStyle.normal.height(label.count), style: .small)
        }
    }

    private func label(_ step: PlanTimeline.Step) -> StepLabel {
        StepLabel(
            label: TextStyle.normal.lines(step.label, width: labelWidth),
            detail: TextStyle.small.lines(step.detail ?? "", width: labelWidth))
    }

    private func draw(_ step: PlanTimeline.Step, center: Double, in drawing: inout Drawing) {
        let lines = Self.dueStyle.lines(step.dueText, width: dueWidth)
        guard let due = step.due else {
            let mark = Point(x: left + Symbol.reach, y: center)
            Self.symbol(step.progress).draw(at: mark, in: &drawing)
            drawing.addCentered(
                lines, x: mark.x + Symbol.reach + 3, center: center,
                style: TextStyle(size: 11, color: ChartPalette.soft), isBacked: true)
            return
        }
        let mark = x(due)
        drawing.add(
            .line(Point(x: left, y: center), Point(x: mark - Symbol.reach, y: center)), .stroke(ChartPalette.grid))
        Self.symbol(step.progress).draw(at: Point(x: mark, y: center), in: &drawing)
        let room = lines.map(Self.dueStyle.room).max() ?? 0
        let start = mark + Symbol.reach + 3
        // The line of today would cross the words: they go to the other side of the mark where there is room.
        if let today = timeline.today.map({ x($0.date) }), (start - 2...start + room + 2).contains(today),
            mark - Symbol.reach - 3 - room >= left
        {
            drawing.addCentered(
                lines, x: mark - Symbol.reach - 3, center: center, anchor: .end, style: Self.dueStyle, isBacked: true)
        } else {
            drawing.addCentered(lines, x: start, center: center, style: Self.dueStyle, isBacked: true)
        }
    }

    private func drawLegend(in drawing: inout Drawing) {
        let used = Set(timeline.goals.flatMap(\.rows).map(\.progress))
        let entries = PlanTimeline.Progress.allCases.filter(used.contains).compactMap { progress in
            timeline.words.progress[progress].map { (Legend.Key.symbol(Self.symbol(progress)), $0) }
        }
        Legend.draw(entries.map { (key: $0.0, text: $0.1) }, in: &drawing)
    }

    /// The words over the line of today, in a band that nothing else is in.
    private func drawToday(in drawing: inout Drawing) {
        guard let today = timeline.today else { return }
        let lines = TextStyle.small.lines(today.label, width: timeline.width)
        let half = (lines.map(TextStyle.small.room).max() ?? 0) / 2
        let center = max(half, min(timeline.width - half, x(today.date)))
        drawing.add(lines, x: center, top: drawing.height, anchor: .middle, style: .small)
        drawing.height += TextStyle.small.height(lines.count) + 2
    }

    static func symbol(_ progress: PlanTimeline.Progress) -> Symbol {
        switch progress {
        case .done: Symbol(form: .circle, color: ChartPalette.series[0], isHollow: false)
        case .underway: Symbol(form: .diamond, color: ChartPalette.series[2], isHollow: false)
        case .planned: Symbol(form: .circle, color: ChartPalette.series[0], isHollow: true)
        case .late: Symbol(form: .triangle, color: ChartPalette.series[1], isHollow: false)
        case .dropped: Symbol(form: .cross, color: ChartPalette.axis, isHollow: false)
        }
    }
}
