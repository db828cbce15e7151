/// Which number it is that is told of an item, a domain, a measure or a plan.
public enum Statistic: String, CaseIterable, Sendable {
    case invited
    case answered
    case responseRate = "response-rate"
    case marginOfError = "margin-of-error"
    case previews
    case breakoffs
    case duplicates
    case blank
    case straightLiners = "straight-liners"
    case outsideWave = "outside-wave"
    case n
    case nLeast = "n-least"
    case nGreatest = "n-greatest"
    case favorable
    case favorableLower = "favorable-lower"
    case favorableUpper = "favorable-upper"
    case neutral
    case unfavorable
    case favorableCount = "favorable-count"
    case neutralCount = "neutral-count"
    case unfavorableCount = "unfavorable-count"
    case pointCount = "point-count"
    case optionCount = "option-count"
    case notApplicable = "not-applicable"
    case dontKnow = "dont-know"
    case missing
    case itemNonresponse = "item-nonresponse"
    case mean
    case meanLower = "mean-lower"
    case meanUpper = "mean-upper"
    case standardDeviation = "standard-deviation"
    case score
    case scoreLower = "score-lower"
    case scoreUpper = "score-upper"
    case scoreDeviation = "score-deviation"
    case alpha
    case alphaLower = "alpha-lower"
    case alphaUpper = "alpha-upper"
    case itemRest = "item-rest"
    case change
    case changeLower = "change-lower"
    case changeUpper = "change-upper"
    case gap
    case gapLower = "gap-lower"
    case gapUpper = "gap-upper"
    case p
    case holm = "p-holm"
    case benjaminiHochberg = "p-benjamini-hochberg"
    case effect
    case meanDifference = "mean-difference"
    case meanDifferenceLower = "mean-difference-lower"
    case meanDifferenceUpper = "mean-difference-upper"
    case welch = "p-welch"
    case hedgesG = "hedges-g"
    case u
    case mannWhitney = "p-mann-whitney"
    case cliffsDelta = "cliffs-delta"
    case probabilityOfSuperiority = "probability-of-superiority"
    case count
    case ratePer100 = "rate-per-100"
    case ratePer1000 = "rate-per-1000"
    case ratePer1000Lower = "rate-per-1000-lower"
    case ratePer1000Upper = "rate-per-1000-upper"
    case perDay = "per-day"
    case rateRatio = "rate-ratio"
    case rateRatioLower = "rate-ratio-lower"
    case rateRatioUpper = "rate-ratio-upper"
    case riskRatio = "risk-ratio"
    case riskRatioLower = "risk-ratio-lower"
    case riskRatioUpper = "risk-ratio-upper"
    case steps
    case done
    case inProgress = "in-progress"
    case notStarted = "not-started"
    case deferred
    case doneShare = "done-share"
    case inProgressShare = "in-progress-share"
    case notStartedShare = "not-started-share"
    case deferredShare = "deferred-share"
    case overdue
    case revisions

    /// How a number is written.
    public enum Unit: String, Sendable {
        /// A whole number of people, events, steps or changes.
        case count
        /// From 0 to 100.
        case percent
        /// The difference of two percentages.
        case percentagePoints = "percentage points"
        /// Points of the response scale.
        case scale = "points of the scale"
        /// Events by students or days.
        case rate
        /// A number without a unit.
        case plain = "none"
        /// From 0 to 1.
        case probability
        /// A difference of counts.
        case countDifference = "difference of counts"
        /// A difference of scores, in points of the response scale.
        case scaleDifference = "difference in points of the scale"
    }
}
