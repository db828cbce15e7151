/// One of the groups of people that the practice asks.
public enum StakeholderGroup: String, CaseIterable, Comparable, Sendable {
    case student
    case parent
    case teacher
    case administrator
    case sro

    /// The group's name in the plural, as it heads a table.
    public var title: String {
        switch self {
        case .student: "Students"
        case .parent: "Parents"
        case .teacher: "Teachers"
        case .administrator: "Administrators"
        case .sro: "SROs"
        }
    }

    /// Orders groups as they are listed everywhere.
    public static func < (left: StakeholderGroup, right: StakeholderGroup) -> Bool {
        left.position < right.position
    }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
