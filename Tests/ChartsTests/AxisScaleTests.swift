import TestSupport
import Testing

@testable import Charts

@Suite("Scales of axes")
struct AxisScaleTests {
    @Test("Percents have ticks at quarters")
    func percents() {
        let scale = AxisScale(holding: [12, 88], range: 0...100, maximumSteps: 4)
        #expect(scale.ticks == [0, 25, 50, 75, 100])
    }

    @Test("A value beyond the range makes the axis longer, never cuts the value")
    func beyond() {
        let scale = AxisScale(holding: [104], range: 0...100, maximumSteps: 4)
        #expect(scale.lower == 0 && scale.upper >= 104)
    }

    @Test("Any numbers lie on their axis, which has no more steps than asked for", arguments: 0..<200 as Range<UInt64>)
    func holds(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let magnitude = [1e-6, 1, 100, 1e6, 1e12][Int(seed % 5)]
        let values = (0..<3).map { _ in Double.random(in: -magnitude...magnitude, using: &generator) }
        let steps = Int.random(in: 1...6, using: &generator)
        let scale = AxisScale(holding: values, range: nil, maximumSteps: steps)
        #expect(values.allSatisfy { (-1e-6...1 + 1e-6).contains(scale.share($0)) }, "\(values) \(scale)")
        #expect(scale.ticks.count <= max(steps, 2) + 1)
    }

    @Test("Ticks are written with the decimals that their step needs")
    func decimals() {
        let scale = AxisScale(holding: [0, 1], range: nil, maximumSteps: 4)
        #expect(scale.ticks.map { scale.text($0, .init()) } == ["0.00", "0.25", "0.50", "0.75", "1.00"])
    }

    @Test(
        "Nothing, and numbers that are none, still give an axis", arguments: [[], [Double.nan], [7], [.infinity, 0]])
    func degenerate(values: [Double]) {
        let scale = AxisScale(holding: values, range: nil, maximumSteps: 4)
        #expect(scale.upper > scale.lower && scale.ticks.count > 1)
    }
}
