import Evaluation

/// Reads plan.yaml.
enum PlanReader {
    static func read(_ keys: YAMLMapping) -> StrategicPlan? {
        let challenges = keys.optional("challenges", .mappings(distinct: "id"))?.compactMap(readPoint) ?? []
        let opportunities = keys.optional("opportunities", .mappings(distinct: "id"))?.compactMap(readPoint) ?? []
        let goals =
            keys.optional("goals", .mappings(distinct: "id"))?.compactMap { readGoal($0, challenges: challenges) } ?? []
        let revisions = keys.optional("revisions", .mappings)?.compactMap(readRevision) ?? []
        return StrategicPlan(
            challenges: challenges, opportunities: opportunities, goals: goals,
            revisions: revisions.sorted { $0.date < $1.date })
    }

    private static func readPoint(_ keys: YAMLMapping) -> StrategicPlan.Point? {
        let id = keys.required("id", .text)
        let title = keys.required("title", .text)
        let evidence = keys.required("evidence", .text)
        keys.reportUnknownKeys()
        guard let id, let title, let evidence else { return nil }
        return StrategicPlan.Point(id: id, title: title, evidence: evidence)
    }

    private static func readGoal(_ keys: YAMLMapping, challenges: [StrategicPlan.Point]) -> StrategicPlan.Goal? {
        let id = keys.required("id", .text)
        let title = keys.required("title", .text)
        let challenge = keys.optional("challenge", .choice(of: challenges.map(\.id)))
        let objectives = keys.required("objectives", .mappings)?.compactMap(readObjective)
        keys.reportUnknownKeys()
        guard let id, let title, let objectives else { return nil }
        return StrategicPlan.Goal(id: id, title: title, challenge: challenge, objectives: objectives)
    }

    private static func readObjective(_ keys: YAMLMapping) -> StrategicPlan.Objective? {
        let id = keys.required("id", .text)
        let title = keys.required("title", .text)
        let success = keys.required("success", .text)
        let steps = keys.optional("steps", .mappings)?.compactMap(readStep) ?? []
        keys.reportUnknownKeys()
        guard let id, let title, let success else { return nil }
        return StrategicPlan.Objective(id: id, title: title, success: success, steps: steps)
    }

    private static func readStep(_ keys: YAMLMapping) -> StrategicPlan.ActionStep? {
        let id = keys.required("id", .text)
        let title = keys.required("title", .text)
        let owner = keys.required("owner", .text)
        let due = keys.required("due", .date)
        let status: StrategicPlan.Status? = keys.required("status", .name)
        keys.reportUnknownKeys()
        guard let id, let title, let owner, let due, let status else { return nil }
        return StrategicPlan.ActionStep(id: id, title: title, owner: owner, due: due, status: status)
    }

    private static func readRevision(_ keys: YAMLMapping) -> StrategicPlan.Revision? {
        let date = keys.required("date", .date)
        let summary = keys.required("summary", .text)
        keys.reportUnknownKeys()
        guard let date, let summary else { return nil }
        return StrategicPlan.Revision(date: date, summary: summary)
    }
}
