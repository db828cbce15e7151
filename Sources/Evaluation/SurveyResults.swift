/// How many people of a group took part in a wave.
public struct Participation: Equatable, Sendable {
    /// The wave's id.
    public let wave: String
    /// Who was asked.
    public let group: StakeholderGroup
    /// How many were invited; nil where that is not on record.
    public let invited: Int?
    /// How many answered.
    public let answered: Reported<Int>
    /// Answered by invited, in percent rounded to a whole number (AAPOR Response Rate 1 with all invited eligible).
    public let responseRate: Reported<Int>?
}

/// What one group answered to one item in one wave.
public struct ItemResult: Equatable, Sendable {
    /// The wave's id.
    public let wave: String
    /// Who answered.
    public let group: StakeholderGroup
    /// The item's id.
    public let item: String
    /// How many answered it, and how many of them favorably.
    public let favorable: Reported<FavorableShare>
}

/// How many answers are favorable, of how many.
public struct FavorableShare: Equatable, Sendable {
    /// Favorable answers, 0 to `count`.
    public let favorable: Int
    /// All answers, at least 1.
    public let count: Int

    /// The share in percent, rounded half up to a whole number.
    public var percent: Int { (200 * favorable + count) / (2 * count) }
}

/// The results of a school's surveys after disclosure control.
public struct SurveyResults: Sendable {
    /// Who took part, by wave and group.
    public let participation: [Participation]
    private let items: [Key: ItemResult]

    private struct Key: Hashable {
        let wave: String
        let group: StakeholderGroup
        let item: String
    }

    /// Evaluates responses.
    ///
    /// Nothing is reported for a group of fewer people than the rule asks for, nor for an item that fewer of them
    /// answered. No totals over groups are made, since a total less all other groups would tell a withheld one.
    public init(instrument: Instrument, waves: [Wave], responses: [SurveyResponses], rule: DisclosureRule) {
        var participation: [Participation] = []
        var items: [Key: ItemResult] = [:]
        for wave in waves {
            for group in instrument.groups.sorted() {
                let own = responses.first { $0.wave == wave.id && $0.group == group }
                participation.append(Self.participation(of: group, in: wave, own, rule))
                for item in instrument.items {
                    let share = Self.share(of: item, group, own, instrument.scale, rule)
                    items[Key(wave: wave.id, group: group, item: item.id)] = ItemResult(
                        wave: wave.id, group: group, item: item.id, favorable: share)
                }
            }
        }
        self.participation = participation
        self.items = items
    }

    /// The result of an item for a group in a wave.
    public func result(wave: String, group: StakeholderGroup, item: String) -> Reported<FavorableShare> {
        items[Key(wave: wave, group: group, item: item)]?.favorable ?? .notAsked
    }

    /// The groups of which anything may be shown in any wave.
    public var shownGroups: [StakeholderGroup] {
        Set(participation.filter { $0.answered.shown != nil }.map(\.group)).sorted()
    }

    private static func participation(
        of group: StakeholderGroup, in wave: Wave, _ responses: SurveyResponses?, _ rule: DisclosureRule
    ) -> Participation {
        let invited = wave.invited[group]
        let count = responses?.respondentCount ?? 0
        let answered: Reported<Int> =
            if responses == nil { .notAsked } else if count == 0 { .noAnswers } else if count < rule.minimum(for: group)
            {
                .suppressed
            } else { .value(count) }
        let rate = invited.flatMap { invited in
            invited > 0 ? answered.map { (200 * $0 + invited) / (2 * invited) } : nil
        }
        return Participation(wave: wave.id, group: group, invited: invited, answered: answered, responseRate: rate)
    }

    private static func share(
        of item: Instrument.Item, _ group: StakeholderGroup, _ responses: SurveyResponses?, _ scale: ResponseScale,
        _ rule: DisclosureRule
    ) -> Reported<FavorableShare> {
        guard item.groups.contains(group), let responses else { return .notAsked }
        let minimum = rule.minimum(for: group)
        guard responses.respondentCount >= minimum else {
            return responses.respondentCount == 0 ? .noAnswers : .suppressed
        }
        let answers = responses.answers(to: item.id)
        guard answers.count >= minimum else { return answers.isEmpty ? .noAnswers : .suppressed }
        let favorable = scale.favorableCodes(isReversed: item.isReversed)
        return .value(FavorableShare(favorable: answers.count { favorable.contains($0) }, count: answers.count))
    }
}
