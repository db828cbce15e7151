/// What colors and shapes stand for, in as many lines above a figure as it takes.
struct Legend {
    enum Key: Equatable {
        /// A piece of a bar.
        case swatch(Paint)
        case symbol(Symbol)
    }

    private static let keyWidth = 14.0
    private static let gap = 5.0
    private static let between = 18.0
    private static let lineHeight = 18.0

    /// Draws the entries from the drawing's height on, and adds to it; nothing where there is no entry.
    /// - Returns: how far the widest line reaches.
    @discardableResult
    static func draw(_ entries: [(key: Key, text: String)], in drawing: inout Drawing) -> Double {
        guard !entries.isEmpty else { return 0 }
        let style = TextStyle.normal
        var (x, top, reach) = (0.0, drawing.height, 0.0)
        for entry in entries {
            let lines = style.lines(entry.text, width: drawing.width - keyWidth - gap)
            let width = keyWidth + gap + (lines.map(style.room).max() ?? 0)
            if x > 0, x + width > drawing.width { (x, top) = (0, top + lineHeight) }
            let center = Point(x: x + keyWidth / 2, y: top + lineHeight / 2)
            switch entry.key {
            case .swatch(let paint):
                drawing.add(
                    .rectangle(
                        Box(left: x + 0.5, top: center.y - 5.5, right: x + keyWidth - 0.5, bottom: center.y + 5.5)),
                    paint)
            case .symbol(let symbol): symbol.draw(at: center, in: &drawing)
            }
            let textTop = center.y + style.size * (FontMetrics.capHeight / 2 - FontMetrics.ascent)
            drawing.add(lines, x: x + keyWidth + gap, top: textTop)
            reach = max(reach, x + width)
            if lines.count > 1 {
                (x, top) = (0, top + lineHeight + style.height(lines.count) - style.height(1))
            } else {
                x += width + between
            }
        }
        drawing.height = (x > 0 ? top + lineHeight : top) + 8
        return reach
    }
}
