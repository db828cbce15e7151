/// A group as results are reported for it: one stakeholder group, or those who lead the school and its policing together.
///
/// A school has one to three SROs and a few administrators, so that the answers of either would be one person's words.
public enum ReportingGroup: Hashable, Sendable {
    case stakeholders(StakeholderGroup)
    /// Administrators and SROs, taken together.
    case leadership

    /// The stakeholder groups whose answers are counted.
    public var members: [StakeholderGroup] {
        switch self {
        case .stakeholders(let group): [group]
        case .leadership: [.administrator, .sro]
        }
    }

    /// The name that numbers are quoted by: `students`, `leadership`.
    public var name: String {
        switch self {
        case .stakeholders(let group): group.rawValue + "s"
        case .leadership: "leadership"
        }
    }

    /// The group's name in the plural, as it heads a table.
    public var title: String {
        switch self {
        case .stakeholders(let group): group.title
        case .leadership: "School and police leadership"
        }
    }
}

extension ReportingGroup: Comparable {
    /// Orders groups as they are listed everywhere.
    public static func < (left: ReportingGroup, right: ReportingGroup) -> Bool {
        left.members.lexicographicallyPrecedes(right.members)
    }
}
