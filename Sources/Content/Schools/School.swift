import Dates
import Evaluation

/// One client school with all that was gathered about it.
public struct School: Sendable {
    /// The folder's name.
    public let slug: String
    /// What school.yaml says.
    public let profile: Profile
    /// The day up to which its booklet tells: the last thing that is on record. It does not depend on the day of the build.
    public let date: CalendarDate?
    /// The administrations of the questionnaire, by time.
    public let waves: [Wave]
    /// All that is told of it, after disclosure control.
    public let evaluation: SchoolEvaluation
    /// What was told before, the earliest first.
    public var releases: [Release] { record.releases }
    /// Comments for a person to approve; empty unless they were asked for.
    public let listedComments: [ListedComment]
    /// The comments that were approved.
    public var comments: [ApprovedComment] { record.approvedComments }
    /// The ids of comments that somebody read and did not approve.
    public let declinedComments: Set<String>
    /// How many comments somebody has yet to read; zero unless they were asked for.
    public var commentsAwaitingApproval: Int {
        let decided = declinedComments.union(comments.map(\.id))
        return Set(listedComments.map(\.id)).subtracting(decided).count
    }
    /// What was delivered of it, in the order of delivery.
    public let deliveries: [Delivery]
    /// Which version its booklet is, and what changed since the one before.
    public internal(set) var edition = Edition(version: 1)
    /// What the evaluation rests on, as far as it is needed once more. Nothing outside this room sees an answer or a raw count.
    let record: SchoolRecord
    /// The narrative, as HTML whose highest heading is of the third level.
    public let overview: QuotingText?
    /// What the practice makes of the numbers, in its own words, as the narrative is.
    public let findings: QuotingText?
    /// Interviews, focus groups and discussions.
    public let listening: Listening
    /// The policies, procedures and practices that were reviewed.
    public let policies: [ReviewedPolicy]
    /// The lines of communication.
    public let protocols: [CommunicationLine]
    /// The strategic plan.
    public let plan: StrategicPlan?
    /// What the practice did to support the plan, by date.
    public let support: [SupportActivity]

    /// A school as school.yaml describes it.
    public struct Profile: Sendable {
        /// The school's name.
        public let name: String
        /// The district it belongs to.
        public let district: String
        /// City or town.
        public let city: String
        /// State.
        public let state: String
        /// Elementary, middle or high.
        public let level: Level
        /// The grades taught, such as `9–12`.
        public let grades: String
        /// The language of the booklet, a BCP 47 tag.
        public let language: String
        /// Whether the school and its data are invented, which the booklet then says.
        public let isSample: Bool
        /// Students and school days by year.
        public let enrollment: [Enrollment]
        /// How many officers are assigned to the school; nil where that is not on record.
        public let sroCount: Int?
        /// How the officers work, in a sentence or two.
        public let sroProgram: String?
        /// Whether the practice may name the school in public.
        public let permitsPublishing: Bool
        /// Who agreed that this school's booklet is handed over; nil where nobody has yet.
        public let deliveryPermission: DeliveryPermission?

        /// Creates a profile.
        public init(
            name: String, district: String, city: String, state: String, level: Level, grades: String,
            language: String = "en", isSample: Bool = false, enrollment: [Enrollment] = [], sroCount: Int? = nil,
            sroProgram: String? = nil, permitsPublishing: Bool = false, deliveryPermission: DeliveryPermission? = nil
        ) {
            self.name = name
            self.district = district
            self.city = city
            self.state = state
            self.level = level
            self.grades = grades
            self.language = language
            self.isSample = isSample
            self.enrollment = enrollment
            self.sroCount = sroCount
            self.sroProgram = sroProgram
            self.permitsPublishing = permitsPublishing
            self.deliveryPermission = deliveryPermission
        }
    }

    /// The kind of school.
    public enum Level: String, CaseIterable, Sendable {
        case elementary
        case middle
        case high
        case combined
    }
}
