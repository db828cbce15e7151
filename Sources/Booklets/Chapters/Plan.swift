import Content
import Evaluation
import Layouts

extension Booklet {
    /// Goals with objectives and action steps; nil where none are written.
    func plan() throws -> [String: TemplateValue]? {
        guard let plan = school.plan, !plan.goals.isEmpty else { return nil }
        return [
            "progress": .optional(try progressSentence()),
            "charts": try planChart(plan),
            "goals": .list(try plan.goals.enumerated().map { try goal($1, number: $0 + 1, of: plan) }),
        ]
    }

    /// How far the plan has come, in one sentence or two; nil for a plan without steps.
    func progressSentence() throws -> String? {
        guard let progress = evaluation.plan, progress.steps > 0 else { return nil }
        if progress.steps == 1, let status = progress.byStatus.first(where: { $0.value > 0 })?.key {
            let whole = try words("plan.only.\(status.rawValue)")
            return progress.overdue.isEmpty ? whole : whole + " " + (try words("plan.only.overdue"))
        }
        let parts = try [StrategicPlan.Status.done, .inProgress, .notStarted, .deferred].compactMap {
            status -> String? in
            guard let count = progress.byStatus[status], count > 0 else { return nil }
            return try words("plan.count.\(status.rawValue)", count: count)
        }
        let whole = try words("plan.progress", ["count": words.number(progress.steps), "list": words.list(parts)])
        guard !progress.overdue.isEmpty else { return whole }
        return whole + " " + (try words("plan.overdue-count", count: progress.overdue.count))
    }

    private func goal(_ goal: StrategicPlan.Goal, number: Int, of plan: StrategicPlan) throws -> TemplateValue {
        [
            "title": .text(try words("plan.goal", ["number": words.number(number), "title": goal.title])),
            "challenge": .optional(
                try plan.challenges.first { $0.id == goal.challenge }.map {
                    try words("plan.challenge", ["title": $0.title])
                }),
            "objectives": .list(
                try goal.objectives.enumerated().map { index, objective in
                    let id = Self.tableID(goal: number, objective: index + 1)
                    let number = "\(number).\(index + 1)"
                    return [
                        "id": .text(id),
                        "title": .text(try words("plan.objective", ["number": number, "title": objective.title])),
                        "success": .text(try words("plan.success", ["text": words.sentence(objective.success)])),
                        "caption": .text(try words("plan.steps", ["number": number])),
                        "has-steps": .flag(!objective.steps.isEmpty),
                        "steps": .list(try objective.steps.map(step)),
                    ]
                }),
        ]
    }

    /// The id of the table of an objective's steps; both count from 1.
    static func tableID(goal: Int, objective: Int) -> String { "Steps-\(goal)-\(objective)" }

    private func step(_ step: StrategicPlan.ActionStep) throws -> TemplateValue {
        [
            "title": .text(step.title), "owner": .text(step.owner), "due": .text(words.date(step.due)),
            "status": .text(try words("plan.status.\(step.status.rawValue)")), "overdue": .flag(isOverdue(step)),
        ]
    }

    /// Whether a step is open and was due before the last day on record.
    func isOverdue(_ step: StrategicPlan.ActionStep) -> Bool {
        step.isOpen && school.date.map { step.due < $0 } ?? false
    }
}
