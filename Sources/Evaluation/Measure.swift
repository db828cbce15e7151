/// Something counted over a period.
public enum Measure: String, CaseIterable, Comparable, Sendable {
    case studentArrests = "student-arrests"
    case referralsToLawEnforcement = "referrals-to-law-enforcement"
    case outOfSchoolSuspensions = "out-of-school-suspensions"
    case restorativeConferences = "restorative-conferences"
    case mentoringSessions = "mentoring-sessions"
    case communityEvents = "community-events"
    case sroAdministratorMeetings = "sro-administrator-meetings"
    case trainings

    /// The measure's name, as it heads a row.
    public var title: String {
        switch self {
        case .studentArrests: "Student arrests"
        case .referralsToLawEnforcement: "Referrals to law enforcement"
        case .outOfSchoolSuspensions: "Out-of-school suspensions"
        case .restorativeConferences: "Restorative conferences"
        case .mentoringSessions: "Mentoring sessions"
        case .communityEvents: "Community events"
        case .sroAdministratorMeetings: "SRO and administrator meetings"
        case .trainings: "Trainings"
        }
    }

    /// Whether each event counted concerns a student, so that a small count could point at one.
    public var concernsStudents: Bool {
        switch self {
        case .studentArrests, .referralsToLawEnforcement, .outOfSchoolSuspensions, .restorativeConferences,
            .mentoringSessions:
            true
        case .communityEvents, .sroAdministratorMeetings, .trainings: false
        }
    }

    /// Orders measures as they are listed everywhere.
    public static func < (left: Measure, right: Measure) -> Bool {
        left.position < right.position
    }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// How often something was counted in one period.
public struct MeasureCount: Hashable, Sendable {
    /// The school year, such as `2024-2025`.
    public let period: SchoolYear
    /// What was counted.
    public let measure: Measure
    /// How often, at least 0.
    public let count: Int

    /// Creates a count, which is not negative.
    public init(period: SchoolYear, measure: Measure, count: Int) {
        self.period = period
        self.measure = measure
        self.count = count
    }
}

/// A school year, named by its two calendar years.
public struct SchoolYear: Hashable, Comparable, Sendable {
    /// The calendar year it begins in.
    public let start: Int

    /// Reads `2024-2025`; nil where the second year does not follow the first.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 4 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let start = Int(parts[0]), let end = Int(parts[1]), end == start + 1
        else { return nil }
        self.start = start
    }

    /// The school year in words, with an en dash.
    public var title: String { "\(start)–\(start + 1)" }

    /// Orders by time.
    public static func < (left: SchoolYear, right: SchoolYear) -> Bool { left.start < right.start }
}
