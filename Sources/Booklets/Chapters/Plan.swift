import Content
import Evaluation
import Layouts

extension Booklet {
    /// Challenges and opportunities with their evidence, and what else the numbers show; nil where nothing is named.
    func points() throws -> [String: TemplateValue]? {
        let challenges = school.plan?.challenges ?? []
        let opportunities = school.plan?.opportunities ?? []
        let shown = try Finding.Kind.allCases.map { kind in
            try findingSentences(kind, atMost: Self.mostFindings)
        }
        guard !challenges.isEmpty || !opportunities.isEmpty || shown.contains(where: { !$0.isEmpty }) else {
            return nil
        }
        return [
            "challenges": list(challenges), "opportunities": list(opportunities),
            "has-shown": .flag(shown.contains { !$0.isEmpty }),
            "shown": .list(
                try zip(Finding.Kind.allCases, shown).filter { !$1.isEmpty }.map { kind, sentences in
                    [
                        "title": .text(try words("points.shown.\(kind.rawValue)")),
                        "sentences": .list(sentences.map { .text($0) }),
                    ]
                }),
        ]
    }

    private static var mostFindings: Int { 6 }

    /// Points as a section that is there only where there are any.
    private func list(_ points: [StrategicPlan.Point]) -> TemplateValue {
        points.isEmpty
            ? .null
            : [
                "points": .list(
                    points.map { ["title": .text($0.title), "evidence": .text(words.sentence($0.evidence))] })
            ]
    }

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
        let parts = try [StrategicPlan.Status.done, .inProgress, .notStarted, .deferred].compactMap {
            status -> String? in
            guard let count = progress.byStatus[status], count > 0 else { return nil }
            return try words("plan.count.\(status.rawValue)", count: count)
        }
        let whole = try words("plan.progress", count: progress.steps, ["list": words.list(parts)])
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
                    let number = "\(number).\(index + 1)"
                    return [
                        "title": .text(try words("plan.objective", ["number": number, "title": objective.title])),
                        "success": .text(try words("plan.success", ["text": words.sentence(objective.success)])),
                        "caption": .text(try words("plan.steps", ["number": number])),
                        "has-steps": .flag(!objective.steps.isEmpty),
                        "steps": .list(try objective.steps.map(step)),
                    ]
                }),
        ]
    }

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
