/// One row of marks.
struct MarkRowDrawing {
    let chart: MarkRows
    let frame: MarkFrame
    let row: MarkRows.Row
    let center: Double

    private struct Lane {
        let mark: ChartMark
        let symbol: Symbol
        let y: Double
    }

    func draw(in drawing: inout Drawing) {
        RowLabel(row.label, detail: row.detail, width: frame.labelWidth).draw(center: center, in: &drawing)
        let lanes = lanes
        let isShared = chart.sharesLane(row)
        for y in isShared ? [center] : lanes.map(\.y) {
            drawing.add(.line(Point(x: frame.left, y: y), Point(x: frame.right, y: y)), .stroke(ChartPalette.grid))
        }
        for lane in lanes { drawInterval(lane, in: &drawing) }
        if lanes.count == 2, chart.connector != .none { connect(lanes[0], lanes[1], in: &drawing) }
        for lane in lanes where lane.mark.isDrawn {
            lane.symbol.draw(at: Point(x: frame.x(lane.mark.position), y: lane.y), in: &drawing)
        }
        let firstIsLeft = lanes.count == 2 && lanes[0].mark.position <= lanes[1].mark.position
        for (index, lane) in lanes.enumerated() {
            let isAtLeft = chart.connector != .none && lanes.count == 2 && (index == 0) == firstIsLeft
            drawText(lane, isAtLeft: isAtLeft, in: &drawing)
        }
        let note = MarkRows.noteStyle.lines(row.note ?? "", width: frame.noteWidth)
        drawing.addCentered(note, x: chart.width - frame.noteWidth, center: center, style: MarkRows.noteStyle)
    }

    private var lanes: [Lane] {
        let marks = zip(row.marks, chart.symbols).compactMap { mark, symbol in mark.map { ($0, symbol) } }
        if chart.sharesLane(row) { return marks.map { Lane(mark: $0, symbol: $1, y: center) } }
        var y = center - marks.map { frame.laneHeight($0.0) }.reduce(0, +) / 2
        return marks.map { mark, symbol in
            let height = frame.laneHeight(mark)
            defer { y += height }
            return Lane(mark: mark, symbol: symbol, y: y + height / 2)
        }
    }

    private func drawInterval(_ lane: Lane, in drawing: inout Drawing) {
        guard lane.mark.isDrawn, let interval = lane.mark.interval else { return }
        let paint = Paint.stroke(lane.symbol.color, 1.4)
        let (start, end) = (frame.x(interval.lowerBound), frame.x(interval.upperBound))
        drawing.add(.line(Point(x: start, y: lane.y), Point(x: end, y: lane.y)), paint)
        for x in [start, end] {
            drawing.add(.line(Point(x: x, y: lane.y - 3), Point(x: x, y: lane.y + 3)), paint)
        }
    }

    private func connect(_ first: Lane, _ second: Lane, in drawing: inout Drawing) {
        guard first.mark.isDrawn, second.mark.isDrawn else { return }
        let start = Point(x: frame.x(first.mark.position), y: first.y)
        let end = Point(x: frame.x(second.mark.position), y: second.y)
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 2 * Symbol.reach else { return }
        let (ux, uy) = (dx / length, dy / length)
        let paint = Paint.stroke(ChartPalette.axis, first.y == second.y ? 2 : 1.2)
        let isArrow = chart.connector == .arrow && length > 2 * Symbol.reach + 8
        let tip = Point(x: end.x - ux * (Symbol.reach + 0.5), y: end.y - uy * (Symbol.reach + 0.5))
        let stop = isArrow ? Point(x: tip.x - ux * 6, y: tip.y - uy * 6) : tip
        drawing.add(.line(Point(x: start.x + ux * Symbol.reach, y: start.y + uy * Symbol.reach), stop), paint)
        guard isArrow else { return }
        drawing.add(
            .polygon([
                tip, Point(x: stop.x - uy * 3.5, y: stop.y + ux * 3.5),
                Point(x: stop.x + uy * 3.5, y: stop.y - ux * 3.5),
            ]), .fill(ChartPalette.axis))
    }

    /// The label outside of mark and interval; that of a mark which is not drawn stands at the beginning of the plot.
    private func drawText(_ lane: Lane, isAtLeft: Bool, in drawing: inout Drawing) {
        let lines = frame.lines(lane.mark)
        var style = MarkRows.valueStyle
        guard lane.mark.isDrawn else {
            style.color = ChartPalette.soft
            drawing.addCentered(lines, x: frame.left + 3, center: lane.y, style: style, isBacked: true)
            return
        }
        let ends = [lane.mark.position, lane.mark.interval?.lowerBound, lane.mark.interval?.upperBound].compactMap(
            \.self)
        let position = frame.x(lane.mark.position)
        if isAtLeft {
            let edge = min(position - Symbol.reach, frame.x(ends.min() ?? 0)) - 3
            drawing.addCentered(lines, x: edge, center: lane.y, anchor: .end, style: style, isBacked: true)
        } else {
            let edge = max(position + Symbol.reach, frame.x(ends.max() ?? 0)) + 3
            drawing.addCentered(lines, x: edge, center: lane.y, style: style, isBacked: true)
        }
    }
}
