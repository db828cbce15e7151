import Statistics

/// What may be told of one group's answers to one rating in one wave.
public struct RatingResult: Equatable, Sendable {
    /// The wave's id.
    public let wave: String
    /// Who answered.
    public let group: ReportingGroup
    /// The item's id.
    public let item: String
    /// The valid answers, those on the scale.
    public let n: Reported<PublishedCount>
    /// Shares of favorable, neutral and unfavorable answers.
    public let share: Reported<PublishedShare>
    /// The answers at each point of the scale, the lowest first.
    public let distribution: Reported<[Int]>
    /// The mean score and its spread.
    public let mean: Reported<PublishedMean>
    /// How many said that the question doesn't apply to them, how many that they don't know, and how many said nothing;
    /// withheld together, since each is the others' difference from everybody who took part.
    public let invalid: Reported<InvalidAnswers>
    /// The distribution that rank tests may rest on: of scores, the higher the more favorable.
    let scored: Tally?
}

/// The answers that are not on the scale.
public struct InvalidAnswers: Hashable, Sendable {
    /// "Does not apply to me."
    public let notApplicable: Int
    /// "I don't know."
    public let dontKnow: Int
    /// No answer: item non-response.
    public let missing: Int
}

/// A mean as it may be told.
public struct PublishedMean: Hashable, Sendable {
    /// The mean; of a bound the bound.
    public let value: Double
    /// Whether the mean is exactly this, or bounded by it.
    public let bound: Bound
    /// The standard deviation; nil for bounds and for fewer than two.
    public let standardDeviation: Double?
    /// The t interval of the mean at 95 %, cut to the scale; nil where there is no deviation.
    public let interval: Interval?
    /// To how many decimal places mean and deviation were rounded before they were told; nil where they were not.
    public let decimals: Int?

    /// How a mean relates to the number that is told.
    public enum Bound: String, Sendable {
        case exactly
        case atMost = "at-most"
        case atLeast = "at-least"
    }
}
