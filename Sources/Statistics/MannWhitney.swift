/// Whether answers of one sample tend to be greater than those of another, by order alone.
///
/// H. B. Mann and D. R. Whitney, "On a test of whether one of two random variables is stochastically larger than the other",
/// Annals of Mathematical Statistics 18 (1947). Everything comes from two tallies; no answers are laid out one by one.
public struct MannWhitney: Hashable, Sendable {
    /// How many pairs have the greater answer in a, and how many in b.
    private let greater: Int128
    private let less: Int128
    private let pairs: Int128
    /// The standard deviation of U where both samples come from one distribution, with the correction for ties.
    private let deviation: Double

    /// Compares two samples; nil where one is empty.
    public init?(_ a: Tally, _ b: Tally) {
        guard a.n > 0, b.n > 0 else { return nil }
        var (greater, less, ties) = (Int128(0), Int128(0), 0.0)
        var below = (a: 0, b: 0)
        for (countA, countB) in Self.countsByCode(a, b) {
            greater += Int128(countA) * Int128(below.b)
            less += Int128(countB) * Int128(below.a)
            // The sum of 3 T t (T + t) is N³ − N − Σ (t³ − t), without subtracting two nearly equal numbers.
            let (lower, tied) = (Double(below.a + below.b), Double(countA + countB))
            ties += 3 * lower * tied * (lower + tied)
            below = (below.a + countA, below.b + countB)
        }
        let (n1, n2) = (Double(a.n), Double(b.n))
        (self.greater, self.less, pairs) = (greater, less, Int128(a.n) * Int128(b.n))
        deviation = (n1 * n2 / 12 * (ties / (n1 + n2) / (n1 + n2 - 1))).squareRoot()
    }

    /// How many of the na nb pairs have the greater answer in a, with ties for one half: R's W, from 0 to na nb.
    public var u: Double { Double(nearestTo: 2 * greater + ties) / 2 }

    /// The normal approximation of U, corrected for ties and, by one half, for continuity.
    ///
    /// As R's `wilcox.test(exact = FALSE, correct = TRUE)`. Below some eight answers a side it is rough.
    /// - Returns: z, positive where a tends to be greater; nil where all answers of both samples are the same.
    public var z: Double? {
        guard deviation > 0 else { return nil }
        // Twice the distance of U from its expected value is greater − less, a whole number.
        let distance = Double(nearestTo: greater - less) / 2
        return (distance - 0.5 * Double(nearestTo: (greater - less).signum())) / deviation
    }

    /// The two-sided p of ``z``, from 0 to 1; nil where that is.
    public var p: Double? { z.map { 2 * Distribution.standardNormal.survival($0.magnitude) } }

    /// Cliff's delta: the share of pairs with the greater answer in a, less that with the greater answer in b; from −1 to 1.
    ///
    /// N. Cliff, "Dominance statistics: ordinal analyses to answer ordinal questions", Psychological Bulletin 114 (1993).
    public var cliffsDelta: Double { Double(nearestTo: greater - less) / Double(nearestTo: pairs) }

    /// How probable it is that an answer drawn from a is greater than one drawn from b, ties for one half; from 0 to 1.
    ///
    /// U / (na nb): the common language effect size of K. O. McGraw and S. P. Wong, Psychological Bulletin 111 (1992), as A. Vargha
    /// and H. D. Delaney generalize it, Journal of Educational and Behavioral Statistics 25 (2000).
    public var probabilityOfSuperiority: Double {
        Double(nearestTo: 2 * greater + ties) / (2 * Double(nearestTo: pairs))
    }

    private var ties: Int128 { pairs - greater - less }

    /// The counts of both tallies for each code of either, in ascending order.
    private static func countsByCode(_ a: Tally, _ b: Tally) -> [(Int, Int)] {
        var result: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < a.values.count || j < b.values.count {
            let isInA = i < a.values.count && (j == b.values.count || a.values[i] <= b.values[j])
            let isInB = j < b.values.count && (i == a.values.count || b.values[j] <= a.values[i])
            result.append((isInA ? a.counts[i] : 0, isInB ? b.counts[j] : 0))
            i += isInA ? 1 : 0
            j += isInB ? 1 : 0
        }
        return result
    }
}
