import Dates

/// What a school sets out to do: the challenges and opportunities found, and goals with objectives and action steps.
public struct StrategicPlan: Hashable, Sendable {
    /// What stands in the way.
    public let challenges: [Point]
    /// What can be built on.
    public let opportunities: [Point]
    /// The goals, the most important first.
    public let goals: [Goal]
    /// How the plan was changed, by date.
    public let revisions: [Revision]

    /// Creates a plan.
    public init(challenges: [Point], opportunities: [Point], goals: [Goal], revisions: [Revision]) {
        self.challenges = challenges
        self.opportunities = opportunities
        self.goals = goals
        self.revisions = revisions
    }

    /// A challenge or an opportunity, with the evidence for it.
    public struct Point: Hashable, Sendable {
        /// The name that other parts of the plan use.
        public let id: String
        /// What it is, in a line.
        public let title: String
        /// What was found that shows it.
        public let evidence: String

        /// Creates a challenge or an opportunity.
        public init(id: String, title: String, evidence: String) {
            self.id = id
            self.title = title
            self.evidence = evidence
        }
    }

    /// What the school wants to reach.
    public struct Goal: Hashable, Sendable {
        /// The name that other parts of the plan use.
        public let id: String
        /// What it is, in a line.
        public let title: String
        /// The id of the challenge that the goal answers.
        public let challenge: String?
        /// The parts of the goal.
        public let objectives: [Objective]

        /// Creates a goal.
        public init(id: String, title: String, challenge: String?, objectives: [Objective]) {
            self.id = id
            self.title = title
            self.challenge = challenge
            self.objectives = objectives
        }
    }

    /// A part of a goal that can be told reached or not.
    public struct Objective: Hashable, Sendable {
        /// The name that other parts of the plan use.
        public let id: String
        /// What it is, in a line.
        public let title: String
        /// The measure of success.
        public let success: String
        /// What is done for it, by whom and when.
        public let steps: [ActionStep]

        /// Creates an objective.
        public init(id: String, title: String, success: String, steps: [ActionStep]) {
            self.id = id
            self.title = title
            self.success = success
            self.steps = steps
        }
    }

    /// Something that somebody does by a day.
    public struct ActionStep: Hashable, Sendable {
        /// The name that other parts of the plan use.
        public let id: String
        /// What it is, in a line.
        public let title: String
        /// The role that does it.
        public let owner: String
        /// The day by which it is done.
        public let due: CalendarDate
        /// How far it has come.
        public let status: Status

        /// Creates an action step.
        public init(id: String, title: String, owner: String, due: CalendarDate, status: Status) {
            self.id = id
            self.title = title
            self.owner = owner
            self.due = due
            self.status = status
        }
    }

    /// How far an action step has come.
    public enum Status: String, CaseIterable, Sendable {
        case notStarted = "not-started"
        case inProgress = "in-progress"
        case done
        case deferred

        /// The status in words.
        public var title: String {
            switch self {
            case .notStarted: "Not started"
            case .inProgress: "In progress"
            case .done: "Done"
            case .deferred: "Deferred"
            }
        }
    }

    /// A change of the plan.
    public struct Revision: Hashable, Sendable {
        /// The day of the change.
        public let date: CalendarDate
        /// What was changed and why.
        public let summary: String

        /// Creates a revision.
        public init(date: CalendarDate, summary: String) {
            self.date = date
            self.summary = summary
        }
    }
}
