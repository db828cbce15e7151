/// The words at the left of a row: what it is, and in smaller type what it rests on, such as "n = 214".
struct RowLabel: Equatable {
    private let label: [String]
    private let detail: [String]
    private let isOneLine: Bool

    private static let gap = 6.0

    init(_ label: String, detail: String?, width: Double) {
        self.label = TextStyle.normal.lines(label, width: width)
        self.detail = TextStyle.small.lines(detail ?? "", width: width)
        isOneLine =
            self.label.count <= 1 && self.detail.count <= 1
            && Self.room(label, detail: detail) <= width
    }

    /// The width that both need in one line.
    static func room(_ label: String, detail: String?) -> Double {
        let words = TextStyle.normal.room(TextWrapping.cleaned(label))
        let small = TextStyle.small.room(TextWrapping.cleaned(detail ?? ""))
        return words + (words > 0 && small > 0 ? gap : 0) + small
    }

    /// The width of the column of labels: what the widest line needs where none is longer than a share of the figure.
    static func column(_ labels: [(String, detail: String?)], of width: Double) -> Double {
        let limit = (width * 0.36).rounded()
        return labels.map { RowLabel($0, detail: $1, width: limit).lineWidth(of: $0, detail: $1) }.max() ?? 0
    }

    private func lineWidth(of text: String, detail small: String?) -> Double {
        isOneLine
            ? Self.room(text, detail: small)
            : max(label.map(TextStyle.normal.room).max() ?? 0, detail.map(TextStyle.small.room).max() ?? 0)
    }

    var height: Double {
        isOneLine
            ? TextStyle.normal.height(label.isEmpty && detail.isEmpty ? 0 : 1)
            : TextStyle.normal.height(label.count) + TextStyle.small.height(detail.count)
    }

    /// Draws the label with its middle at `center`.
    func draw(center: Double, in drawing: inout Drawing) {
        if isOneLine {
            let shift = TextStyle.normal.size * FontMetrics.capHeight / 2
            let first = label.first ?? ""
            drawing.add(Label(first, x: 0, baseline: center + shift))
            let x = first.isEmpty ? 0 : TextStyle.normal.room(first) + Self.gap
            drawing.add(Label(detail.first ?? "", x: x, baseline: center + shift, style: .small))
        } else {
            let top = center - height / 2
            drawing.add(label, x: 0, top: top)
            drawing.add(detail, x: 0, top: top + TextStyle.normal.height(label.count), style: .small)
        }
    }
}

extension Drawing {
    /// A heading over the whole width, below what is drawn so far.
    mutating func addHeading(_ title: String?, isFirst: Bool) {
        let lines = TextStyle.bold.lines(title ?? "", width: width)
        if !isFirst { height += 9 }
        guard !lines.isEmpty else { return }
        add(lines, x: 0, top: height, style: .bold)
        height += TextStyle.bold.height(lines.count) + 3
    }

    /// The numbers of an axis under a plot, and its title; adds their height.
    mutating func addAxis(
        _ ticks: [(x: Double, text: String)], title: String?, from left: Double, to right: Double
    ) {
        let style = TextStyle.small
        var last: Box?
        for tick in ticks {
            let label = inside(
                Label(
                    tick.text, x: tick.x, baseline: style.baseline(ofLine: 0, from: height + 3), anchor: .middle,
                    style: style))
            // Ticks whose numbers would touch have none; the grid line stays.
            if let last, last.right + 4 > label.box.left { continue }
            last = label.box
            add(label)
        }
        height += 3 + style.height(1)
        let lines = style.lines(title ?? "", width: right - left)
        if !lines.isEmpty {
            add(lines, x: (left + right) / 2, top: height + 1, anchor: .middle, style: style)
            height += 1 + style.height(lines.count)
        }
        height += 2
    }
}
