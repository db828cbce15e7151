import Statistics

extension NumberTableBuilder {
    mutating func add(_ row: MeasureTable.Row, periods: [SchoolYear]) {
        let students = row.students == .all ? "" : row.students.name
        for (period, year) in zip(periods, row.years) {
            begin(.measure, row.measure.rawValue, students, period.name)
            add(.count, year.map { Double($0.count) })
            let rate = year.flatMap { .some($0.perStudent) }
            guard row.measure.concernsStudents else {
                add(.perDay, year.flatMap { .some($0.perDay) })
                continue
            }
            add(.ratePer100, rate.map { 100 * $0.estimate })
            add(.ratePer1000, rate.map { 1000 * $0.estimate })
            let interval = rate.flatMap { .some($0.interval) }
            add(.ratePer1000Lower, interval.map { 1000 * $0.lower })
            add(.ratePer1000Upper, interval.map { 1000 * $0.upper })
            add(.perDay, year.flatMap { .some($0.perDay) })
        }
        for (period, change) in zip(periods.dropFirst(), row.changes) {
            begin(.measure, row.measure.rawValue, students, period.name, differenceUnit: .countDifference)
            add(.change, change.map { Double($0.difference) })
            add(.rateRatio, change.flatMap { .some($0.ratio) })
            add(.rateRatioLower, change.flatMap { .some($0.interval?.lower) })
            add(.rateRatioUpper, change.flatMap { .some($0.interval?.upper.finite) })
            add(.p, change.map(\.p))
        }
        guard row.disparity != .notAsked else { return }
        begin(.measure, row.measure.rawValue, students, row.disparity.shown?.period.name ?? periods.last?.name ?? "")
        add(.riskRatio, row.disparity.map(\.ratio))
        add(.riskRatioLower, .riskRatioUpper, row.disparity.flatMap { .some($0.interval) })
    }

    mutating func add(_ plan: PlanProgress) {
        begin(.plan, "plan", "", "")
        add(.steps, .value(Double(plan.steps)))
        let statuses: [(Statistic, StrategicPlan.Status)] = [
            (.done, .done), (.inProgress, .inProgress), (.notStarted, .notStarted), (.deferred, .deferred),
        ]
        for (statistic, status) in statuses { add(statistic, .value(Double(plan.byStatus[status, default: 0]))) }
        let shares: [(Statistic, StrategicPlan.Status)] = [
            (.doneShare, .done), (.inProgressShare, .inProgress), (.notStartedShare, .notStarted),
            (.deferredShare, .deferred),
        ]
        for (statistic, status) in shares { add(statistic, .some(plan.share(status).map { 100 * $0 })) }
        add(.overdue, .value(Double(plan.overdue.count)))
        add(.revisions, .value(Double(plan.revisions)))
    }
}

extension Double {
    /// The number, or nil where it is infinite or none.
    fileprivate var finite: Double? { isFinite ? self : nil }
}
