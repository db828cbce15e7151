/// From how many answers on a result may be reported, so that nobody can be picked out (FERPA, 34 CFR 99.31(b)(1)).
public struct DisclosureRule: Hashable, Sendable {
    /// The fewest answers that any rule reports.
    public static let floor = 10

    /// The fewest students or parents.
    public let studentsAndFamilies: Int
    /// The fewest teachers, administrators or SROs.
    public let staff: Int

    /// Creates a rule; numbers below ``floor`` are raised to it.
    public init(studentsAndFamilies: Int = floor, staff: Int = floor) {
        self.studentsAndFamilies = max(Self.floor, studentsAndFamilies)
        self.staff = max(Self.floor, staff)
    }

    /// The fewest answers of a group that are reported.
    public func minimum(for group: StakeholderGroup) -> Int {
        switch group {
        case .student, .parent: studentsAndFamilies
        case .teacher, .administrator, .sro: staff
        }
    }
}
