extension Statistic {
    /// What the number is, in a sentence or two, with its unit and the source of its formula: the column dictionary.
    public var meaning: String {
        switch self {
        case .invited: "People of the group who were invited."
        case .answered: "People of the group who answered (AAPOR: complete and partial interviews)."
        case .responseRate: "Answered by invited, all of them taken as eligible (AAPOR Response Rate 1)."
        case .marginOfError:
            "Half the width of the 95% Wald interval of a share of one half, with finite population correction."
        case .previews:
            "Rows that were the author's previews and tests, or taken for spam by the survey tool; left out."
        case .breakoffs:
            "Responses broken off before the progress that the wave asks for; left out (AAPOR: break-offs)."
        case .duplicates: "Earlier rows of a response that is in the export again, by its id; left out."
        case .blank: "Rows without a single answer; left out."
        case .straightLiners:
            "Respondents with the same answer to ten or more ratings, a reversed one among them; they count unless left out."
        case .outsideWave: "Responses dated before the wave's first day or after its last; they count."
        case .n: "Valid answers: those on the scale, or with an option chosen; for a domain, people with a score."
        case .nLeast: "The fewest valid answers there can be, where their number is withheld."
        case .nGreatest: "The most valid answers there can be, where their number is withheld."
        case .favorable:
            "Favorable answers among the valid ones; for a domain the mean of its items' shares, each counting the same."
        case .favorableLower, .favorableUpper:
            """
            An end of the Wilson (1927) 95% interval, with finite population correction where the invited are known; none where \
            all of them answered.
            """
        case .neutral: "Neutral answers among the valid ones."
        case .unfavorable: "Unfavorable answers among the valid ones."
        case .favorableCount: "How many answers are favorable."
        case .neutralCount: "How many answers are neutral."
        case .unfavorableCount: "How many answers are unfavorable."
        case .pointCount: "How many chose a point of the scale; the last part of the name is its place, from 1."
        case .optionCount: "How many chose an option; the last part of the name is its place, from 1."
        case .notApplicable: "How many said that the question doesn't apply to them."
        case .dontKnow: "How many said that they don't know."
        case .missing: "Item non-response: how many took part and gave no answer."
        case .itemNonresponse: "Those who took part and gave no answer to the item, among all who took part."
        case .mean: "Mean score of the item, reversed items mirrored, so that higher is more favorable."
        case .meanLower, .meanUpper: "An end of the 95% t interval of the mean."
        case .standardDeviation: "Standard deviation of the item's scores (n - 1)."
        case .score:
            "Mean of the respondents' domain scores. A score is the mean of the answered items and asks for half of them."
        case .scoreLower, .scoreUpper:
            "An end of the 95% t interval of the domain score, of the printed mean and deviation."
        case .scoreDeviation: "Standard deviation of the domain scores (n - 1)."
        case .alpha:
            """
            Cronbach's alpha (1951), unstandardized, among those who answered all items of the domain; none of fewer than 30 \
            (Yurdugül, 2008).
            """
        case .alphaLower, .alphaUpper: "An end of Feldt's (1965) 95% interval of alpha."
        case .itemRest:
            "Correlation of the item with the sum of the other items of its domain; none of fewer than 30 people."
        case .change:
            "The later less the earlier: percentage points for items, points of the scale for domains, events."
        case .changeLower, .changeUpper:
            """
            An end of the change's 95% interval: Newcombe's (1998) hybrid score interval for items, Welch's for domains; \
            without finite population correction. Of shares told in steps it rests on the whole counts nearest to them.
            """
        case .gap: "The first group less the second: percentage points for items, points of the scale for domains."
        case .gapLower, .gapUpper:
            "An end of the gap's 95% interval: Newcombe's (1998) hybrid score interval for items, Welch's for domains."
        case .p:
            """
            Two-sided p-value. Items: pooled score test, or Fisher's exact test where fewer than five are expected in a cell. \
            Domains: Welch's test. Measures: exact conditional test.
            """
        case .holm: "That p-value adjusted over all changes and gaps of items and domains in the booklet (Holm, 1979)."
        case .benjaminiHochberg: "The same adjusted for the false discovery rate (Benjamini and Hochberg, 1995)."
        case .effect: "Cohen's h for items, Hedges' g for domains."
        case .meanDifference: "Difference of the item's mean scores."
        case .meanDifferenceLower, .meanDifferenceUpper: "An end of Welch's 95% interval of that difference."
        case .welch: "Two-sided p-value of Welch's test."
        case .hedgesG: "Hedges' g of the item's scores."
        case .u: "Mann-Whitney U of the first."
        case .mannWhitney: "Its two-sided p-value, normal with corrections for ties and continuity."
        case .cliffsDelta: "Cliff's delta, from -1 to 1."
        case .probabilityOfSuperiority: "Chance that an answer of the first is higher, ties counting half."
        case .count: "Events counted."
        case .ratePer100: "Events per 100 students enrolled."
        case .ratePer1000: "Events per 1,000 students enrolled."
        case .ratePer1000Lower, .ratePer1000Upper:
            "An end of the exact Poisson 95% interval (Garwood, 1936) per 1,000 students."
        case .perDay: "Events per day of school."
        case .rateRatio:
            "The earlier rate by the later, above 1 where it fell; per student where enrollment is known for both years."
        case .rateRatioLower, .rateRatioUpper: "An end of the exact conditional 95% interval of the rate ratio."
        case .riskRatio: "The group's risk by that of all other students."
        case .riskRatioLower, .riskRatioUpper: "An end of the 95% log interval (Katz et al., 1978) of the risk ratio."
        case .steps: "Action steps of the plan."
        case .done: "Action steps that are done."
        case .inProgress: "Action steps in progress."
        case .notStarted: "Action steps not started."
        case .deferred: "Action steps deferred."
        case .doneShare: "Action steps that are done, among all."
        case .inProgressShare: "Action steps in progress, among all."
        case .notStartedShare: "Action steps not started, among all."
        case .deferredShare: "Action steps deferred, among all."
        case .overdue: "Action steps due before the booklet's date and neither done nor deferred."
        case .revisions: "How often the plan was revised up to the booklet's date."
        }
    }

    /// How the number is written; of changes and gaps how those of items are.
    public var unit: Unit {
        switch self {
        case .invited, .answered, .previews, .breakoffs, .duplicates, .blank, .straightLiners, .outsideWave, .n,
            .nLeast, .nGreatest, .favorableCount, .neutralCount, .unfavorableCount,
            .pointCount, .optionCount, .notApplicable, .dontKnow, .missing, .count, .steps, .done, .inProgress,
            .notStarted, .deferred, .overdue, .revisions:
            .count
        case .responseRate, .itemNonresponse, .doneShare, .inProgressShare, .notStartedShare, .deferredShare,
            .favorable, .favorableLower, .favorableUpper, .neutral, .unfavorable:
            .percent
        case .marginOfError: .percentagePoints
        case .mean, .meanLower, .meanUpper, .standardDeviation, .score, .scoreLower, .scoreUpper, .scoreDeviation:
            .scale
        case .change, .changeLower, .changeUpper, .gap, .gapLower, .gapUpper: .percentagePoints
        case .meanDifference, .meanDifferenceLower, .meanDifferenceUpper: .scaleDifference
        case .ratePer100, .ratePer1000, .ratePer1000Lower, .ratePer1000Upper, .perDay: .rate
        case .alpha, .alphaLower, .alphaUpper, .itemRest, .effect, .hedgesG, .u, .cliffsDelta, .rateRatio,
            .rateRatioLower, .rateRatioUpper, .riskRatio, .riskRatioLower, .riskRatioUpper:
            .plain
        case .p, .holm, .benjaminiHochberg, .welch, .mannWhitney, .probabilityOfSuperiority: .probability
        }
    }
}
