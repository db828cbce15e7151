import Disclosure
import Statistics

/// Decides what may be told of one rating's tally.
struct RatingRelease {
    let protection: Protection
    let respondents: Int
    let population: Int?

    func result(_ tally: RatingTally, of item: String, _ group: ReportingGroup, wave: String, hasNeutral: Bool)
        -> RatingResult
    {
        let share = ShareOfRespondents(protection: protection, respondents: respondents, population: population)
            .release(tally, hasNeutral: hasNeutral)
        let counts = distribution(tally)
        let scored = counts.shown == nil ? nil : tally.scored
        return RatingResult(
            wave: wave, group: group, item: item, n: protection.published(tally.valid, of: respondents), share: share,
            distribution: counts,
            mean: counts.flatMap { _ in Self.mean(of: scored) }, invalid: invalid(tally), scored: scored)
    }

    /// All counts of the scale, where each of them may be told and none tells how few gave no answer.
    private func distribution(_ tally: RatingTally) -> Reported<[Int]> {
        guard respondents > 0, tally.valid > 0 else { return .noAnswers }
        guard protection.isOn else { return .value(tally.points) }
        guard !protection.isSmall(respondents), !protection.isSmall(respondents - tally.valid),
            let release = DistributionRelease(counts: tally.points, threshold: protection.threshold)
        else { return .suppressed }
        return .value(release.counts)
    }

    private static func mean(of scored: Tally?) -> Reported<PublishedMean> {
        guard let scored, let mean = scored.mean else { return .noAnswers }
        return .value(
            PublishedMean(
                value: mean, bound: .exactly, standardDeviation: scored.standardDeviation,
                interval: scored.meanInterval(), decimals: nil))
    }

    private func invalid(_ tally: RatingTally) -> Reported<InvalidAnswers> {
        guard respondents > 0 else { return .noAnswers }
        guard !protection.isSmall(respondents) else { return .suppressed }
        let counts = [tally.notApplicable, tally.dontKnow, tally.missing]
        guard !counts.contains(where: protection.isSmall), !protection.isSmall(tally.valid) else { return .suppressed }
        return .value(
            InvalidAnswers(
                notApplicable: tally.notApplicable, dontKnow: tally.dontKnow, missing: tally.missing))
    }
}
