/// The mark of a value.
struct Symbol: Equatable, Sendable {
    enum Form: Sendable {
        case circle, diamond, square, triangle, cross
    }

    let form: Form
    let color: ChartColor
    /// Whether only its outline has the color.
    let isHollow: Bool

    /// The shape of a series, by its number from 0.
    static func form(ofSeries index: Int) -> Form { [.circle, .diamond, .square, .triangle][index % 4] }

    /// Half the width that a symbol may have, outline included.
    static let reach = 6.0

    func draw(at center: Point, in drawing: inout Drawing) {
        let paint =
            isHollow
            ? Paint(fill: ChartPalette.paper, stroke: color, strokeWidth: 1.8)
            : Paint(fill: color, stroke: color, strokeWidth: 1)
        func polygon(_ corners: [(Double, Double)]) {
            drawing.add(.polygon(corners.map { Point(x: center.x + $0.0, y: center.y + $0.1) }), paint)
        }
        switch form {
        case .circle: drawing.add(.circle(center, radius: 4.3), paint)
        case .diamond: polygon([(0, -5.3), (5.3, 0), (0, 5.3), (-5.3, 0)])
        case .square: polygon([(-4, -4), (4, -4), (4, 4), (-4, 4)])
        case .triangle: polygon([(0, -5), (5, 3.8), (-5, 3.8)])
        case .cross:
            for sign in [-1.0, 1.0] {
                drawing.add(
                    .line(
                        Point(x: center.x - 4, y: center.y - 4 * sign), Point(x: center.x + 4, y: center.y + 4 * sign)),
                    .stroke(color, 2.2))
            }
        }
    }
}
