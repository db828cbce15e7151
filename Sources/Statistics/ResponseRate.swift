/// How many of those who were asked answered.
///
/// Names are those of AAPOR, Standard Definitions: Final Dispositions of Case Codes and Outcome Rates for Surveys.
public enum ResponseRate {
    /// Response Rate 1: complete answers by all who were or may have been eligible, from 0 to 1.
    ///
    /// RR1 = I / ((I + P) + (R + NC + O) + (UH + UO)). A survey that invites named people, all of them eligible, has
    /// I = complete and a denominator of all who were invited.
    /// - Returns: nil where nobody was invited, a number is negative, or more answered than were invited.
    public static func rr1(complete: Int, invited: Int) -> Proportion? { Proportion(count: complete, n: invited) }

    /// Response Rate 2: as Response Rate 1, with partial answers counted as answers.
    public static func rr2(complete: Int, partial: Int, invited: Int) -> Proportion? {
        guard complete >= 0, partial >= 0 else { return nil }
        let (answered, overflows) = complete.addingReportingOverflow(partial)
        return overflows ? nil : Proportion(count: answered, n: invited)
    }

    /// Item nonresponse: of those who took part and were asked an item, the share who left it out, from 0 to 1.
    /// - Returns: nil where nobody was asked, a number is negative, or more answered than were asked.
    public static func itemNonresponse(answered: Int, asked: Int) -> Proportion? {
        Proportion(count: answered, n: asked)?.complement
    }
}
