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

    /// Which way the practice and the school want the measure to go; nil where neither way is better by itself.
    public var wantedDirection: Direction? {
        switch self {
        case .studentArrests, .referralsToLawEnforcement, .outOfSchoolSuspensions: .fewer
        case .restorativeConferences, .mentoringSessions: .more
        case .communityEvents, .sroAdministratorMeetings, .trainings: nil
        }
    }

    /// A way for a count to go.
    public enum Direction: Sendable {
        case fewer
        case more
    }

    /// Orders measures as they are listed everywhere.
    public static func < (left: Measure, right: Measure) -> Bool {
        left.position < right.position
    }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
