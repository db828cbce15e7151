import Dates
import Evaluation

/// One client school with all that was gathered about it.
public struct School: Sendable {
    /// The folder's name.
    public let slug: String
    /// What school.yaml says.
    public let profile: Profile
    /// The questionnaire it answered.
    public let instrument: Instrument?
    /// The administrations of the questionnaire, by time.
    public let waves: [Wave]
    /// The answers of each wave and group.
    public let responses: [SurveyResponses]
    /// The narrative, as HTML whose highest heading is of the third level.
    public let overview: PageBody?
    /// Interviews, focus groups and discussions.
    public let listening: Listening
    /// The policies, procedures and practices that were reviewed.
    public let policies: [ReviewedPolicy]
    /// The lines of communication.
    public let protocols: [CommunicationLine]
    /// What was counted.
    public let measures: [MeasureCount]
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
    }

    /// The kind of school.
    public enum Level: String, CaseIterable, Sendable {
        case elementary
        case middle
        case high
        case combined
    }

    /// How many students there were in a year.
    public struct Enrollment: Hashable, Sendable {
        /// The school year.
        public let year: SchoolYear
        /// Students enrolled.
        public let students: Int
        /// Days of school.
        public let days: Int?
    }
}

/// Interviews, focus groups and discussions, and what came of them.
public struct Listening: Sendable {
    /// Each conversation, by date.
    public let sessions: [Session]
    /// What came up, and with whom.
    public let themes: [Theme]

    /// One conversation.
    public struct Session: Hashable, Sendable {
        /// The name that themes refer to.
        public let id: String
        /// What kind of conversation it was.
        public let kind: Kind
        /// Who took part.
        public let group: StakeholderGroup
        /// When it was.
        public let date: CalendarDate
        /// How many people took part.
        public let participants: Int
    }

    /// The kind of a conversation.
    public enum Kind: String, CaseIterable, Sendable {
        case interview
        case focusGroup = "focus-group"
        case discussion
    }

    /// Something that several people raised.
    public struct Theme: Hashable, Sendable {
        /// The theme in a line.
        public let title: String
        /// What was said about it, in the practice's words.
        public let summary: String
        /// The groups that raised it.
        public let raisedBy: [StakeholderGroup]
    }
}

/// A policy, procedure or practice that was reviewed.
public struct ReviewedPolicy: Hashable, Sendable {
    /// Its title.
    public let title: String
    /// What kind of document or habit it is.
    public let kind: Kind
    /// The date it bears.
    public let dated: CalendarDate?
    /// What was found.
    public let finding: String
    /// What is missing from it.
    public let gap: String?

    /// The kind of a policy.
    public enum Kind: String, CaseIterable, Sendable {
        case policy
        case procedure
        case practice
        case agreement
    }
}

/// Who tells whom what, how, and how fast.
public struct CommunicationLine: Hashable, Sendable {
    /// What is shared.
    public let shared: String
    /// Who shares it.
    public let sender: String
    /// Who is told.
    public let receiver: String
    /// By what way.
    public let channel: String
    /// How fast.
    public let within: String
    /// Whether the line works.
    public let status: Status

    /// Whether a line of communication works.
    public enum Status: String, CaseIterable, Sendable {
        case inPlace = "in-place"
        case partial
        case missing
    }
}

/// Something the practice did to support a plan.
public struct SupportActivity: Hashable, Sendable {
    /// When it was.
    public let date: CalendarDate
    /// What kind of support it was.
    public let kind: Kind
    /// What it was, in a line.
    public let title: String
    /// Whom it was for.
    public let audience: String
    /// How many hours it took.
    public let hours: Double?
    /// What came of it.
    public let outcome: String?

    /// The kind of an activity.
    public enum Kind: String, CaseIterable, Sendable {
        case training
        case meeting
        case checkIn = "check-in"
        case conflictResolution = "conflict-resolution"
        case resource
    }
}
