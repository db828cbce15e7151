/// The colors of figures on dark screens, where the strongest answers are the brightest.
public enum DarkPalette {
    /// The page that figures are on.
    public static let paper = "#14181d"

    /// CSS rules that a page puts into a media query for dark screens; print keeps the colors in the SVG.
    public static let rules: String = replacements.map { name, hex in
        var rule = ".\(name){fill:\(hex)}.\(name)-line{stroke:\(hex)}"
        if name.hasPrefix("c-favorable") || name.hasPrefix("c-unfavorable") || name == "c-neutral"
            || name == "c-remainder"
        {
            rule += ".c-on-\(name.dropFirst(2)){fill:\(ChartPalette.textHex(on: hex))}"
        }
        return rule
    }.joined(separator: "\n")

    /// From the strongest to the weakest answer, as in `ChartPalette`: lightness 78 to 50 and 86 to 51.
    static let unfavorable = ["#ffaf7b", "#f49759", "#de8548", "#c97337", "#b46126"]
    static let favorable = ["#b3dcff", "#77c3f9", "#5fade2", "#4598cc", "#2481b3"]
    static let neutral = "#3b434e"
    static let axis = "#8b95a3"
    static let ink = "#e8ecf1"
    static let soft = "#b4bdc9"
    static let series = ["#45bafd", "#fc9854", "#51c3a5", "#dd99e0"]

    private static let replacements: [(name: String, hex: String)] =
        [
            ("c-text", ink), ("c-soft", soft), ("c-grid", "#39414b"), ("c-axis", axis), ("c-paper", paper),
            ("c-remainder", paper), ("c-neutral", neutral),
        ] + named(unfavorable, "c-unfavorable") + named(favorable, "c-favorable") + named(series, "c-series")

    private static func named(_ hexes: [String], _ name: String) -> [(name: String, hex: String)] {
        hexes.enumerated().map { ("\(name)-\($0 + 1)", $1) }
    }
}
