/// All that is told of a school, computed once, after disclosure control. Nothing downstream sees an answer or a raw count.
public struct SchoolEvaluation: Sendable {
    /// From how many people on a result is told.
    public let rule: DisclosureRule
    /// Whether anything was withheld where it had to be; false only for the practice's own eyes.
    public let isProtected: Bool
    /// Groups of which nothing is withheld, since everybody in them agreed.
    public let openGroups: [ReportingGroup]
    /// The results of the surveys.
    public let surveys: SurveyResults
    /// What was counted.
    public let measures: MeasureTable
    /// How far the plan has come.
    public let plan: PlanProgress?
    /// What people wrote and a person approved.
    public let comments: [ReleasedComment]
    /// What the numbers show: strengths, challenges and opportunities, each kind by weight.
    public let findings: [Finding]
    /// What is withheld only because an earlier release told nearly the same.
    public let withheldByRelease: [WithheldResult]

    /// Evaluates a school.
    /// - Parameters:
    ///   - isProtected: false shows everything, for the practice's own eyes.
    ///   - comments: the record's comments, where they were selected before with the same protection; nil to select them.
    public init(_ record: SchoolRecord, isProtected: Bool = true, comments selected: CommentSelection? = nil) {
        let first = Draft(record, isProtected: isProtected, withheld: WithheldByRelease())
        let withheld = isProtected ? WithheldByRelease(record.releases, today: first, rule: record.rule) : .init()
        let draft = withheld.isEmpty ? first : Draft(record, isProtected: isProtected, withheld: withheld)
        rule = record.rule
        self.isProtected = isProtected
        openGroups = record.consenting.sorted().map { .stakeholders($0) }
        surveys = draft.surveys
        measures = draft.measures
        plan = draft.plan
        // To mask all comments takes long, and where none is approved none is told.
        let released =
            record.approvedComments.isEmpty
            ? [] : (selected ?? CommentSelection(record, isProtected: isProtected)).released
        // A comment that was not there before is of one of the few whom the release withholds.
        comments = released.filter { !withheld.groups.contains(WaveGroup(wave: $0.wave, group: $0.group)) }
        findings = FindingRules(surveys: draft.surveys, measures: draft.measures, waves: record.waves).findings
        withheldByRelease = withheld.results
    }

    /// All numbers by name.
    public var numbers: NumberTable { NumberTable(self) }
}

/// The numbers of an evaluation before they are held against earlier releases.
struct Draft {
    let surveys: SurveyResults
    let measures: MeasureTable
    let plan: PlanProgress?

    init(_ record: SchoolRecord, isProtected: Bool, withheld: WithheldByRelease) {
        surveys = SurveyResults(
            waves: record.waves, responses: record.responses,
            grouping: GroupingRule(rule: record.rule, consenting: record.consenting), isProtected: isProtected,
            withheld: withheld.groups)
        measures = MeasureTable(
            record.measures, enrollment: record.enrollment,
            protection: isProtected ? Protection(threshold: record.rule.studentsAndFamilies) : .none,
            withheld: withheld.measures)
        plan = record.plan.flatMap { plan in record.date.map { PlanProgress(plan, on: $0) } }
    }

    /// The exact counts that would be told, by name.
    var counts: [String: Int] { NumberTable(surveys: surveys, measures: measures, plan: nil).counts }
}
