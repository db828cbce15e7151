/// The axis of values of a figure.
public struct ChartAxis: Equatable, Sendable {
    /// What is measured, and its unit; stands below the axis.
    public var title: String?
    /// Values that the axis reaches at least; it is longer where values or intervals lie beyond.
    public var range: ClosedRange<Double>?
    /// How its numbers are written.
    public var format: ChartNumberFormat

    /// Creates an axis.
    public init(title: String? = nil, range: ClosedRange<Double>? = nil, format: ChartNumberFormat = .init()) {
        self.title = title
        self.range = range
        self.format = format
    }
}

/// Where an axis begins and ends, and where it has ticks.
struct AxisScale: Equatable, Sendable {
    let lower: Double
    let upper: Double
    let step: Double

    /// A scale that holds all values, in at most `maximumSteps` steps of 1, 2, 2.5 or 5 times a power of ten; its ends are
    /// ticks, except where a range is given that all values are in and whose length such steps divide.
    init(holding values: [Double], range: ClosedRange<Double>?, maximumSteps: Int) {
        var numbers = values.filter(Self.isUsable)
        if let range { numbers += [range.lowerBound, range.upperBound].filter(Self.isUsable) }
        var least = numbers.min() ?? 0
        var greatest = numbers.max() ?? 1
        if greatest - least < 1e-9 {
            (least, greatest) = least >= 0 && least < 1 ? (0, 1) : (least - 1, greatest + 1)
        }
        var power = 1e-10
        while power * 10 <= (greatest - least) / Double(max(1, maximumSteps)) { power *= 10 }
        let factors = [1, 2, 2.5, 5, 10, 20, 25, 50, 100]
        let fitting = factors.first { factor in
            let step = factor * power
            let steps = (greatest / step - 1e-9).rounded(.up) - (least / step + 1e-9).rounded(.down)
            return Int(steps) <= max(1, maximumSteps)
        }
        step = (fitting ?? 100) * power
        lower = (least / step + 1e-9).rounded(.down) * step
        upper = (greatest / step - 1e-9).rounded(.up) * step
    }

    /// Whether a number can be drawn: finite and within ±10¹².
    static func isUsable(_ value: Double) -> Bool { value.isFinite && abs(value) <= 1e12 }

    var ticks: [Double] {
        let count = max(1, Int(((upper - lower) / step).rounded()))
        return (0...count).map { lower + (upper - lower) * Double($0) / Double(count) }
    }

    /// A tick's number with the decimals that the step needs.
    func text(_ tick: Double, _ format: ChartNumberFormat) -> String {
        var decimals = format.decimals
        var scaled = step
        for _ in 0..<decimals { scaled *= 10 }
        while decimals < 6, abs(scaled - scaled.rounded()) > 1e-6 {
            scaled *= 10
            decimals += 1
        }
        return format.text(tick, decimals: decimals)
    }

    /// A value's share of the way from the beginning to the end.
    func share(_ value: Double) -> Double { (value - lower) / (upper - lower) }
}
