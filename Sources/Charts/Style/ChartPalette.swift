/// The colors of figures.
///
/// Blue stands for favorable answers and orange for unfavorable ones, a pair that people with any color vision deficiency
/// tell apart. The two ramps have different lightness at each step, so that a scale reads in greyscale too. All colors that
/// carry meaning have a contrast of 3:1 to white or an outline that has (WCAG 2.2, 1.4.11); text has 4.5:1 (1.4.3).
public enum ChartPalette {
    /// Text.
    public static let ink = ChartColor(hex: "#1d232b", className: "c-text")
    /// Text of less weight: numbers of answers, axes.
    public static let soft = ChartColor(hex: "#4d5866", className: "c-soft")
    /// Lines that only guide the eye.
    static let grid = ChartColor(hex: "#dcdfe4", className: "c-grid")
    /// The line that values are counted from, and outlines.
    static let axis = ChartColor(hex: "#6b7480", className: "c-axis")
    /// The paper: the inside of hollow marks.
    static let paper = ChartColor(hex: "#ffffff", className: "c-paper")

    /// From the strongest to the weakest unfavorable answer: lightness (CIELAB L*) 36 to 60, hue 58°.
    static let unfavorable = ramp(["#8b3f00", "#a14a01", "#b75705", "#cc681d", "#dd772c"], "c-unfavorable")
    /// From the strongest to the weakest favorable answer: lightness 20 to 57, hue 265°.
    static let favorable = ramp(["#033352", "#044871", "#055e92", "#0f77b7", "#2c8fd5"], "c-favorable")
    /// Answers in the middle of a scale.
    static let neutral = ChartColor(hex: "#e2e4e8", className: "c-neutral")
    /// Answers that are not told apart.
    static let remainder = ChartColor(hex: "#ffffff", className: "c-remainder")
    /// Series of marks, which also differ in shape.
    static let series = [
        ChartColor(hex: "#044871", className: "c-series-1"), ChartColor(hex: "#cc681d", className: "c-series-2"),
        ChartColor(hex: "#0b7b64", className: "c-series-3"), ChartColor(hex: "#7e3983", className: "c-series-4"),
    ]

    private static func ramp(_ hexes: [String], _ name: String) -> [ChartColor] {
        hexes.enumerated().map { ChartColor(hex: $1, className: "\(name)-\($0 + 1)") }
    }

    /// The colors of one side of a scale, the strongest first; a scale with more than five points a side repeats the weakest.
    static func shades(_ ramp: [ChartColor], count: Int) -> [ChartColor] {
        let order: [Int] =
            switch count {
            case ...0: []
            case 1: ramp == unfavorable ? [3] : [2]
            case 2: ramp == unfavorable ? [0, 4] : [0, 3]
            case 3: [0, 2, 4]
            case 4: [0, 1, 3, 4]
            default: [0, 1, 2, 3, 4] + Array(repeating: 4, count: count - 5)
            }
        return order.map { ramp[$0] }
    }

    /// The color of text on a color: black or white, whichever has the greater contrast; its class is `c-on-` and the rest
    /// of the color's.
    static func text(on color: ChartColor) -> ChartColor { textOnFills[color] ?? makeText(on: color) }

    /// The color of text on each fill that bars have, since a figure asks for it at each piece of a bar.
    private static let textOnFills = Dictionary(
        (unfavorable + favorable + [neutral, remainder]).map { ($0, makeText(on: $0)) },
        uniquingKeysWith: { first, _ in first })

    private static func makeText(on color: ChartColor) -> ChartColor {
        ChartColor(hex: textHex(on: color.hex), className: "c-on-" + color.className.dropFirst(2))
    }

    static func textHex(on hex: String) -> String {
        let luminance = RelativeLuminance.of(hex: hex)
        return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? "#ffffff" : "#000000"
    }
}
