/// The results of a school's surveys after disclosure control.
public struct SurveyResults: Sendable {
    /// The groups for which anything was asked, in order.
    public let groups: [ReportingGroup]
    /// Who took part, by wave and group.
    public let participation: [Participation]
    /// Ratings by wave, group and item.
    public let ratings: [RatingResult]
    /// Items with options by wave, group and item.
    public let choices: [ChoiceResult]
    /// Domains by wave, group and domain.
    public let domains: [DomainResult]
    /// Each group's changes from its first wave to each later one.
    public let changes: [Comparison]
    /// The gaps between each two groups in each wave.
    public let gaps: [Comparison]
    private let ratingPlaces: ResultIndex
    private let domainPlaces: ResultIndex

    /// Evaluates responses.
    /// - Parameters:
    ///   - isProtected: whether anything is withheld at all.
    ///   - withheld: groups of which nothing is told in a wave, whatever their size.
    init(
        waves: [Wave], responses: [SurveyResponses], grouping: GroupingRule, isProtected: Bool,
        withheld: Set<WaveGroup> = []
    ) {
        groups = grouping.groups(waves: waves, responses: responses)
        var evaluations: [WaveEvaluation] = []
        for wave in waves {
            for group in groups {
                let isWithheld = withheld.contains(WaveGroup(wave: wave.id, group: group))
                let protection =
                    isWithheld ? Protection.complete : isProtected ? grouping.protection(of: group) : .none
                evaluations.append(WaveEvaluation(wave, group, responses, protection))
            }
        }
        participation = evaluations.map(\.participation)
        ratings = Self.all(evaluations, \.ratings)
        choices = Self.all(evaluations, \.choices)
        domains = Self.all(evaluations, \.domains)
        // Where an id is given twice, which is told when the questionnaire is read, the first counts.
        ratingPlaces = ResultIndex(ratings) { ($0.wave, $0.group, $0.item) }
        domainPlaces = ResultIndex(domains) { ($0.wave, $0.group, $0.domain) }
        var comparisons = Comparisons(
            waves: waves, groups: groups, ratings: (ratings, ratingPlaces), domains: (domains, domainPlaces))
        comparisons.adjust()
        (changes, gaps) = (comparisons.changes, comparisons.gaps)
    }

    /// The results of all evaluations in one list without room to grow, which all schools together would keep in memory.
    private static func all<Result>(
        _ evaluations: [WaveEvaluation], _ results: (WaveEvaluation) -> [Result]
    ) -> [Result] {
        let lists = evaluations.map(results)
        var all: [Result] = []
        all.reserveCapacity(lists.reduce(0) { $0 + $1.count })
        for list in lists { all += list }
        return all
    }

    /// The result of a rating for a group in a wave; nil where it was not asked.
    public func rating(_ item: String, _ group: ReportingGroup, wave: String) -> RatingResult? {
        ratingPlaces[wave, group, item].map { ratings[$0] }
    }

    /// The result of a domain for a group in a wave; nil where it was not asked.
    public func domain(_ domain: String, _ group: ReportingGroup, wave: String) -> DomainResult? {
        domainPlaces[wave, group, domain].map { domains[$0] }
    }

    /// The groups of which any answers are told in any wave.
    public var shownGroups: [ReportingGroup] {
        let shown = Set(participation.filter { $0.answered.shown != nil }.map(\.group))
        return groups.filter(shown.contains)
    }
}

/// What one group said in one wave, after disclosure control.
private struct WaveEvaluation {
    let participation: Participation
    private(set) var ratings: [RatingResult] = []
    private(set) var choices: [ChoiceResult] = []
    private(set) var domains: [DomainResult] = []

    init(_ wave: Wave, _ group: ReportingGroup, _ all: [SurveyResponses], _ protection: Protection) {
        let responses = GroupResponses(of: group, in: wave.id, from: all)
        participation = Participation(of: group, in: wave, responses, protection)
        guard let responses else { return }
        let items = wave.instrument.items.filter { item in group.members.contains(where: item.groups.contains) }
        rate(items, responses, protection)
        let choice = ChoiceRelease(protection: protection, respondents: responses.respondentCount)
        choices = items.compactMap { choice.result($0, responses) }
        score(wave.instrument.domains, items, responses, protection)
    }

    private mutating func rate(_ items: [Item], _ responses: GroupResponses, _ protection: Protection) {
        let release = RatingRelease(
            protection: protection, respondents: responses.respondentCount, population: participation.invited)
        for item in items {
            guard let rating = item.rating, let codes = responses.codes(of: item.id) else { continue }
            ratings.append(
                release.result(
                    RatingTally(rating, codes: codes), of: item.id, responses.group, wave: responses.wave,
                    hasNeutral: rating.scale.hasNeutral))
        }
    }

    private mutating func score(
        _ domains: [Instrument.Domain], _ items: [Item], _ responses: GroupResponses, _ protection: Protection
    ) {
        let release = DomainRelease(protection: protection, respondents: responses.respondentCount)
        let scored = Dictionary(grouping: items.filter { $0.rating != nil }) { $0.domain }
        let shares = Dictionary(ratings.map { ($0.item, $0.share) }, uniquingKeysWith: { first, _ in first })
        for domain in domains {
            guard let scored = scored[domain.id], let tally = DomainTally(scored, responses) else { continue }
            self.domains.append(
                release.result(
                    tally, of: domain.id, responses.group, wave: responses.wave,
                    shares: scored.compactMap { shares[$0.id] }))
        }
    }
}
