/// Top and bottom coding of a share by the size of its group.
///
/// "Almost nobody" and "almost everybody" tell something about each member of a group, the more so the smaller it is, even
/// where no count is small. The steps are those of the U.S. Department of Education's advice on reporting assessment results
/// (NCES 2011-603, *Statistical Methods for Protecting Personally Identifiable Information in Aggregate Reporting*, SLDS
/// Technical Brief 3), with coarser steps for small groups.
public enum SizeBlur {
    /// The percentage at or below which, and 100 less which at or above, only a bound is told of a group.
    ///
    /// - Parameter size: how many answered, 0 or more.
    /// - Returns: 1, 2, 5, 10 or 20 percent.
    public static func percent(size: Int) -> Int {
        switch size {
        case 300...: 1
        case 100...: 2
        case 40...: 5
        case 20...: 10
        default: 20
        }
    }

    /// The largest count that ``percent(size:)`` of a group holds back, rounded down.
    public static func count(size: Int) -> Int { max(0, size) * percent(size: size) / 100 }

    /// The largest count of which no more is said than that it is no larger.
    ///
    /// - Parameters:
    ///   - size: how many answered.
    ///   - threshold: the smallest count that may be published; less than 2 counts as 2, since zero is never told.
    public static func limit(size: Int, threshold: Int) -> Int { max(max(2, threshold) - 1, count(size: size)) }
}
