/// Rates over years, a small panel for each measure with an axis of its own that begins at 0.
public struct RateTrend: ChartFigure, Equatable {
    /// One year of a measure.
    public struct Point: Equatable, Sendable {
        /// What stands below it, such as "2025–26".
        public let label: String
        /// The rate, 0 or more, with its interval; nil where it is withheld: the label of the mark, such as "†", stands
        /// above the axis and the line has a gap.
        public let mark: ChartMark

        /// Creates a point.
        public init(_ label: String, _ mark: ChartMark) {
            self.label = label
            self.mark = mark
        }
    }

    /// One measure.
    public struct Panel: Equatable, Sendable {
        /// What is measured.
        public let title: String
        /// What stands smaller below it, such as "per 1,000 students".
        public let unit: String?
        /// Years from left to right.
        public let points: [Point]

        /// Creates a panel.
        public init(title: String, unit: String? = nil, points: [Point]) {
            self.title = title
            self.unit = unit
            self.points = points
        }
    }

    private let panels: [Panel]
    private let columns: Int
    private let format: ChartNumberFormat
    private let width: Double

    /// Creates a figure.
    /// - Parameters:
    ///   - columns: panels side by side, 1 to 4.
    ///   - format: how rates are written on the axes.
    ///   - width: in user units.
    public init(panels: [Panel], columns: Int = 3, format: ChartNumberFormat, width: Double = 660) {
        self.panels = panels.filter { !$0.points.isEmpty }
        self.columns = min(4, max(1, columns))
        self.format = format
        self.width = width
    }

    /// The figure; the empty string where no panel has a point.
    public func svg(_ caption: ChartCaption) -> String { SVGWriter.svg(drawing, caption, kind: "rate-trend") }

    /// The figure in parts of whole rows of panels that are no higher than `height`; one part where it fits.
    public func parts(maximumHeight height: Double) -> [RateTrend] {
        var parts: [RateTrend] = []
        var current: [Panel] = []
        func with(_ panels: [Panel]) -> RateTrend {
            .init(panels: panels, columns: columns, format: format, width: width)
        }
        for start in stride(from: 0, to: panels.count, by: columns) {
            let row = Array(panels[start..<min(start + columns, panels.count)])
            if !current.isEmpty, with(current + row).drawing.height > height {
                parts.append(with(current))
                current = []
            }
            current += row
        }
        return current.isEmpty ? parts : parts + [with(current)]
    }

    /// In user units; 0 where nothing is drawn.
    public var height: Double { drawing.height }

    var drawing: Drawing {
        var drawing = Drawing(width: width)
        let gap = 22.0
        let panelWidth = (width - gap * Double(columns - 1)) / Double(columns)
        for start in stride(from: 0, to: panels.count, by: columns) {
            let row = panels[start..<min(start + columns, panels.count)]
            let titles = row.map { PanelTitle($0, width: panelWidth) }
            let titleHeight = titles.map(\.height).max() ?? 0
            if start > 0 { drawing.height += 16 }
            var bottom = drawing.height
            for (column, panel) in row.enumerated() {
                let left = Double(column) * (panelWidth + gap)
                titles[column].draw(x: left, top: drawing.height, in: &drawing)
                let plot = RatePanel(
                    panel, format: format, left: left, top: drawing.height + titleHeight + 4, width: panelWidth)
                bottom = max(bottom, plot.draw(in: &drawing))
            }
            drawing.height = bottom + 2
        }
        return drawing
    }

    private struct PanelTitle {
        let title: [String]
        let unit: [String]

        init(_ panel: Panel, width: Double) {
            title = TextStyle.bold.lines(panel.title, width: width)
            unit = TextStyle.small.lines(panel.unit ?? "", width: width)
        }

        var height: Double { TextStyle.bold.height(title.count) + TextStyle.small.height(unit.count) }

        func draw(x: Double, top: Double, in drawing: inout Drawing) {
            drawing.add(title, x: x, top: top, style: .bold)
            drawing.add(unit, x: x, top: top + TextStyle.bold.height(title.count), style: .small)
        }
    }
}
