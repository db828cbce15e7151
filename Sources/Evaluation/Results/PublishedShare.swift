import Statistics

/// What may be told of the answers of one group to one rating.
public struct PublishedShare: Equatable, Sendable {
    /// The valid answers, those on the scale.
    public let n: PublishedCount
    /// The favorable ones among them.
    public let favorable: PublishedPercent
    /// The neutral ones; withheld where they are not told apart from unfavorable ones, not asked where the scale has none.
    public let neutral: Reported<PublishedPercent>
    /// The unfavorable ones; withheld where they are not told apart from neutral ones.
    public let unfavorable: Reported<PublishedPercent>
    /// The Wilson 95 % interval of the favorable share, from 0 to 1, with finite population correction where it is known how
    /// many were invited; nil for bounds, and where everybody who was invited answered: such a share is not estimated from a
    /// sample, and the corrected interval is the share itself (W. G. Cochran, Sampling Techniques, 1977, section 2.6).
    public let interval: Interval?
    /// Counts that statistics may rest on: the published ones, or where only a rounded share is published that share of the
    /// smallest number of answers; nil for bounds. Nothing that is withheld can be found from them.
    let basis: Proportion?

    init(
        n: PublishedCount, favorable: PublishedPercent, neutral: Reported<PublishedPercent> = .suppressed,
        unfavorable: Reported<PublishedPercent> = .suppressed, basis: Proportion? = nil, population: Int? = nil
    ) {
        self.n = n
        self.favorable = favorable
        self.neutral = neutral
        self.unfavorable = unfavorable
        self.basis = basis
        // More answers than invitations are a mistake of the records, told when they are read; no correction then.
        interval = basis.flatMap { basis in
            let invited = population.flatMap { $0 >= basis.n ? $0 : nil }
            return invited == basis.n ? nil : basis.wilson(population: invited)
        }
    }
}
