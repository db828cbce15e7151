/// One line of text at a place.
struct Label: Equatable, Sendable {
    /// Which part of the text stands at its x.
    enum Anchor: String, Sendable {
        case start, middle, end
    }

    let text: String
    var x: Double
    let baseline: Double
    let anchor: Anchor
    let style: TextStyle

    init(_ text: String, x: Double, baseline: Double, anchor: Anchor = .start, style: TextStyle = .normal) {
        self.text = TextWrapping.cleaned(text)
        self.x = x
        self.baseline = baseline
        self.anchor = anchor
        self.style = style
    }

    /// A line whose figures and capitals are centered on `y`.
    init(_ text: String, x: Double, center y: Double, anchor: Anchor = .start, style: TextStyle = .normal) {
        self.init(
            text, x: x, baseline: y + style.size * FontMetrics.capHeight / 2, anchor: anchor, style: style)
    }

    /// What the text may cover, with the safety of its width.
    var box: Box {
        let room = style.room(text)
        let left =
            switch anchor {
            case .start: x
            case .middle: x - room / 2
            case .end: x - room
            }
        return Box(
            left: left, top: baseline - FontMetrics.ascent * style.size, right: left + room,
            bottom: baseline + FontMetrics.descent * style.size)
    }
}

/// Size, weight and color of text.
struct TextStyle: Equatable, Sendable {
    var size: Double
    var isBold = false
    var color: ChartColor

    /// 12 units are about 9 pt where a figure is 7 inches wide.
    static let normal = TextStyle(size: 12, color: ChartPalette.ink)
    static let bold = TextStyle(size: 12, isBold: true, color: ChartPalette.ink)
    /// 10.5 units are about 8 pt, the least that is used.
    static let small = TextStyle(size: 10.5, color: ChartPalette.soft)

    func room(_ text: String) -> Double { FontMetrics.room(text, size: size, isBold: isBold) }

    func lines(_ text: String, width: Double) -> [String] {
        TextWrapping.lines(text, width: width, size: size, isBold: isBold)
    }

    /// The height of so many lines.
    func height(_ count: Int) -> Double {
        count == 0 ? 0 : size * (FontMetrics.ascent + FontMetrics.descent + Double(count - 1) * FontMetrics.linePitch)
    }

    func baseline(ofLine index: Int, from top: Double) -> Double {
        top + size * (FontMetrics.ascent + Double(index) * FontMetrics.linePitch)
    }
}
