/// A small bar chart of shares: one bar for each wave of one group's answer to one item.
///
/// The numbers stand beside the bars as text, so that the chart needs neither color nor a reader's estimate, and the table
/// that it belongs to says the same (WCAG 2.2, 1.1.1 and 1.4.1).
public struct ShareBars: Equatable, Sendable {
    /// One bar.
    public struct Bar: Equatable, Sendable {
        /// What it stands for, such as a wave.
        public let label: String
        /// Its length, from 0 to 100.
        public let percent: Int

        /// Creates a bar; a length beyond 0 to 100 is cut.
        public init(label: String, percent: Int) {
            self.label = label
            self.percent = min(100, max(0, percent))
        }
    }

    private let title: String
    private let bars: [Bar]

    private static let width = 160
    private static let rowHeight = 12

    /// Creates a chart.
    /// - Parameters:
    ///   - title: what the chart shows, for those who don't see it.
    ///   - bars: the bars, from top to bottom; the last is the most recent and the darkest.
    public init(title: String, bars: [Bar]) {
        self.title = title
        self.bars = bars
    }

    /// The chart as an SVG element; the empty string where there is no bar.
    ///
    /// Its colors are attributes, which a page's stylesheet overrides by class: some PDF engines don't style inline SVG.
    public var svg: String {
        guard !bars.isEmpty else { return "" }
        let height = bars.count * Self.rowHeight
        let description = bars.map { "\($0.label): \($0.percent) percent" }.joined(separator: "; ")
        var text = """
            <svg class="share-bars" role="img" viewBox="0 0 \(Self.width) \(height)" width="\(Self.width)" \
            height="\(height)" xmlns="http://www.w3.org/2000/svg"><title>\(Self.escaped(title))</title>\
            <desc>\(Self.escaped(description)).</desc>
            """
        for (index, bar) in bars.enumerated() {
            let top = index * Self.rowHeight + 2
            let isLast = index == bars.count - 1
            let length = Self.decimal(tenths: bar.percent * Self.width / 10)
            text += """
                <rect class="track" fill="#e9e4d8" x="0" y="\(top)" width="\(Self.width)" height="8"/>\
                <rect class="\(isLast ? "now" : "before")" fill="\(isLast ? "#1f3a5f" : "#8fa5c0")" x="0" y="\(top)" width="\(length)" height="8"/>
                """
        }
        return text + "</svg>"
    }

    /// Tenths as a decimal number, without a formatter whose result could depend on the machine.
    private static func decimal(tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
