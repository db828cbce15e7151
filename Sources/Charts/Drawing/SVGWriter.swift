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
        switch shape.geometry {
        case .rectangle(let box):
            open("<rect", shape.paint)
            put(" x=\"", box.left)
            put("\" y=\"", box.top)
            put("\" width=\"", box.right - box.left)
            put("\" height=\"", box.bottom - box.top)
        case .line(let start, let end):
            open("<line", shape.paint)
            put(" x1=\"", start.x)
            put("\" y1=\"", start.y)
            put("\" x2=\"", end.x)
            put("\" y2=\"", end.y)
        case .polyline(let points):
            open("<polyline", shape.paint)
            put(points)
        case .polygon(let points):
            open("<polygon", shape.paint)
            put(points)
        case .circle(let center, let radius):
            open("<circle", shape.paint)
            put(" cx=\"", center.x)
            put("\" cy=\"", center.y)
            put("\" r=\"", radius)
        }
        text += "\"/>\n"
    }

    private mutating func write(_ label: Label) {
        let style = label.style
        var x = label.x
        let isPlaced = label.anchor == .start || FontMetrics.isKnown(label.text)
        if isPlaced, label.anchor != .start {
            let width = FontMetrics.width(label.text, size: style.size, isBold: style.isBold)
            x -= label.anchor == .end ? width : width / 2
        }
        text += "<text class=\""
        text += style.color.className
        text += "\" fill=\""
        text += style.color.hex
        put("\" x=\"", x)
        put("\" y=\"", label.baseline)
        if style.size != 12 { put("\" font-size=\"", style.size) }
        if style.isBold { text += "\" font-weight=\"700" }
        if !isPlaced {
            text += "\" text-anchor=\""
            text += label.anchor.rawValue
        }
        text += "\">"
        text += Self.escaped(label.text)
        text += "</text>\n"
    }

    /// Begins an element; the class names the color of the fill, and with `-line` that of the stroke.
    private mutating func open(_ element: String, _ paint: Paint) {
        text += element
        text += " class=\""
        if let fill = paint.fill { text += fill.className }
        if let stroke = paint.stroke {
            if paint.fill != nil { text += " " }
            text += stroke.className
            text += "-line"
        }
        text += "\" fill=\""
        text += paint.fill?.hex ?? "none"
        if let stroke = paint.stroke {
            text += "\" stroke=\""
            text += stroke.hex
            if paint.strokeWidth != 1 { put("\" stroke-width=\"", paint.strokeWidth) }
            if let dash = paint.dash {
                text += "\" stroke-dasharray=\""
                text += dash
            }
        }
        text += "\""
    }

    /// Adds what stands before a number, and the number.
    private mutating func put(_ before: String, _ value: Double) {
        text += before
        text += Self.decimal(value)
    }

    private mutating func put(_ points: [Point]) {
        text += " points=\""
        for (index, point) in points.enumerated() {
            put(index == 0 ? "" : " ", point.x)
            put(",", point.y)
        }
    }

    /// A number with two decimals at most, without a formatter whose result could depend on the machine.
    static func decimal(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "0" }
        let hundredths = Int((abs(value) * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        var text = value < 0 && hundredths > 0 ? "-" : ""
        text += String(whole)
        if rest == 0 { return text }
        text += rest < 10 ? ".0" : "."
        text += String(rest % 10 == 0 ? rest / 10 : rest)
        return text
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { "&<>\"".utf8.contains($0) }) else { return text }
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
