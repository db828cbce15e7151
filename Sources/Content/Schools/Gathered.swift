import Dates
import Evaluation

/// Interviews, focus groups and discussions, and what came of them.
public struct Listening: Sendable {
    /// Each conversation, by date.
    public let sessions: [Session]
    /// What came up, and with whom.
    public let themes: [Theme]

    /// Creates what was heard.
    public init(sessions: [Session], themes: [Theme]) {
        self.sessions = sessions
        self.themes = themes
    }

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

        /// Creates a conversation.
        public init(id: String, kind: Kind, group: StakeholderGroup, date: CalendarDate, participants: Int) {
            self.id = id
            self.kind = kind
            self.group = group
            self.date = date
            self.participants = participants
        }
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

        /// Creates a theme.
        public init(title: String, summary: String, raisedBy: [StakeholderGroup]) {
            self.title = title
            self.summary = summary
            self.raisedBy = raisedBy
        }
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

    /// Creates a reviewed policy.
    public init(title: String, kind: Kind, dated: CalendarDate? = nil, finding: String, gap: String? = nil) {
        self.title = title
        self.kind = kind
        self.dated = dated
        self.finding = finding
        self.gap = gap
    }

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

    /// Creates a line of communication.
    public init(shared: String, sender: String, receiver: String, channel: String, within: String, status: Status) {
        self.shared = shared
        self.sender = sender
        self.receiver = receiver
        self.channel = channel
        self.within = within
        self.status = status
    }

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

    /// Creates an activity.
    public init(
        date: CalendarDate, kind: Kind, title: String, audience: String, hours: Double? = nil, outcome: String? = nil
    ) {
        self.date = date
        self.kind = kind
        self.title = title
        self.audience = audience
        self.hours = hours
        self.outcome = outcome
    }

    /// The kind of an activity.
    public enum Kind: String, CaseIterable, Sendable {
        case training
        case meeting
        case checkIn = "check-in"
        case conflictResolution = "conflict-resolution"
        case resource
    }
}
