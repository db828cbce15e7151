import Content
import Evaluation
import Layouts

/// What the school will do, and what was done.
extension FamilySummary {
    private static var mostGoals: Int { 3 }
    private static var mostSteps: Int { 5 }
    private static var mostDone: Int { 3 }

    private var steps: [StrategicPlan.ActionStep] {
        (school.plan?.goals ?? []).flatMap(\.objectives).flatMap(\.steps)
    }

    /// The goals and the steps that are due first; nil where there are neither.
    func plan() throws -> TemplateValue? {
        let goals = school.plan?.goals ?? []
        let open = steps.filter(\.isOpen).sorted { ($0.due, $0.id) < ($1.due, $1.id) }
        guard !goals.isEmpty || !open.isEmpty else { return nil }
        return [
            "has-goals": .flag(!goals.isEmpty),
            "goals": .list(goals.prefix(Self.mostGoals).map { own($0.title, .title) }),
            "more-goals": try more("goals", goals.count - Self.mostGoals), "has-steps": .flag(!open.isEmpty),
            "steps": .list(try open.prefix(Self.mostSteps).map(step)),
            "more-steps": try more("steps", open.count - Self.mostSteps),
        ]
    }

    private func more(_ what: String, _ count: Int) throws -> TemplateValue {
        count > 0 ? .text(try words("families.plan.more-\(what)", count: count)) : .null
    }

    private func step(_ step: StrategicPlan.ActionStep) throws -> TemplateValue {
        let key = booklet.isOverdue(step) ? "overdue" : "due"
        return [
            "title": own(step.title, .title), "owner": own(step.owner, .role),
            "due": .text(try words("families.plan.\(key)", ["date": words.date(step.due)])),
        ]
    }

    /// How many steps are done, the last of them, and what the practice did; nil where nothing was done.
    func done() throws -> TemplateValue? {
        let done = steps.filter { $0.status == .done }.sorted { ($0.due, $0.id) > ($1.due, $1.id) }
        let support = try booklet.supportCounts()
        guard !done.isEmpty || !support.isEmpty else { return nil }
        return [
            "sentence": try sentence(done.count, of: steps.count),
            "steps": .list(done.prefix(Self.mostDone).map { own($0.title, .title) }),
            "has-steps": .flag(!done.isEmpty),
            "support": .optional(
                support.isEmpty ? nil : try words("support.summary", ["list": words.list(support)])),
        ]
    }

    private func sentence(_ done: Int, of steps: Int) throws -> TemplateValue {
        guard done > 0 else { return .null }
        return .text(
            done == steps
                ? try words("families.done.all")
                : try words("families.done.steps", count: done, ["steps": words.number(steps)]))
    }
}
