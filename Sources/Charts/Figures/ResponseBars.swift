/// How many of those who were invited answered, a bar for each group and wave.
public struct ResponseBars: ChartFigure, Equatable {
    /// One bar.
    public struct Row: Equatable, Sendable {
        /// What stands at the left, such as a wave.
        public let label: String
        /// What stands smaller beside or below it.
        public let detail: String?
        /// Percent from 0 to 100; nil where it is not told, and for a number that is not within.
        public let rate: Double?
        /// What stands at the end of the bar, such as "52 %, 214 of 411", or instead of it, such as "†".
        public let text: String
        /// Whether a later wave follows: drawn hollow.
        public let isEarlier: Bool

        /// Creates a row.
        public init(_ label: String, detail: String? = nil, rate: Double?, text: String, isEarlier: Bool = false) {
            self.label = label
            self.detail = detail
            self.rate = rate.flatMap { (0...100).contains($0) ? $0 : nil }
            self.text = text
            self.isEarlier = isEarlier
        }
    }

    private var groups: [ChartGroup<Row>]
    private let format: ChartNumberFormat
    private let axisTitle: String?
    private let width: Double

    private static let textStyle = TextStyle(size: 11, color: ChartPalette.ink)
    private static let barHeight = 13.0

    /// Creates a figure.
    /// - Parameters:
    ///   - format: how percents are written on the axis.
    ///   - width: in user units.
    public init(groups: [ChartGroup<Row>], format: ChartNumberFormat, axisTitle: String? = nil, width: Double = 660) {
        self.groups = groups
        self.format = format
        self.axisTitle = axisTitle
        self.width = width
    }

    /// The figure; the empty string where there is no row.
    public func svg(_ caption: ChartCaption) -> String { SVGWriter.svg(drawing, caption, kind: "response-bars") }

    /// The figure in parts that are no higher than `height`, for a page; one part where it fits.
    public func parts(maximumHeight height: Double) -> [ResponseBars] {
        func with(_ groups: [ChartGroup<Row>]) -> ResponseBars {
            var copy = self
            copy.groups = groups
            return copy
        }
        return groups.parts { with($0).height <= height }.map(with)
    }

    /// In user units; 0 where nothing is drawn.
    public var height: Double { drawing.height }

    var drawing: Drawing {
        var drawing = Drawing(width: width)
        let rows = groups.flatMap(\.rows)
        guard !rows.isEmpty else { return drawing }
        let labelWidth = RowLabel.column(rows.map { ($0.label, $0.detail) }, of: width)
        let limit = width * 0.3
        let textWidth = rows.flatMap { Self.textStyle.lines($0.text, width: limit) }.map(Self.textStyle.room).max() ?? 0
        let left = labelWidth + (labelWidth > 0 ? 10 : 2)
        let right = width - textWidth - 7
        func x(_ percent: Double) -> Double { left + percent / 100 * (right - left) }
        for (number, group) in groups.filter({ !$0.rows.isEmpty }).enumerated() {
            drawing.addHeading(group.title, isFirst: number == 0)
            let labels = group.rows.map { RowLabel($0.label, detail: $0.detail, width: labelWidth) }
            let texts = group.rows.map { Self.textStyle.lines($0.text, width: limit) }
            let heights = zip(labels, texts).map {
                max($0.height + 3, Self.barHeight + 5, Self.textStyle.height($1.count) + 3)
            }
            let bottom = drawing.height + heights.reduce(0, +)
            for percent in [0.0, 25, 50, 75, 100] {
                drawing.add(
                    .line(Point(x: x(percent), y: drawing.height), Point(x: x(percent), y: bottom)),
                    .stroke(percent == 0 ? ChartPalette.axis : ChartPalette.grid))
            }
            for (index, row) in group.rows.enumerated() {
                let center = drawing.height + heights[index] / 2
                labels[index].draw(center: center, in: &drawing)
                if let rate = row.rate { bar(row, from: left, to: x(rate), center: center, in: &drawing) }
                drawing.addCentered(
                    texts[index], x: x(row.rate ?? 0) + 5, center: center,
                    style: Self.textStyle, isBacked: true)
                drawing.height += heights[index]
            }
        }
        drawing.addAxis(
            [0.0, 25, 50, 75, 100].map { (x($0), format.text($0)) }, title: axisTitle, from: left, to: right)
        return drawing
    }

    private func bar(_ row: Row, from left: Double, to right: Double, center: Double, in drawing: inout Drawing) {
        let color = ChartPalette.series[0]
        // An outline is drawn half a unit inside, so that both kinds of bars have the same length.
        let inset = row.isEarlier ? min(0.7, (right - left) / 2) : 0
        drawing.add(
            .rectangle(
                Box(
                    left: left + inset, top: center - Self.barHeight / 2 + inset, right: right - inset,
                    bottom: center + Self.barHeight / 2 - inset)),
            row.isEarlier ? Paint(fill: ChartPalette.paper, stroke: color, strokeWidth: 1.4) : .fill(color))
    }
}
