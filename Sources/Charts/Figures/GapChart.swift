/// The values of two groups in each row, joined by a line.
public struct GapChart: ChartFigure, Equatable {
    /// What the two groups are compared in.
    public struct Row: Equatable, Sendable {
        /// What stands at the left.
        public let label: String
        /// What stands smaller beside or below it.
        public let detail: String?
        /// The value of the first group.
        public let first: ChartMark
        /// The value of the second group.
        public let second: ChartMark
        /// What stands in the column at the right, such as "9 points".
        public let gap: String?

        /// Creates a row.
        public init(
            _ label: String, detail: String? = nil, first: ChartMark, second: ChartMark, gap: String? = nil
        ) {
            self.label = label
            self.detail = detail
            self.first = first
            self.second = second
            self.gap = gap
        }
    }

    private var rows: MarkRows

    /// Creates a gap chart.
    /// - Parameters:
    ///   - first: what the legend calls the circles.
    ///   - second: what it calls the diamonds.
    ///   - gapTitle: the heading of the column at the right.
    ///   - width: in user units.
    public init(
        first: String, second: String, gapTitle: String? = nil, groups: [ChartGroup<Row>], axis: ChartAxis,
        width: Double = 660
    ) {
        rows = MarkRows(
            kind: "gap-chart", seriesLabels: [first, second],
            symbols: [0, 1].map {
                Symbol(form: Symbol.form(ofSeries: $0), color: ChartPalette.series[$0], isHollow: false)
            },
            groups: groups.map { group in
                ChartGroup(
                    title: group.title,
                    rows: group.rows.map {
                        .init(label: $0.label, detail: $0.detail, marks: [$0.first, $0.second], note: $0.gap)
                    })
            }, axis: axis, connector: .line, noteTitle: gapTitle, width: width)
    }

    /// The figure; the empty string where there is no row.
    public func svg(_ caption: ChartCaption) -> String { SVGWriter.svg(drawing, caption, kind: rows.kind) }

    /// The chart in parts that are no higher than `height` with a common axis, for a page; one part where it fits.
    public func parts(maximumHeight height: Double) -> [GapChart] {
        rows.parts(maximumHeight: height).map { part in
            var copy = self
            copy.rows = part
            return copy
        }
    }

    /// In user units; 0 where nothing is drawn.
    public var height: Double { drawing.height }

    var drawing: Drawing { rows.drawing() }
}
