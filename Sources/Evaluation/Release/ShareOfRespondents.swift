import Disclosure
import Statistics

/// Decides what may be told of the answers to one rating when it is also told how many people took part.
///
/// Valid answers and those who gave none add up to everybody who took part: n of N. Where those who gave none are few but
/// not nobody, n is not told, and the favorable share only in steps (``ShareSteps``) from which n can't be found.
struct ShareOfRespondents {
    let protection: Protection
    /// How many took part.
    let respondents: Int
    /// How many were invited.
    let population: Int?

    func release(_ tally: RatingTally, hasNeutral: Bool) -> Reported<PublishedShare> {
        protection.published(tally.valid, of: respondents).flatMap { n in
            guard protection.isOn else { return .value(open(tally, hasNeutral)) }
            guard n.exact != nil else { return rounded(tally, n, hasNeutral) }
            let release = ShareRelease(
                favorable: tally.count(.favorable), neutral: hasNeutral ? tally.count(.neutral) : nil,
                unfavorable: tally.count(.unfavorable), threshold: protection.threshold)
            return exact(release, hasNeutral)
        }
    }

    /// Everything, where nothing is protected.
    private func open(_ tally: RatingTally, _ hasNeutral: Bool) -> PublishedShare {
        let n = tally.valid
        return PublishedShare(
            n: .exactly(n), favorable: .exactly(count: tally.count(.favorable), of: n),
            neutral: hasNeutral ? .value(.exactly(count: tally.count(.neutral), of: n)) : .notAsked,
            unfavorable: .value(.exactly(count: tally.count(.unfavorable), of: n)),
            basis: Proportion(count: tally.count(.favorable), n: n), population: population)
    }

    private func exact(_ release: ShareRelease, _ hasNeutral: Bool) -> Reported<PublishedShare> {
        switch release {
        case .noAnswers: return .noAnswers
        case .suppressed: return .suppressed
        case .atMost(let count, let n):
            return .value(PublishedShare(n: .exactly(n), favorable: .atMost(Self.percentAbove(count, of: n))))
        case .atLeast(let count, let n):
            return .value(PublishedShare(n: .exactly(n), favorable: .atLeast(Self.percentBelow(count, of: n))))
        case .favorable(let count, let n):
            return .value(
                PublishedShare(
                    n: .exactly(n), favorable: .exactly(count: count, of: n),
                    neutral: hasNeutral ? .suppressed : .notAsked,
                    // On a scale without a neutral point the rest is unfavorable, and as many as may be told.
                    unfavorable: hasNeutral ? .suppressed : .value(.exactly(count: n - count, of: n)),
                    basis: Proportion(count: count, n: n), population: population))
        case .all(let favorable, let neutral, let unfavorable):
            let n = favorable + neutral + unfavorable
            return .value(
                PublishedShare(
                    n: .exactly(n), favorable: .exactly(count: favorable, of: n),
                    neutral: .value(.exactly(count: neutral, of: n)),
                    unfavorable: .value(.exactly(count: unfavorable, of: n)),
                    basis: Proportion(count: favorable, n: n), population: population))
        }
    }

    /// A share of answers of which it is not told how many there are.
    private func rounded(_ tally: RatingTally, _ n: PublishedCount, _ hasNeutral: Bool) -> Reported<PublishedShare> {
        guard let steps = ShareSteps(n, threshold: protection.threshold) else { return .suppressed }
        switch steps.step(of: tally.count(.favorable), among: tally.valid) {
        case .below(let percent): return .value(PublishedShare(n: n, favorable: .atMost(percent)))
        case .above(let percent): return .value(PublishedShare(n: n, favorable: .atLeast(percent)))
        case .about(let percent):
            let favorable = PublishedPercent.rounded(percent, step: steps.width)
            let rest = PublishedPercent.rounded(100 - percent, step: steps.width)
            let count = (percent * n.least + 50) / 100
            return .value(
                PublishedShare(
                    n: n, favorable: favorable, neutral: hasNeutral ? .suppressed : .notAsked,
                    unfavorable: hasNeutral ? .suppressed : .value(rest),
                    basis: Proportion(count: count, n: n.least), population: population))
        }
    }

    private static func percentAbove(_ count: Int, of n: Int) -> Int { min(100, (100 * count + n - 1) / n) }

    private static func percentBelow(_ count: Int, of n: Int) -> Int { 100 * count / n }
}
