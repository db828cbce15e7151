import Evaluation
import Statistics

extension Interval {
    /// Both ends, times a factor, in brackets and to so many decimal places.
    func words(decimals places: Int, times factor: Double = 1) -> String {
        let ends = [lower, upper].map { $0.isFinite ? DecimalText(factor * $0).decimals(places) : "no upper end" }
        return " (\(ends.joined(separator: " to ")))"
    }
}
