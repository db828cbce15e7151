/// How many chose each point of a scale, where every point was chosen by enough.
///
/// Means, standard deviations and rank tests are functions of these counts, from which they can often be found again (a mean
/// of few answers has few distributions). They may be derived from a release, and from nothing else.
public struct DistributionRelease: Hashable, Sendable {
    /// The answers at each point, in the order of the scale; each at least the threshold and over the blur.
    public let counts: [Int]

    /// Releases the counts, or nothing if one of them is small for its group.
    ///
    /// A point with nobody counts as small: that nobody chose it is told of everybody.
    ///
    /// - Parameters:
    ///   - counts: the answers at each point, in the order of the scale; 0 or more.
    ///   - threshold: the smallest count that may be published; less than 2 counts as 2.
    public init?(counts: [Int], threshold: Int) {
        let limit = SizeBlur.limit(size: counts.reduce(0, +), threshold: threshold)
        guard !counts.isEmpty, counts.allSatisfy({ $0 > limit }) else { return nil }
        self.counts = counts
    }
}
