/// From how many answers on a result may be reported, so that nobody can be picked out (FERPA, 34 CFR 99.31(b)(1)).
public struct DisclosureRule: Hashable, Sendable {
    /// The fewest students or parents that any rule reports.
    public static let studentsAndFamiliesFloor = 5
    /// The fewest members of staff that any rule reports.
    public static let staffFloor = 3

    /// The fewest students or parents: 10 unless said otherwise.
    public let studentsAndFamilies: Int
    /// The fewest teachers, administrators or SROs: 5 unless said otherwise.
    public let staff: Int

    /// Creates a rule; numbers below the floors are raised to them.
    public init(studentsAndFamilies: Int = 10, staff: Int = 5) {
        self.studentsAndFamilies = max(Self.studentsAndFamiliesFloor, studentsAndFamilies)
        self.staff = max(Self.staffFloor, staff)
    }

    /// The fewest answers of a group that are reported.
    public func minimum(for group: StakeholderGroup) -> Int {
        switch group {
        case .student, .parent: studentsAndFamilies
        case .teacher, .administrator, .sro: staff
        }
    }

    /// The stricter of two rules, number by number: a school may ask for more than the practice does, never for less.
    public func combined(with other: DisclosureRule) -> DisclosureRule {
        DisclosureRule(
            studentsAndFamilies: max(studentsAndFamilies, other.studentsAndFamilies), staff: max(staff, other.staff))
    }
}
