/// Values of one or more series as marks, a line for each, with intervals and labels.
///
/// Series differ in color and shape; those of an earlier time are hollow.
public struct DotPlot: ChartFigure, Equatable {
    /// What marks of one kind stand for, such as a group.
    public struct Series: Equatable, Sendable {
        /// What the legend says; with one series there is no legend.
        public let label: String
        /// Color and shape, by a number from 0: circle, diamond, square, triangle.
        public let style: Int
        /// Whether marks are hollow.
        public let isEarlier: Bool

        /// Creates a series.
        public init(_ label: String, style: Int = 0, isEarlier: Bool = false) {
            self.label = label
            self.style = max(0, style)
            self.isEarlier = isEarlier
        }
    }

    /// What is compared.
    public struct Row: Equatable, Sendable {
        /// What stands at the left.
        public let label: String
        /// What stands smaller beside or below it, such as "n = 214".
        public let detail: String?
        /// A mark for each series, in their order; nil for none.
        public let marks: [ChartMark?]
        /// What stands in the column at the right.
        public let note: String?

        /// Creates a row.
        public init(_ label: String, detail: String? = nil, marks: [ChartMark?], note: String? = nil) {
            self.label = label
            self.detail = detail
            self.marks = marks
            self.note = note
        }
    }

    private var rows: MarkRows

    /// Creates a dot plot.
    /// - Parameters:
    ///   - noteTitle: the heading of the column at the right.
    ///   - reference: a value that a dashed line marks, such as a district's mean.
    ///   - width: in user units.
    public init(
        series: [Series], groups: [ChartGroup<Row>], axis: ChartAxis, noteTitle: String? = nil,
        reference: Double? = nil, width: Double = 660
    ) {
        rows = MarkRows(
            kind: "dot-plot", seriesLabels: series.map(\.label),
            symbols: series.map { series in
                Symbol(
                    form: Symbol.form(ofSeries: series.style),
                    color: ChartPalette.series[series.style % ChartPalette.series.count], isHollow: series.isEarlier)
            },
            groups: groups.map { group in
                ChartGroup(
                    title: group.title,
                    rows: group.rows.map { .init(label: $0.label, detail: $0.detail, marks: $0.marks, note: $0.note) })
            }, axis: axis, connector: .none, noteTitle: noteTitle, reference: reference, width: width)
    }

    /// The figure; the empty string where there is no row.
    public func svg(_ caption: ChartCaption) -> String { SVGWriter.svg(drawing, caption, kind: rows.kind) }

    /// The plot in parts that are no higher than `height` with a common axis, for a page; one part where it fits.
    public func parts(maximumHeight height: Double) -> [DotPlot] {
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

extension MarkRows {
    func parts(maximumHeight: Double) -> [MarkRows] {
        var fixed = self
        let scale = MarkFrame(self).scale
        fixed.axis.range = scale.lower...scale.upper
        func with(_ groups: [ChartGroup<Row>]) -> MarkRows {
            var copy = fixed
            copy.groups = groups
            return copy
        }
        return groups.parts { with($0).drawing().height <= maximumHeight }.map(with)
    }
}
