/// Quantiles of a sample.
public enum Quantile {
    /// The quantile of a sample by linear interpolation between order statistics: type 7 of R. J. Hyndman and Y. Fan,
    /// "Sample quantiles in statistical packages", The American Statistician 50 (1996), the default of R and NumPy.
    ///
    /// With h = (n − 1) p it is x₍⌊h⌋₎ + (h − ⌊h⌋) (x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎), counted from 0.
    /// - Parameters:
    ///   - p: from 0 (the least value) to 1 (the greatest).
    ///   - sample: in any order.
    /// - Returns: nil of an empty sample, of one with NaN in it, and of a p outside its range.
    public static func type7(_ p: Double, of sample: [Double]) -> Double? {
        guard !sample.isEmpty, p >= 0, p <= 1, !sample.contains(where: \.isNaN) else { return nil }
        let sorted = sample.sorted()
        let place = Double(sorted.count - 1) * p
        let index = min(Int(place), sorted.count - 1)
        let (below, above) = (sorted[index], sorted[min(index + 1, sorted.count - 1)])
        let fraction = place - Double(index)
        // Weights rather than a difference, which overflows between great values of either sign; and no product of 0 with
        // an infinite neighbor.
        if fraction == 0 || below == above { return below }
        return below * (1 - fraction) + above * fraction
    }

    /// The middle value, or the mean of the two middle ones; nil as for ``type7(_:of:)``.
    public static func median(of sample: [Double]) -> Double? { type7(0.5, of: sample) }
}
