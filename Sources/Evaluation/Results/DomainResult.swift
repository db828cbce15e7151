import Statistics

/// What may be told of one group's scores in one domain in one wave.
public struct DomainResult: Equatable, Sendable {
    /// The wave's id.
    public let wave: String
    /// Who answered.
    public let group: ReportingGroup
    /// The domain's id.
    public let domain: String
    /// How many respondents have a score.
    public let n: Reported<PublishedCount>
    /// The mean of their scores.
    public let score: Reported<PublishedMean>
    /// The mean of the items' favorable shares in percent, each item counting the same; withheld unless every item's share
    /// is told.
    public let favorable: Reported<Double>
    /// How well the items hang together.
    public let reliability: Reported<Reliability>
}

/// How well the items of a domain hang together, among those who answered all of them.
public struct Reliability: Equatable, Sendable {
    /// Cronbach's alpha.
    public let alpha: Double
    /// Its interval at 95 % (Feldt, 1965); nil where there is none.
    public let interval: Interval?
    /// The correlation of each item with the sum of the others, by item id; not asked where one of the two never varies,
    /// withheld where that would tell everybody's answer.
    public let itemRest: [String: Reported<Double>]
}
