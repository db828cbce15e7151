/// Something that the numbers show, with the numbers that show it.
public struct Finding: Hashable, Sendable {
    /// What it is for the school.
    public enum Kind: String, CaseIterable, Sendable {
        case strength
        case challenge
        case opportunity
    }

    /// What it is about.
    public enum Category: String, CaseIterable, Sendable {
        /// People are not told, or don't know whom to tell.
        case communicationBarrier = "communication-barrier"
        /// School and police work by different rules.
        case conflictingPriorities = "conflicting-priorities"
        /// Two groups see the same thing differently.
        case misunderstanding
        /// Something got better.
        case progress
        /// Something got worse.
        case setback
        /// Many have not made up their minds.
        case undecided
        /// A level, high or low, of anything else.
        case level
    }

    /// What it is for the school.
    public let kind: Kind
    /// What it is about.
    public let category: Category
    /// The id of the item, domain or measure.
    public let subject: String
    /// Whose answers show it, one group, or two that differ; none for measures.
    public let groups: [ReportingGroup]
    /// The wave's id or the school year.
    public let period: String
    /// How much it stands out, from 0 up: Cohen's h against an even split, of a change, or of a gap.
    public let weight: Double
    /// The names of the numbers that show it.
    public let evidence: [String]
}
