/// What may be said of one question's favorable, neutral and unfavorable answers.
///
/// The release is all that leaves this room: it carries bounds where it says bounds, never the counts behind them.
///
/// **Why it is safe.** The number of answers n is published and the rule is public, so that the count behind a percentage
/// follows from it. A reader knows just this: the counts are among those that give the same release. With the limit L, at
/// least threshold − 1 (see ``SizeBlur``):
/// - n ≤ 2L: always ``suppressed``, so that the favorable count is anything from 0 to n. (With bounds here, "at most L" would
///   tell a reader who knows the rule that the rest is over L, hence the count below n − L, which may leave two values.)
/// - n > 2L: "at most L" leaves 0…L, "at least n − L" leaves n−L…n, and between them both the favorable count and the rest are
///   over L and so neither small, nor nobody, nor everybody.
/// - Neutral and unfavorable answers have a public sum of over L. If one of them is at most L, both are hidden, and each may
///   be anything from 0…L and from sum−L…sum.
///
/// Each hidden count's interval is therefore at least L ≥ threshold − 1 wide and includes 0 or everybody only with others.
///
/// It looks at one line alone. Lines that add up to another published line, such as the grades of a school, give more away by
/// subtraction; their counts belong in a ``SuppressionProblem`` first.
public enum ShareRelease: Hashable, Sendable {
    /// Nobody answered.
    case noAnswers
    /// Nothing may be said.
    case suppressed
    /// At most `count` of n answers are favorable.
    case atMost(count: Int, of: Int)
    /// At least `count` of n answers are favorable.
    case atLeast(count: Int, of: Int)
    /// So many of n answers are favorable. The rest is not told apart, or all of it is unfavorable on a scale without a
    /// neutral point.
    case favorable(Int, of: Int)
    /// All three counts, each over the limit.
    case all(favorable: Int, neutral: Int, unfavorable: Int)

    /// Decides what may be said.
    ///
    /// - Parameters:
    ///   - favorable: how many favorable answers there are, 0 or more.
    ///   - neutral: how many neutral ones; nil on a scale without a neutral point.
    ///   - unfavorable: how many unfavorable ones.
    ///   - threshold: the smallest count that may be published; less than 2 counts as 2.
    public init(favorable: Int, neutral: Int?, unfavorable: Int, threshold: Int) {
        let size = favorable + (neutral ?? 0) + unfavorable
        let limit = SizeBlur.limit(size: size, threshold: threshold)
        if size <= 0 {
            self = .noAnswers
        } else if size <= 2 * limit {
            self = .suppressed
        } else if favorable <= limit {
            self = .atMost(count: limit, of: size)
        } else if size - favorable <= limit {
            self = .atLeast(count: size - limit, of: size)
        } else if let neutral, neutral > limit, unfavorable > limit {
            self = .all(favorable: favorable, neutral: neutral, unfavorable: unfavorable)
        } else {
            self = .favorable(favorable, of: size)
        }
    }
}
