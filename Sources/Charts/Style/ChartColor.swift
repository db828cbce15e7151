/// A color as figures use it: a value that stands in the SVG, and a class by which a stylesheet may replace it.
public struct ChartColor: Hashable, Sendable {
    /// The color in sRGB, as `#rrggbb`.
    public let hex: String
    /// The class of what is drawn in it, such as `c-favorable-1`.
    public let className: String
}
