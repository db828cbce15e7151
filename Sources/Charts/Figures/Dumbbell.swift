/// Two values a row, from a baseline to a follow-up, joined by an arrow.
public struct Dumbbell: ChartFigure, Equatable {
    /// What changed.
    public struct Row: Equatable, Sendable {
        /// What stands at the left.
        public let label: String
        /// What stands smaller beside or below it.
        public let detail: String?
        /// The value of the baseline, drawn hollow.
        public let baseline: ChartMark
        /// The value of the follow-up, drawn filled.
        public let followUp: ChartMark
        /// What stands in the column at the right, such as "+9 points".
        public let change: String?

        /// Creates a row.
        public init(
            _ label: String, detail: String? = nil, baseline: ChartMark, followUp: ChartMark, change: String? = nil
        ) {
            self.label = label
            self.detail = detail
            self.baseline = baseline
            self.followUp = followUp
            self.change = change
        }
    }

    private var rows: MarkRows

    /// Creates a dumbbell plot.
    /// - Parameters:
    ///   - baseline: what the legend calls the hollow marks.
    ///   - followUp: what it calls the filled ones.
    ///   - changeTitle: the heading of the column at the right.
    ///   - width: in user units.
    public init(
        baseline: String, followUp: String, changeTitle: String? = nil, groups: [ChartGroup<Row>], axis: ChartAxis,
        width: Double = 660
    ) {
        let color = ChartPalette.series[0]
        rows = MarkRows(
            kind: "dumbbell", seriesLabels: [baseline, followUp],
            symbols: [true, false].map { Symbol(form: .circle, color: color, isHollow: $0) },
            groups: groups.map { group in
                ChartGroup(
                    title: group.title,
                    rows: group.rows.map {
                        .init(label: $0.label, detail: $0.detail, marks: [$0.baseline, $0.followUp], note: $0.change)
                    })
            }, axis: axis, connector: .arrow, noteTitle: changeTitle, width: width)
    }

    /// The figure; the empty string where there is no row.
    public func svg(_ caption: ChartCaption) -> String { SVGWriter.svg(drawing, caption, kind: rows.kind) }

    /// The plot in parts that are no higher than `height` with a common axis, for a page; one part where it fits.
    public func parts(maximumHeight height: Double) -> [Dumbbell] {
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
