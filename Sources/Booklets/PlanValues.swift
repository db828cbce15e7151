import Content
import Dates
import Evaluation
import Layouts

extension Booklet {
    /// Challenges and opportunities, goals with objectives and action steps, and how the plan was revised.
    var planValues: [String: TemplateValue] {
        let plan = school.plan ?? StrategicPlan(challenges: [], opportunities: [], goals: [], revisions: [])
        return [
            "has-points": .flag(!plan.challenges.isEmpty || !plan.opportunities.isEmpty),
            "has-challenges": .flag(!plan.challenges.isEmpty), "challenges": .list(plan.challenges.map(point)),
            "has-opportunities": .flag(!plan.opportunities.isEmpty),
            "opportunities": .list(plan.opportunities.map(point)),
            "has-plan": .flag(!plan.goals.isEmpty || !plan.revisions.isEmpty),
            "goals": .list(plan.goals.enumerated().map { goal($1, number: $0 + 1, of: plan) }),
            "has-revisions": .flag(!plan.revisions.isEmpty),
            "revisions": .list(
                plan.revisions.map { ["date": .text(text($0.date)), "summary": .text($0.summary)] }),
        ]
    }

    private func point(_ point: StrategicPlan.Point) -> TemplateValue {
        ["title": .text(point.title), "evidence": .text(point.evidence)]
    }

    private func goal(_ goal: StrategicPlan.Goal, number: Int, of plan: StrategicPlan) -> TemplateValue {
        [
            "number": .number(number), "title": .text(goal.title),
            "challenge": .optional(plan.challenges.first { $0.id == goal.challenge }?.title),
            "objectives": .list(
                goal.objectives.enumerated().map { index, objective in
                    [
                        "number": .text("\(number).\(index + 1)"), "title": .text(objective.title),
                        "success": .text(Self.sentence(objective.success)),
                        "has-steps": .flag(!objective.steps.isEmpty),
                        "steps": .list(objective.steps.map(step)),
                    ]
                }),
        ]
    }

    /// Words with one full stop at their end.
    private static func sentence(_ words: String) -> String {
        words.last.map { ".!?".contains($0) } == true ? words : words + "."
    }

    private func step(_ step: StrategicPlan.ActionStep) -> TemplateValue {
        [
            "title": .text(step.title), "owner": .text(step.owner), "due": .text(text(step.due)),
            "status": .text(step.status.title),
            "overdue": .flag(step.isOpen && school.date.map { step.due < $0 } ?? false),
        ]
    }
}
