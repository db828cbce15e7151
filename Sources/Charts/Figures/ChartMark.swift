/// A value as a mark with a label.
public struct ChartMark: Equatable, Sendable {
    /// The value; nil where it is not told, and only the label is drawn. Values beyond ±10¹² are not drawn.
    public let value: Double?
    /// The interval around it, drawn as whiskers.
    public let interval: ClosedRange<Double>?
    /// The label, such as "64 %" or "†".
    public let text: String

    /// Creates a mark. An interval that the value is not in is extended to it; one that is not finite is left out.
    public init(value: Double?, interval: ClosedRange<Double>? = nil, text: String) {
        let usable = value.flatMap { AxisScale.isUsable($0) ? $0 : nil }
        self.value = usable
        self.text = text
        if let usable, let interval, AxisScale.isUsable(interval.lowerBound), AxisScale.isUsable(interval.upperBound) {
            self.interval = min(usable, interval.lowerBound)...max(usable, interval.upperBound)
        } else {
            self.interval = nil
        }
    }

    var isDrawn: Bool { value != nil }
    /// The value, or 0 where none is drawn.
    var position: Double { value ?? 0 }
}
