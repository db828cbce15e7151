import Dates

/// Everything on record about a school that an evaluation rests on, before disclosure control.
///
/// It lives while a school's folder is read and no longer: what comes after is a ``SchoolEvaluation``.
public struct SchoolRecord: Sendable {
    /// The administrations of the questionnaire, by time.
    public var waves: [Wave] = []
    /// The answers of each wave and group.
    public var responses: [SurveyResponses] = []
    /// What was counted.
    public var measures: [MeasureCount] = []
    /// Students and school days by year.
    public var enrollment: [Enrollment] = []
    /// The strategic plan.
    public var plan: StrategicPlan?
    /// The day up to which the booklet tells; nil where nothing is on record.
    public var date: CalendarDate?
    /// From how many people on a result may be told.
    public var rule = DisclosureRule()
    /// Officers or administrators, where everybody in the group agreed that the group's own answers are shown.
    public var consenting: Set<StakeholderGroup> = []
    /// Names that comments must not hold.
    public var namesToMask: [String] = []
    /// The comments that a person approved.
    public var approvedComments: [ApprovedComment] = []
    /// What was published before, the earliest first.
    public var releases: [Release] = []

    /// Creates an empty record.
    public init() {}
}

/// The counts that a booklet gave out, to whomever.
public struct Release: Hashable, Sendable {
    /// The day on which it was given out.
    public let date: CalendarDate
    /// To whom: `school`, `police`, `district`.
    public let audience: String
    /// The exact counts that it told, by name.
    public let counts: [String: Int]

    /// Creates a release.
    public init(date: CalendarDate, audience: String, counts: [String: Int]) {
        self.date = date
        self.audience = audience
        self.counts = counts
    }
}
