/// Shares of answers on a scale of agreement as stacked bars, unfavorable answers to the left of a center line and favorable
/// ones to the right.
///
/// Answers in the middle of the scale straddle the line. Of a row whose shares are only partly told, what is left of 100
/// stands at the far left as an outlined piece of its own: nothing is known of how it divides.
public struct DivergingBars: ChartFigure, Equatable {
    /// A point of the scale.
    public struct Category: Equatable, Sendable {
        /// A side of the center line.
        public enum Side: Sendable {
            case unfavorable, neutral, favorable
        }

        /// What the legend says.
        public let label: String
        /// Which side it belongs to.
        public let side: Side

        /// Creates a point of a scale.
        public init(_ label: String, _ side: Side) {
            self.label = label
            self.side = side
        }
    }

    /// How bars are placed.
    public enum Layout: Sendable {
        /// The middle of the neutral answers stands on the center line.
        case diverging
        /// All bars begin at 0.
        case stacked
    }

    /// What is known of a row.
    public enum Answers: Equatable, Sendable {
        /// Percent of answers for each category, in their order; nil where a share is not told. A share that is not a number
        /// from 0 to 100 counts as not told.
        case shares([Double?])
        /// Percent of favorable answers, all favorable categories together; the rest is not told apart.
        case favorable(Double)
        /// No bar but a mark, such as "†".
        case note(String)
    }

    /// One bar.
    public struct Row: Equatable, Sendable {
        /// What stands at the left, such as a wave.
        public let label: String
        /// What stands smaller beside or below it, such as "n = 214".
        public let detail: String?
        /// What is known.
        public let answers: Answers
        /// What stands in the column at the right, such as the share of favorable answers.
        public let summary: String?

        /// Creates a row.
        public init(_ label: String, detail: String? = nil, answers: Answers, summary: String? = nil) {
            self.label = label
            self.detail = detail
            self.answers = answers
            self.summary = summary
        }
    }

    let categories: [Category]
    /// What the legend calls answers that are not told apart, and all favorable ones together.
    let remainderLabel: String
    let favorableLabel: String
    var groups: [ChartGroup<Row>]
    let format: ChartNumberFormat
    let valueFormat: ChartNumberFormat
    let axisTitle: String?
    let summaryTitle: String?
    let layout: Layout
    let width: Double
    /// How far the axis reaches to both sides at least, in percent.
    var reach = DivergingScale.Reach(left: 0, right: 0)

    /// Creates a figure.
    /// - Parameters:
    ///   - categories: the points of the scale, from the least favorable to the most favorable.
    ///   - favorable: what the legend calls favorable answers that are told together.
    ///   - remainder: what the legend calls answers that are not told apart.
    ///   - format: how percents are written on the axis.
    ///   - valueFormat: how they are written in bars, as far as there is room; as on the axis where it is nil.
    ///   - summaryTitle: the heading of the column at the right.
    ///   - width: in user units.
    public init(
        categories: [Category], favorable: String, remainder: String, groups: [ChartGroup<Row>],
        format: ChartNumberFormat, valueFormat: ChartNumberFormat? = nil, axisTitle: String? = nil,
        summaryTitle: String? = nil, layout: Layout = .diverging,
        width: Double = 660
    ) {
        self.categories = categories
        favorableLabel = favorable
        remainderLabel = remainder
        self.groups = groups
        self.format = format
        self.valueFormat = valueFormat ?? format
        self.axisTitle = axisTitle
        self.summaryTitle = summaryTitle
        self.layout = layout
        self.width = width
    }

    /// The figure; the empty string where there is no row.
    public func svg(_ caption: ChartCaption) -> String { SVGWriter.svg(drawing, caption, kind: "diverging-bars") }

    /// The figure in parts that are no higher than `height` with a common axis, for a page; one part where it fits.
    public func parts(maximumHeight height: Double) -> [DivergingBars] {
        var fixed = self
        fixed.reach = DivergingScale(self).reach
        func with(_ groups: [ChartGroup<Row>]) -> DivergingBars {
            var copy = fixed
            copy.groups = groups
            return copy
        }
        return groups.parts { with($0).height <= height }.map(with)
    }

    /// In user units; 0 where nothing is drawn.
    public var height: Double { DivergingDrawing(self).height }

    var drawing: Drawing { DivergingDrawing(self).drawing() }
}
