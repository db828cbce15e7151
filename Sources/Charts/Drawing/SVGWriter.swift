/// A drawing as SVG.
///
/// Only what both browsers and WeasyPrint draw alike is used: attributes instead of styles, baselines by their place. Text is
/// anchored at its start by its known width, since WeasyPrint draws every text with another anchor as a group of its own,
/// which makes PDFs larger and slower.
struct SVGWriter {
    private var text = ""

    /// The SVG element; the empty string for a drawing without anything.
    static func svg(_ drawing: Drawing, _ caption: ChartCaption, kind: String) -> String {
        guard !drawing.elements.isEmpty else { return "" }
        var writer = SVGWriter()
        writer.head(drawing, caption, kind)
        for element in drawing.elements {
            switch element {
            case .shape(let shape): writer.write(shape)
            case .label(let label): writer.write(label)
            }
        }
        return writer.text + "</svg>\n"
    }

    private mutating func head(_ drawing: Drawing, _ caption: ChartCaption, _ kind: String) {
        let (width, height) = (Self.decimal(drawing.width), Self.decimal(drawing.height.rounded(.up)))
        let described = ["\(caption.id)-desc"] + (caption.table.map { [$0] } ?? [])
        text = """
            <svg xmlns="http://www.w3.org/2000/svg" class="chart \(kind)" id="\(caption.id)" role="img" \
            aria-labelledby="\(caption.id)-title" \
            aria-describedby="\(Self.escaped(described.joined(separator: " ")))" viewBox="0 0 \(width) \(height)" \
            width="\(width)" height="\(height)" font-size="12" \
            font-family="Noto Sans,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif">
            <title id="\(caption.id)-title">\(Self.escaped(TextWrapping.cleaned(caption.title)))</title>
            <desc id="\(caption.id)-desc">\(Self.escaped(TextWrapping.cleaned(caption.description)))</desc>

            """
    }

    private mutating func write(_ shape: Shape) {
        let paint = Self.attributes(shape.paint)
        func places(_ points: [Point]) -> String {
            points.map { "\(Self.decimal($0.x)),\(Self.decimal($0.y))" }.joined(separator: " ")
        }
        switch shape.geometry {
        case .rectangle(let box):
            text += """
                <rect\(paint) x="\(Self.decimal(box.left))" y="\(Self.decimal(box.top))" \
                width="\(Self.decimal(box.right - box.left))" height="\(Self.decimal(box.bottom - box.top))"/>

                """
        case .line(let start, let end):
            text += """
                <line\(paint) x1="\(Self.decimal(start.x))" y1="\(Self.decimal(start.y))" x2="\(Self.decimal(end.x))" \
                y2="\(Self.decimal(end.y))"/>

                """
        case .polyline(let points): text += "<polyline\(paint) points=\"\(places(points))\"/>\n"
        case .polygon(let points): text += "<polygon\(paint) points=\"\(places(points))\"/>\n"
        case .circle(let center, let radius):
            text += """
                <circle\(paint) cx="\(Self.decimal(center.x))" cy="\(Self.decimal(center.y))" r="\(Self.decimal(radius))"/>

                """
        }
    }

    private mutating func write(_ label: Label) {
        let style = label.style
        var (x, anchor) = (label.x, "")
        if label.anchor != .start {
            if FontMetrics.isKnown(label.text) {
                let width = FontMetrics.width(label.text, size: style.size, isBold: style.isBold)
                x -= label.anchor == .end ? width : width / 2
            } else {
                anchor = " text-anchor=\"\(label.anchor.rawValue)\""
            }
        }
        text += """
            <text class="\(style.color.className)" fill="\(style.color.hex)" x="\(Self.decimal(x))" \
            y="\(Self.decimal(label.baseline))"\(style.size == 12 ? "" : " font-size=\"\(Self.decimal(style.size))\"")\
            \(style.isBold ? " font-weight=\"700\"" : "")\(anchor)>\(Self.escaped(label.text))</text>

            """
    }

    /// The class names the color of the fill, and with `-line` that of the stroke.
    private static func attributes(_ paint: Paint) -> String {
        var names: [String] = []
        if let fill = paint.fill { names.append(fill.className) }
        if let stroke = paint.stroke { names.append(stroke.className + "-line") }
        var text = " class=\"\(names.joined(separator: " "))\" fill=\"\(paint.fill?.hex ?? "none")\""
        if let stroke = paint.stroke {
            text += " stroke=\"\(stroke.hex)\""
            if paint.strokeWidth != 1 { text += " stroke-width=\"\(decimal(paint.strokeWidth))\"" }
            if let dash = paint.dash { text += " stroke-dasharray=\"\(dash)\"" }
        }
        return text
    }

    /// A number with two decimals at most, without a formatter whose result could depend on the machine.
    static func decimal(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "0" }
        let hundredths = Int((abs(value) * 100).rounded())
        let sign = value < 0 && hundredths > 0 ? "-" : ""
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(sign)\(whole)" }
        return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { "&<>\"".utf8.contains($0) }) else { return text }
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
