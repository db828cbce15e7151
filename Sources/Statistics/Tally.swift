/// How often each numeric code was given: all that means, variances and rank tests need of any number of answers.
public struct Tally: Hashable, Sendable {
    /// The codes, each once, in ascending order; finite.
    public let values: [Double]
    /// How often each code was given, at least 0 times, in the order of `values`.
    public let counts: [Int]
    /// How many answers there are, at most ``Proportion/greatestCount`` but for bytes counted one by one.
    public let n: Int

    /// Creates a tally; codes may be in any order, and the counts of equal ones are added.
    /// - Returns: nil where there are not as many counts as codes, a code is not finite, a count is negative, or there are
    ///   more than 2³² answers.
    public init?(values: [Double], counts: [Int]) {
        guard values.count == counts.count, values.allSatisfy(\.isFinite) else { return nil }
        var ordered: (values: [Double], counts: [Int]) = ([], [])
        var n = 0
        for (value, count) in zip(values, counts).sorted(by: { $0.0 < $1.0 }) {
            guard count >= 0, count <= Proportion.greatestCount - n else { return nil }
            n += count
            if ordered.values.last == value {
                ordered.counts[ordered.counts.count - 1] += count
            } else {
                ordered.values.append(value)
                ordered.counts.append(count)
            }
        }
        (self.values, self.counts, self.n) = (ordered.values, ordered.counts, n)
    }

    /// Counts codes of one byte each; those that do not occur are not in `values`.
    /// - Parameter missing: the code of an answer that was not given, which is left out.
    public init(_ codes: some Sequence<UInt8>, missing: UInt8? = nil) {
        var counts = [Int](repeating: 0, count: 256)
        // Bytes that lie side by side are counted by code that the compiler sees whole; a generic sequence takes tens of ns each.
        let isCounted: Void? = codes.withContiguousStorageIfAvailable { codes in
            for code in codes { counts[Int(code)] += 1 }
        }
        if isCounted == nil { for code in codes { counts[Int(code)] += 1 } }
        if let missing { counts[Int(missing)] = 0 }
        let present = counts.indices.filter { counts[$0] > 0 }
        values = present.map(Double.init)
        self.counts = present.map { counts[$0] }
        n = self.counts.reduce(0, +)
    }

    /// Both tallies together, over the codes of either; nil where there are more than 2³² answers.
    public func merged(with other: Tally) -> Tally? {
        Tally(values: values + other.values, counts: counts + other.counts)
    }

    /// The arithmetic mean; nil of no answers.
    public var mean: Double? {
        guard n > 0 else { return nil }
        if let sums = exactSums { return Double(nearestTo: sums.first) / Double(n) }
        // Each code is weighted by its share, since the sum of all may overflow where no code does.
        return zip(values, counts).reduce(0) { $0 + $1.0 * (Double($1.1) / Double(n)) }
    }

    /// The variance of the population that the answers are a sample of, Σ c (x − x̄)² / (n − 1); nil of fewer than two.
    ///
    /// It is 0 exactly where all answers are the same.
    public var variance: Double? {
        guard n > 1, let mean else { return nil }
        if counts.filter({ $0 > 0 }).count == 1 { return 0 }
        if let sums = exactSums {
            let scaled = Int128(n) * sums.second - sums.first * sums.first
            return Double(nearestTo: scaled) / (Double(n) * Double(n - 1))
        }
        return zip(values, counts).reduce(0) { $0 + Double($1.1) * ($1.0 - mean) * ($1.0 - mean) } / Double(n - 1)
    }

    /// The square root of ``variance``, in units of the codes; nil of fewer than two answers.
    public var standardDeviation: Double? { variance.map { $0.squareRoot() } }

    /// Student's t interval of the mean, x̄ ± t s / √n with n − 1 degrees of freedom ("Student", Biometrika 6, 1908).
    ///
    /// It is the mean itself where all answers are the same.
    /// - Returns: nil of fewer than two answers, and where codes are so great that their variance overflows.
    public func meanInterval(_ confidence: ConfidenceLevel = .ninetyFive) -> Interval? {
        SampleMoments(self)?.meanInterval(confidence)
    }

    /// Σ c x and Σ c x², exactly; nil unless every code is a whole number of up to ±2³⁰, so that n Σ c x², at most 2¹²⁴,
    /// fits.
    private var exactSums: (first: Int128, second: Int128)? {
        guard values.allSatisfy({ $0.magnitude <= 1_073_741_824 && $0 == $0.rounded() }) else { return nil }
        return zip(values, counts).reduce((0, 0)) { sums, pair in
            let (value, count) = (Int128(pair.0), Int128(pair.1))
            return (sums.0 + value * count, sums.1 + value * value * count)
        }
    }
}
