import Statistics

/// The same question asked twice: of one group in two waves, or of two groups in one wave.
///
/// Surveys are anonymous, so that two waves are always independent samples: nobody's answers are matched.
public struct Comparison: Equatable, Sendable {
    /// What is compared.
    public enum Kind: Hashable, Sendable {
        /// A group in a later wave against an earlier one: the later less the earlier.
        case change(ReportingGroup, from: String, to: String)
        /// Two groups in a wave: the first less the second.
        case gap(ReportingGroup, ReportingGroup, wave: String)
    }

    /// What is compared of them.
    public enum Subject: Hashable, Sendable {
        case item(String)
        case domain(String)

        /// The item's or domain's id.
        public var id: String {
            switch self {
            case .item(let id), .domain(let id): id
            }
        }
    }

    /// What is compared.
    public let kind: Kind
    /// What is compared of them.
    public let subject: Subject
    /// The difference; withheld where either side is, or where it is only a bound.
    public let difference: Reported<Difference>
    /// What two whole distributions of answers tell beyond their favorable shares; nil where one of them is withheld.
    public let ranks: RankComparison?
    /// The p-value adjusted over all comparisons of the booklet by Holm's method; nil where there is no p-value.
    public internal(set) var holm: Double?
    /// The same by the method of Benjamini and Hochberg.
    public internal(set) var benjaminiHochberg: Double?

    /// What may be said of a difference.
    public enum Verdict: String, Sendable {
        case higher
        case lower
        /// The interval spans zero, or there is none.
        case aboutTheSame = "about the same"
        /// The interval leaves zero out, but among so many comparisons some do by chance.
        case perhapsChance = "perhaps chance"
    }

    /// What may be said of the difference; nil where it is withheld.
    ///
    /// It is told as higher or lower only where the interval leaves zero out and not more than one in twenty of such claims
    /// is expected to be wrong over all comparisons of the booklet.
    public var verdict: Verdict? {
        guard let difference = difference.shown else { return nil }
        guard let interval = difference.interval, !interval.contains(0) else { return .aboutTheSame }
        guard let benjaminiHochberg, benjaminiHochberg < Self.falseDiscoveryRate else { return .perhapsChance }
        return interval.lower > 0 ? .higher : .lower
    }

    /// The share of claims that may be wrong.
    private static let falseDiscoveryRate = 0.05
}

/// How far two numbers are apart, and whether by more than chance.
public struct Difference: Equatable, Sendable {
    /// The first less the second: percentage points for items, points of the scale for domains.
    public let estimate: Double
    /// The interval at 95 %: Newcombe's for items, Welch's for domains; nil where there is none.
    public let interval: Interval?
    /// The two-sided p-value: of the pooled score test for items, of Welch's test for domains; nil where there is none.
    public let p: Double?
    /// Cohen's h for items, Hedges' g for domains; nil where there is none.
    public let effect: Double?
    /// The effect in a word.
    public let size: EffectSize?
}

/// What two whole distributions of answers to an item tell.
public struct RankComparison: Equatable, Sendable {
    /// The difference of the mean scores.
    public let meanDifference: Difference
    /// The Mann-Whitney U statistic of the first.
    public let u: Double
    /// Its two-sided p-value, normal with corrections for ties and continuity; nil where all answers are the same.
    public let p: Double?
    /// Cliff's delta, from -1 to 1.
    public let cliffsDelta: Double
    /// The chance that an answer of the first is higher than one of the second, ties counting half.
    public let probabilityOfSuperiority: Double
    /// Cliff's delta in a word.
    public let size: EffectSize?
}
