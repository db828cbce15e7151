import Dates

/// One administration of a questionnaire at a school.
public struct Wave: Hashable, Sendable {
    /// The name that survey files and tables use, such as `baseline`.
    public let id: String
    /// The name that readers see.
    public let title: String
    /// The first day on which answers were taken.
    public let opened: CalendarDate
    /// The last day on which answers were taken.
    public let closed: CalendarDate
    /// The edition of the questionnaire that was used.
    public let instrument: Instrument
    /// How many people of each group were invited.
    public let invited: [StakeholderGroup: Int]

    /// Creates a wave.
    public init(
        id: String, title: String, opened: CalendarDate, closed: CalendarDate, instrument: Instrument,
        invited: [StakeholderGroup: Int]
    ) {
        self.id = id
        self.title = title
        self.opened = opened
        self.closed = closed
        self.instrument = instrument
        self.invited = invited
    }
}
