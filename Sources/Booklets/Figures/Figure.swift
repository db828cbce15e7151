import Charts
import Layouts

extension TemplateValue {
    /// A chart as a template takes it: its parts, each of which can be on a page of its own; an empty list where there is none.
    /// - Parameter maximumHeight: of a part, in units of which 660 make the width of the page.
    static func figure(
        _ chart: some ChartFigure, _ caption: ChartCaption, maximumHeight: Double = halfPage
    ) -> TemplateValue {
        .list(chart.svgs(caption, maximumHeight: maximumHeight).map { .text($0) })
    }

    /// The height of a figure of which two fill a page, so that text and figures flow without large gaps.
    static var halfPage: Double { 420 }
}
