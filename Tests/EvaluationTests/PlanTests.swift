import Dates
import Testing

@testable import Evaluation

@Suite("How far a plan has come")
struct PlanTests {
    private func plan(_ steps: (String, String, StrategicPlan.Status)...) throws -> StrategicPlan {
        let steps = try steps.map { id, due, status in
            StrategicPlan.ActionStep(
                id: id, title: id, owner: "Principal", due: try EvaluationSample.day(due), status: status)
        }
        let objective = StrategicPlan.Objective(id: "o", title: "O", success: "S", steps: steps)
        return StrategicPlan(
            challenges: [], opportunities: [],
            goals: [.init(id: "g", title: "G", challenge: nil, objectives: [objective])],
            revisions: [
                .init(date: try EvaluationSample.day("2025-03-01"), summary: "First"),
                .init(date: try EvaluationSample.day("2025-12-01"), summary: "Later"),
            ])
    }

    @Test("What is due on the day itself is not overdue, and what is done or deferred never is")
    func overdue() throws {
        let plan = try plan(
            ("today", "2025-06-01", .inProgress), ("late", "2025-05-31", .notStarted),
            ("later", "2025-05-01", .inProgress),
            ("done", "2025-01-01", .done), ("deferred", "2025-01-01", .deferred), ("next", "2025-07-01", .notStarted))
        let progress = PlanProgress(plan, on: try EvaluationSample.day("2025-06-01"))
        #expect(progress.overdue.map(\.id) == ["later", "late"])
        #expect(progress.upcoming.map(\.id) == ["today", "next"])
        #expect(progress.revisions == 1)
        #expect(progress.share(.done) == 1.0 / 6)
        #expect(progress.byStatus.values.reduce(0, +) == progress.steps)
    }

    @Test("A plan without steps has no shares")
    func empty() throws {
        #expect(PlanProgress(try plan(), on: try EvaluationSample.day("2025-06-01")).share(.done) == nil)
    }
}
