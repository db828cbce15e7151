extension BookletSnapshot {
    /// The parts of a booklet that are told in words.
    public enum Section: String, CaseIterable, Codable, CodingKeyRepresentable, Sendable {
        /// What the cover and the first pages say of the school; a state is a value.
        case profile
        /// Surveys that were held; a state is the first and the last day, `2025-10-06/2025-10-24` (ISO 8601-1, 5.5).
        case waves
        /// Surveys that are still to come, as waves are.
        case plannedWaves = "planned-waves"
        /// What the numbers show; a title is the subject, a state the kind.
        case findings
        /// Texts of the practice; a detail is the SHA-256 of the text as it was printed.
        case texts
        /// Interviews, focus groups and discussions; a title is the kind, a state the day, a detail how many took part.
        case sessions
        /// What came up in them; a detail is what was said.
        case themes
        /// Comments that were approved; a title is the comment.
        case comments
        /// Policies, procedures and practices that were reviewed; a state is the kind, a detail what was found and is missing.
        case policies
        /// Lines of communication; a title is what is shared, a state whether the line works, a detail how
        /// and how fast it is shared.
        case communicationLines = "communication-lines"
        /// What stands in the way; a detail is the evidence.
        case challenges
        /// What can be built on; a detail is the evidence.
        case opportunities
        /// The goals of the plan; a detail is the challenge that a goal answers.
        case goals
        /// The objectives of the plan; a detail is the measure of success.
        case objectives
        /// Changes of the plan; an id is the day, a title what was changed.
        case revisions
        /// What the practice did to support the plan; a state is the kind, a detail for whom it was and what came of it.
        case support
    }

    /// Something that is told in words.
    public struct Entry: Codable, Hashable, Sendable {
        /// What it is recognized by in the next booklet, unique in its section.
        public let id: String
        /// What it is, in a line.
        public let title: String
        /// What it is now, as a name or a value; empty where it has no such state.
        public let state: String
        /// What else is told of it; empty where nothing is.
        public let detail: String

        /// Creates an entry.
        public init(id: String, title: String, state: String = "", detail: String = "") {
            self.id = id
            self.title = title
            self.state = state
            self.detail = detail
        }
    }

    /// An action step as it was told.
    public struct Step: Codable, Hashable, Sendable {
        /// The plan's id of the step, unique in the plan.
        public internal(set) var id: String
        /// What it is, in a line.
        public let title: String
        /// The plan's id of the objective that it serves.
        public let objective: String
        /// The role that does it.
        public let owner: String
        /// The day by which it is done, as ISO 8601 writes it.
        public let due: String
        /// How far it has come.
        public let status: StrategicPlan.Status

        /// The step of a plan.
        public init(_ step: StrategicPlan.ActionStep, objective: String) {
            id = step.id
            title = step.title
            self.objective = objective
            owner = step.owner
            due = step.due.iso8601
            status = step.status
        }
    }
}

extension StrategicPlan.Status: Codable {}
