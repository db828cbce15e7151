import Evaluation

extension Wording {
    /// A number that a text quotes, as a sentence takes it: "68%", "about 70%", "+5 percentage points", "1,450".
    func text(_ number: ReportedNumber) throws -> String {
        guard let value = number.value else { return NumberMark.none }
        let text = try unbound(value, number)
        return switch number.status {
        case .atMost: try self("number.at-most", ["number": text])
        case .atLeast: try self("number.at-least", ["number": text])
        default: (number.step ?? 1) > 1 ? try self("number.about", ["number": text]) : text
        }
    }

    private func unbound(_ value: Double, _ number: ReportedNumber) throws -> String {
        switch number.unit {
        case .count: decimals(value, 0)
        case .percent: try percent(value)
        case .percentagePoints: try points(value, isSigned: number.statistic != .marginOfError)
        case .countDifference: signed(value, 0)
        case .scaleDifference: signed(value, 2)
        case .scale: decimals(value, number.step == 0.1 ? 1 : 2)
        case .rate, .plain: decimals(value, 2)
        case .probability:
            value < 0.001 ? try self("number.less-than", ["number": decimals(0.001, 3)]) : decimals(value, 3)
        }
    }

    /// A difference of percentages; a margin has no direction.
    func points(_ value: Double, isSigned: Bool = true) throws -> String {
        let text = isSigned ? signed(value, 0) : decimals(value, 0)
        return try self("number.points", count: decimals(value.magnitude, 0) == "1" ? 1 : 2, ["number": text])
    }
}
