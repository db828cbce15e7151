import Disclosure

/// Decides what may be told of the options that people chose.
///
/// The options are told all or none: one that is withheld could be found from the others and their sum. Of several choices
/// each option is a line of its own, those who chose it and those who didn't, and all of them need both to be many.
struct ChoiceRelease {
    let protection: Protection
    let respondents: Int

    func result(_ item: Item, _ responses: GroupResponses) -> ChoiceResult? {
        let tally: (answered: Int, counts: [Int], isExclusive: Bool)
        switch item.kind {
        case .singleChoice(let choices):
            guard let codes = responses.codes(of: item.id) else { return nil }
            let counts = CodeCounts(codes)
            let chosen = choices.map { counts[$0.code] }
            tally = (chosen.reduce(0, +), chosen, true)
        case .multipleChoice(let choices):
            guard let selections = responses.selections(of: item.id) else { return nil }
            let chosen = choices.indices.map { place in selections.count { $0 >> UInt64(place) & 1 == 1 } }
            tally = (selections.count { $0 != 0 }, chosen, false)
        case .rating, .comment: return nil
        }
        let n = protection.published(tally.answered, of: respondents)
        return ChoiceResult(
            wave: responses.wave, group: responses.group, item: item.id, n: n,
            counts: n.flatMap { _ in counts(tally.counts, answered: tally.answered, isExclusive: tally.isExclusive) })
    }

    private func counts(_ counts: [Int], answered: Int, isExclusive: Bool) -> Reported<[Int]> {
        guard protection.isOn else { return .value(counts) }
        guard !protection.isSmall(respondents - answered) else { return .suppressed }
        let lines = isExclusive ? [counts] : counts.map { [$0, answered - $0] }
        let areAllLarge = lines.allSatisfy { DistributionRelease(counts: $0, threshold: protection.threshold) != nil }
        return areAllLarge ? .value(counts) : .suppressed
    }
}
