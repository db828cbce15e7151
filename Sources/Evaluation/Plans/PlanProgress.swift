import Dates

/// How far a plan has come on a day.
public struct PlanProgress: Equatable, Sendable {
    /// The day.
    public let date: CalendarDate
    /// How many action steps there are.
    public let steps: Int
    /// How many of them have each status.
    public let byStatus: [StrategicPlan.Status: Int]
    /// The steps that were due before the day and are neither done nor deferred, the longest overdue first.
    public let overdue: [StrategicPlan.ActionStep]
    /// The steps that are due on the day or later and are neither done nor deferred, the nearest first.
    public let upcoming: [StrategicPlan.ActionStep]
    /// How often the plan was revised up to the day.
    public let revisions: Int

    /// Measures a plan on a day.
    public init(_ plan: StrategicPlan, on date: CalendarDate) {
        let steps = plan.goals.flatMap(\.objectives).flatMap(\.steps)
        let open = steps.filter(\.isOpen).sorted { ($0.due, $0.id) < ($1.due, $1.id) }
        self.date = date
        self.steps = steps.count
        byStatus = Dictionary(grouping: steps, by: \.status).mapValues(\.count)
        overdue = open.filter { $0.due < date }
        upcoming = open.filter { $0.due >= date }
        revisions = plan.revisions.count { $0.date <= date }
    }

    /// The share of steps with a status, from 0 to 1; nil for a plan without steps.
    public func share(_ status: StrategicPlan.Status) -> Double? {
        steps == 0 ? nil : Double(byStatus[status, default: 0]) / Double(steps)
    }
}

extension StrategicPlan.ActionStep {
    /// Whether somebody still has to do it.
    public var isOpen: Bool { status == .notStarted || status == .inProgress }
}
