import Statistics

extension NumberTableBuilder {
    mutating func add(_ comparison: Comparison) {
        switch comparison.kind {
        case .change(let group, _, let to):
            begin(.change, comparison.subject.id, group.name, to, differenceUnit: comparison.subject.unit)
            add(.change, .changeLower, .changeUpper, comparison.difference)
        case .gap(let first, let second, let wave):
            begin(
                .gap, comparison.subject.id, first.name + "-vs-" + second.name, wave,
                differenceUnit: comparison.subject.unit)
            add(.gap, .gapLower, .gapUpper, comparison.difference)
        }
        guard let difference = comparison.difference.shown else { return }
        // A group's change and a wave's result share a name's other parts, so that the statistic alone tells them apart.
        add(.p, .some(difference.p))
        add(.holm, .some(comparison.holm))
        add(.benjaminiHochberg, .some(comparison.benjaminiHochberg))
        add(.effect, .some(difference.effect))
        guard let ranks = comparison.ranks else { return }
        add(.meanDifference, .meanDifferenceLower, .meanDifferenceUpper, .value(ranks.meanDifference))
        add(.welch, .some(ranks.meanDifference.p))
        add(.hedgesG, .some(ranks.meanDifference.effect))
        add(.u, .value(ranks.u))
        add(.mannWhitney, .some(ranks.p))
        add(.cliffsDelta, .value(ranks.cliffsDelta))
        add(.probabilityOfSuperiority, .value(ranks.probabilityOfSuperiority))
    }
}

extension Comparison.Subject {
    /// How differences of it are written.
    fileprivate var unit: Statistic.Unit {
        switch self {
        case .item: .percentagePoints
        case .domain: .scaleDifference
        }
    }
}
