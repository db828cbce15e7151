/// A figure laid out: shapes and labels in the order in which they are painted, in user units from the top left corner.
struct Drawing: Equatable, Sendable {
    /// What is painted.
    enum Element: Equatable, Sendable {
        case shape(Shape)
        case label(Label)
    }

    let width: Double
    var height: Double = 0
    private(set) var elements: [Element] = []

    init(width: Double) { self.width = width }

    /// All labels, in the order in which they are painted.
    var labels: [Label] {
        elements.compactMap { if case .label(let label) = $0 { label } else { nil } }
    }

    mutating func add(_ geometry: Shape.Geometry, _ paint: Paint) {
        elements.append(.shape(Shape(geometry: geometry, paint: paint)))
    }

    mutating func add(_ label: Label) {
        if !label.text.isEmpty { elements.append(.label(label)) }
    }

    /// Lines of text, one below the other from `top`.
    mutating func add(
        _ lines: [String], x: Double, top: Double, anchor: Label.Anchor = .start, style: TextStyle = .normal
    ) {
        for (index, line) in lines.enumerated() {
            add(Label(line, x: x, baseline: style.baseline(ofLine: index, from: top), anchor: anchor, style: style))
        }
    }

    /// Lines of text around a middle; of one line the figures and capitals are centered.
    ///
    /// With a backing, no grid line runs through them.
    mutating func addCentered(
        _ lines: [String], x: Double, center: Double, anchor: Label.Anchor = .start, style: TextStyle,
        isBacked: Bool = false
    ) {
        let shift = style.size * (FontMetrics.capHeight / 2 - FontMetrics.ascent)
        let top = lines.count == 1 ? center + shift : center - style.height(lines.count) / 2
        if isBacked {
            for (index, line) in lines.enumerated() {
                addBacking(
                    of: Label(
                        line, x: x, baseline: style.baseline(ofLine: index, from: top), anchor: anchor, style: style))
            }
        }
        add(lines, x: x, top: top, anchor: anchor, style: style)
    }

    /// A piece of paper behind a label.
    mutating func addBacking(of label: Label) {
        var box = label.box
        box.top = label.baseline - 0.8 * label.style.size
        box.bottom = label.baseline + 0.2 * label.style.size
        add(.rectangle(box), .fill(ChartPalette.paper))
    }

    /// Moves a label that would leave the figure back into it.
    func inside(_ label: Label) -> Label {
        var label = label
        if label.box.right > width { label.x -= label.box.right - width }
        if label.box.left < 0 { label.x -= label.box.left }
        return label
    }
}

/// A shape and its paint.
struct Shape: Equatable, Sendable {
    enum Geometry: Equatable, Sendable {
        case rectangle(Box)
        case line(Point, Point)
        case polyline([Point])
        case polygon([Point])
        case circle(Point, radius: Double)
    }

    let geometry: Geometry
    let paint: Paint
}

/// A place in a figure.
struct Point: Equatable, Sendable {
    var x: Double
    var y: Double
}

/// An upright rectangle.
struct Box: Equatable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    /// Whether two boxes share more than an edge.
    func overlaps(_ other: Box) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
}

/// How a shape is painted; a fill and a stroke of the same shape have classes of their own.
struct Paint: Equatable, Sendable {
    var fill: ChartColor?
    var stroke: ChartColor?
    var strokeWidth = 1.0
    var dash: String?

    static func fill(_ color: ChartColor) -> Paint { Paint(fill: color) }

    static func stroke(_ color: ChartColor, _ width: Double = 1, dash: String? = nil) -> Paint {
        Paint(stroke: color, strokeWidth: width, dash: dash)
    }
}
