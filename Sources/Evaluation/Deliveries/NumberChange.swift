/// A number that is told otherwise than before.
public struct NumberChange: Hashable, Sendable {
    /// What became of a number.
    public enum Kind: String, Sendable {
        /// It is told for the first time.
        case new
        /// It is told with another value, as another bound, or rounded otherwise.
        case changed
        /// It was told and is not any more.
        case withdrawn
    }

    /// What became of it.
    public let kind: Kind
    /// The number as it was told; nil where it was not in the earlier booklet at all.
    public let before: ReportedNumber?
    /// The number as it is told; nil where it is not in the later booklet at all.
    public let after: ReportedNumber?

    /// The number as it is told, or as it was told last.
    public var number: ReportedNumber? { after ?? before }

    private init?(before: ReportedNumber?, after: ReportedNumber?) {
        switch (before?.isTold ?? false, after?.isTold ?? false) {
        case (false, true): kind = .new
        case (true, false): kind = .withdrawn
        case (true, true) where before != after: kind = .changed
        default: return nil
        }
        self.before = before
        self.after = after
    }

    /// All changes of numbers, in the order of the later booklet; those that are only in the earlier one come last.
    ///
    /// A number that is told in neither booklet is no change, whatever mark stands for it.
    static func all(from earlier: [ReportedNumber], to later: [ReportedNumber]) -> [Self] {
        var (old, new) = (NumberLookup(earlier), NumberLookup(later))
        return later.compactMap { NumberChange(before: old.number(like: $0), after: $0) }
            + earlier.filter { new.number(like: $0) == nil }.compactMap { NumberChange(before: $0, after: nil) }
    }

    func isOf(_ section: ReportedNumber.Section, _ statistics: Set<Statistic>) -> Bool {
        number.map { $0.section == section && statistics.contains($0.statistic) } ?? false
    }
}
