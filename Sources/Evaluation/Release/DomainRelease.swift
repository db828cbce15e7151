import Disclosure
import Statistics

/// Decides what may be told of a domain's scores.
///
/// A mean of several items' answers points at nobody by itself, but with the means of all items but one it tells that one's.
/// It is therefore rounded: with a step of s, n people and k items, the sum of the untold item stays open by s · n · k points
/// of the scale, which has to be at least the threshold. A mean so near an end of the scale that at most a few people can
/// have answered otherwise is told as a bound, and one from which at most a few people can differ is not told.
struct DomainRelease {
    let protection: Protection
    let respondents: Int

    /// - Parameter shares: what is told of the domain's items.
    func result(
        _ tally: DomainTally, of domain: String, _ group: ReportingGroup, wave: String,
        shares: [Reported<PublishedShare>]
    ) -> DomainResult {
        let n = protection.published(tally.count, of: respondents)
        let score = n.flatMap { self.score(tally, n: $0) }
        return DomainResult(
            wave: wave, group: group, domain: domain, n: n, score: score, favorable: favorable(shares),
            reliability: score.flatMap { reliability(tally, $0, shares) })
    }

    private func score(_ tally: DomainTally, n: PublishedCount) -> Reported<PublishedMean> {
        guard let mean = tally.mean else { return .noAnswers }
        guard protection.isOn else {
            return .value(published(mean, tally.standardDeviation, n: tally.count, tally.bounds, decimals: nil))
        }
        let people = n.least * tally.items.count
        guard let decimals = [2, 1].first(where: { Double(people) / Self.power($0) >= Double(protection.threshold) })
        else { return .suppressed }
        let (low, high) = (tally.bounds.lowerBound, tally.bounds.upperBound)
        let few = SizeBlur.limit(size: tally.count, threshold: protection.threshold)
        guard n.least > 2 * few else { return .suppressed }
        let edge = (high - low) * Double(few) / Double(n.least)
        if mean > high - edge { return .value(bound(.atLeast, Self.floor(high - edge, decimals), decimals)) }
        if mean < low + edge { return .value(bound(.atMost, -Self.floor(-low - edge, decimals), decimals)) }
        let deviation = tally.standardDeviation.map { Self.round($0, decimals) }
        guard varies(deviation, decimals, items: tally.items.count, n: n.least, few: few) else { return .suppressed }
        return .value(
            published(Self.round(mean, decimals), deviation, n: n.least, tally.bounds, decimals: decimals))
    }

    /// Whether the rounded deviation leaves open that more than a few people have a score other than everybody else's.
    ///
    /// Scores of k items are at least 1/k apart, so that squares that add up to S leave room for at most S · k² such people.
    private func varies(_ deviation: Double?, _ decimals: Int, items: Int, n: Int, few: Int) -> Bool {
        guard let deviation else { return false }
        let largest = Double(items) * (deviation + 0.5 / Self.power(decimals))
        return largest * largest * Double(n) > Double(few)
    }

    private func published(
        _ mean: Double, _ deviation: Double?, n: Int, _ bounds: ClosedRange<Double>, decimals: Int?
    ) -> PublishedMean {
        let moments = deviation.flatMap { SampleMoments(n: n, mean: mean, standardDeviation: $0) }
        let interval = moments?.meanInterval().flatMap {
            Interval(lower: max(bounds.lowerBound, $0.lower), upper: min(bounds.upperBound, $0.upper))
        }
        return PublishedMean(
            value: mean, bound: .exactly, standardDeviation: deviation, interval: interval, decimals: decimals)
    }

    private func bound(_ bound: PublishedMean.Bound, _ value: Double, _ decimals: Int) -> PublishedMean {
        PublishedMean(value: value, bound: bound, standardDeviation: nil, interval: nil, decimals: decimals)
    }

    private func favorable(_ shares: [Reported<PublishedShare>]) -> Reported<Double> {
        guard let first = shares.first else { return .notAsked }
        let told = shares.compactMap(\.shown).map(\.favorable)
        guard told.count == shares.count, !told.contains(where: \.isBound) else {
            return shares.allSatisfy { $0 == .noAnswers } ? .noAnswers : first == .notAsked ? .notAsked : .suppressed
        }
        return .value(told.reduce(0) { $0 + $1.value } / Double(told.count))
    }

    private func reliability(
        _ tally: DomainTally, _ score: PublishedMean, _ shares: [Reported<PublishedShare>]
    ) -> Reported<Reliability> {
        // Of one item there is none, whoever answered.
        guard tally.items.count > 1 else { return .noAnswers }
        guard let covariances = tally.covariances, let alpha = CronbachAlpha(covariances) else {
            // That next to nobody answered all items is told of those few.
            return protection.isOn ? .suppressed : .noAnswers
        }
        // By the smallest number that is told of them: by their own, an alpha of 31 people would tell that at most one of them left
        // an item out.
        let complete = protection.published(covariances.n, of: respondents).shown?.least ?? 0
        guard complete >= Self.fewestForReliability else { return protection.isOn ? .suppressed : .notAsked }
        // With few people or a score near the end of its scale, the correlations would tell who answered what.
        guard !protection.isSmall(covariances.n), score.bound == .exactly else { return .suppressed }
        func told(_ value: Double) -> Double { protection.isOn ? Self.round(value, 2) : value }
        let interval = alpha.feldt().flatMap { Interval(lower: told($0.lower), upper: told($0.upper)) }
        let correlations = covariances.itemRestCorrelations
        // An item that never varies has no correlation, and makes those of the others alike: with one share blurred or withheld
        // none of them is told.
        let isOpen = !protection.isOn || shares.allSatisfy { $0.shown.map { !$0.favorable.isBound } ?? false }
        // Of everybody's answers the item varies, of those who answered all items it does not, which is not told either.
        if protection.isOn, isOpen, correlations.contains(nil) { return .suppressed }
        let itemRest = correlations.map { correlation -> Reported<Double> in
            isOpen ? correlation.map { .value(told($0)) } ?? .notAsked : .suppressed
        }
        return .value(
            Reliability(
                alpha: told(alpha.estimate), interval: interval,
                itemRest: Dictionary(zip(tally.items, itemRest), uniquingKeysWith: { first, _ in first })))
    }

    /// The fewest complete rows of which alpha and item-rest correlations are told.
    ///
    /// Of fewer, alpha says more of who happened to answer than of the items: even where they hang together well, a simulation
    /// found it unbiased only from 30 rows on (H. Yurdugül, "Minimum sample size for Cronbach's coefficient alpha: a Monte-Carlo
    /// study", Hacettepe University Journal of Education 35, 2008).
    private static let fewestForReliability = 30

    private static func power(_ decimals: Int) -> Double { decimals == 1 ? 10 : 100 }

    private static func round(_ value: Double, _ decimals: Int) -> Double {
        (value * power(decimals)).rounded() / power(decimals)
    }

    private static func floor(_ value: Double, _ decimals: Int) -> Double {
        (value * power(decimals)).rounded(.down) / power(decimals)
    }
}
