import Evaluation

/// Shares in plain words: "about 7 in 10" where that is exact enough, else in percent.
///
/// Frequencies out of a small round number are understood by more readers than percentages (G. Gigerenzer and U. Hoffrage, 1995).
extension FamilySummary {
    /// How shares of one sentence are written: all alike.
    enum ShareStyle {
        case tenths
        case percent
    }

    /// How shares are written in a sentence: as tenths, unless two of them would read the same, or one is only a bound or too
    /// roughly known.
    func style(of shares: [PublishedPercent]) throws -> ShareStyle {
        let texts = try shares.compactMap(tenths)
        return texts.count == shares.count && Set(texts).count == texts.count ? .tenths : .percent
    }

    /// A share, to be followed by a group's name: "about 7 in 10", "68% of".
    func share(_ share: PublishedPercent, _ style: ShareStyle) throws -> String {
        if style == .tenths, let text = try tenths(share) { return text }
        return try words("families.share.percent", ["share": words.percent(share)])
    }

    /// A share that stands by itself: "about 7 in 10", "68%".
    func plainShare(_ share: PublishedPercent, _ style: ShareStyle) throws -> String {
        if style == .tenths, let text = try tenths(share) { return text }
        return try words.percent(share)
    }

    /// A share out of ten people; nil where it is under one half in ten, a bound, or rounded to more than ten percent.
    private func tenths(_ share: PublishedPercent) throws -> String? {
        let isExact: Bool
        let count = Int((share.value / 10).rounded())
        switch share {
        case .exactly(let favorable, let n): isExact = 10 * favorable == count * n
        case .rounded(_, let step): if step > 10 { return nil } else { isExact = false }
        case .atMost, .atLeast: return nil
        }
        if count == 10 { return try words("families.share.most") }
        // "Only fewer than 1 in 10" is no plain word for a few.
        guard count > 0 else { return nil }
        return try words("families.share.\(isExact ? "exact" : "about")", ["count": words.number(count)])
    }
}
