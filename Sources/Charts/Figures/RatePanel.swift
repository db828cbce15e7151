/// One panel of rates over years.
struct RatePanel {
    private let points: [RateTrend.Point]
    private let format: ChartNumberFormat
    private let scale: AxisScale
    private let left: Double
    private let right: Double
    private let top: Double

    private static let plotHeight = 96.0
    /// Above the end of the axis, so that the label of the greatest value has room.
    private static let headroom = 16.0
    private static let valueStyle = TextStyle(size: 11, color: ChartPalette.ink)

    init(_ panel: RateTrend.Panel, format: ChartNumberFormat, left: Double, top: Double, width: Double) {
        points = panel.points
        self.format = format
        let values = points.map(\.mark).flatMap { mark in
            [mark.value, mark.interval?.lowerBound, mark.interval?.upperBound].compactMap(\.self)
        }
        let scale = AxisScale(holding: values + [0], range: nil, maximumSteps: 3)
        self.scale = scale
        let ticks = scale.ticks.map { TextStyle.small.room(scale.text($0, format)) }
        self.left = left + min(ticks.max() ?? 0, width * 0.4) + 6
        right = left + width
        self.top = top + Self.headroom
    }

    private var bottom: Double { top + Self.plotHeight }

    private func x(_ index: Int) -> Double {
        let slot = (right - left) / Double(points.count)
        return left + slot * (Double(index) + 0.5)
    }

    private func y(_ value: Double) -> Double { bottom - scale.share(value) * Self.plotHeight }

    /// Draws the panel and tells where it ends.
    func draw(in drawing: inout Drawing) -> Double {
        drawGrid(in: &drawing)
        let values = placedValues()
        for label in values { drawing.addBacking(of: label) }
        drawLine(in: &drawing)
        let color = ChartPalette.series[0]
        for (index, point) in points.enumerated() where point.mark.isDrawn {
            if let interval = point.mark.interval {
                let (low, high) = (y(interval.lowerBound), y(interval.upperBound))
                drawing.add(
                    .line(Point(x: x(index), y: low), Point(x: x(index), y: high)), .stroke(color, 1.2))
                for end in [low, high] {
                    drawing.add(
                        .line(Point(x: x(index) - 3, y: end), Point(x: x(index) + 3, y: end)), .stroke(color, 1.2))
                }
            }
            Symbol(form: .circle, color: color, isHollow: false)
                .draw(at: Point(x: x(index), y: y(point.mark.position)), in: &drawing)
        }
        for label in values { drawing.add(label) }
        return drawYears(in: &drawing)
    }

    private func drawGrid(in drawing: inout Drawing) {
        for tick in scale.ticks {
            let isZero = abs(tick) < 1e-9
            drawing.add(
                .line(Point(x: left, y: y(tick)), Point(x: right, y: y(tick))),
                .stroke(isZero ? ChartPalette.axis : ChartPalette.grid))
            let label = Label(
                scale.text(tick, format), x: left - 5, center: y(tick), anchor: .end, style: .small)
            // A number wider than its column would reach into the panel at the left.
            if label.box.left >= left - 6 - (right - left) * 0.7 { drawing.add(label) }
        }
    }

    /// Lines between years that follow each other, with a gap at a withheld one.
    private func drawLine(in drawing: inout Drawing) {
        var run: [Point] = []
        func close(_ drawing: inout Drawing) {
            if run.count > 1 { drawing.add(.polyline(run), .stroke(ChartPalette.series[0], 1.6)) }
            run = []
        }
        for (index, point) in points.enumerated() {
            if let value = point.mark.value {
                run.append(Point(x: x(index), y: y(value)))
            } else {
                close(&drawing)
            }
        }
        close(&drawing)
    }

    /// Labels of values: the last, the first, then the others as far as there is room above or below.
    private func placedValues() -> [Label] {
        var placed: [Label] = []
        let style = Self.valueStyle
        var taken = points.indices.compactMap(markBox)
        let order = [points.count - 1, 0] + points.indices.dropFirst().dropLast()
        var seen: Set<Int> = []
        for index in order where seen.insert(index).inserted {
            let mark = points[index].mark
            let box = markBox(index)
            let above = (box?.top ?? bottom - 2) - 2 - FontMetrics.descent * style.size * 0.6
            let below = (box?.bottom ?? bottom) + 2 + FontMetrics.ascent * style.size
            for baseline in box == nil ? [above] : [above, below] {
                var label = Label(
                    TextWrapping.cleaned(mark.text), x: x(index), baseline: baseline, anchor: .middle, style: style)
                if label.box.right > right { label.x -= label.box.right - right }
                if label.box.left < left { label.x += left - label.box.left }
                let fits =
                    label.box.right <= right + 0.01 && label.box.bottom <= bottom
                    && label.box.top >= top - Self.headroom
                guard fits, !taken.contains(where: label.box.overlaps) else { continue }
                taken.append(label.box)
                placed.append(label)
                break
            }
        }
        return placed
    }

    /// What the mark of a year and its whiskers cover.
    private func markBox(_ index: Int) -> Box? {
        guard let value = points[index].mark.value else { return nil }
        let interval = points[index].mark.interval ?? value...value
        return Box(
            left: x(index) - 4.5, top: min(y(value) - 4.5, y(interval.upperBound)), right: x(index) + 4.5,
            bottom: max(y(value) + 4.5, y(interval.lowerBound)))
    }

    /// Years below the axis, the last first and from there every one, second, third … that has room; tells where they end.
    private func drawYears(in drawing: inout Drawing) -> Double {
        let style = TextStyle.small
        let labels = points.indices.map { index in
            let lines = style.lines(points[index].label, width: right - left)
            let half = (lines.map(style.room).max() ?? 0) / 2
            // Moved into the panel where it would reach out of it.
            let center = max(left + half, min(right - half, x(index)))
            return (lines: lines, center: center, left: center - half, right: center + half)
        }
        var step = 1
        while step < labels.count {
            let shown = stride(from: labels.count - 1, through: 0, by: -step).map { labels[$0] }
            if zip(shown, shown.dropFirst()).allSatisfy({ $1.right + 4 <= $0.left }) { break }
            step += 1
        }
        var height = 0.0
        for index in stride(from: labels.count - 1, through: 0, by: -step) {
            drawing.add(labels[index].lines, x: labels[index].center, top: bottom + 3, anchor: .middle, style: style)
            height = max(height, style.height(labels[index].lines.count))
        }
        return bottom + 3 + height
    }
}
