import Charts
import Content
import Evaluation
import Layouts

extension Booklet {
    /// How percents are written in figures.
    func percentFormat() throws -> ChartNumberFormat {
        // The sign as the language writes it, around a number that is then taken away.
        let parts = try words.percent(7).split(separator: "7", omittingEmptySubsequences: false)
        return ChartNumberFormat(prefix: String(parts.first ?? ""), suffix: String(parts.last ?? ""))
    }

    /// Response rates by group and survey.
    func responseChart(_ participation: [Participation]) throws -> TemplateValue {
        let last = school.waves.last { wave in
            participation.contains { $0.wave == wave.id && $0.answered != .notAsked }
        }
        let groups = try Set(participation.map(\.group)).sorted().map { group in
            ChartGroup(
                title: try words.title(of: group),
                rows: try participation.filter { $0.group == group && $0.answered != .notAsked }.map { row in
                    ResponseBars.Row(
                        title(ofWave: row.wave), rate: row.responseRate?.shown.map { 100 * $0 },
                        text: try responseText(row), isEarlier: row.wave != last?.id)
                })
        }
        guard groups.contains(where: { $0.rows.contains { $0.rate != nil } }) else { return .list([]) }
        let rates = try participation.filter { $0.wave == last?.id }.compactMap { row -> String? in
            guard let rate = row.responseRate?.shown else { return nil }
            return try words(
                "figures.share-of", ["share": words.percent(100 * rate), "group": words.name(of: row.group)])
        }
        return .figure(
            ResponseBars(groups: groups, format: try percentFormat()),
            try ChartCaption(
                id: "Figure-responses", title: words("figures.responses.title", ["list": words.list(rates)]),
                description: words("figures.responses.description"), table: "Responses"))
    }

    private func responseText(_ row: Participation) throws -> String {
        let answered = try answered(row)
        guard let invited = row.invited else { return answered }
        let counts = try words("figures.responses.of", ["answered": answered, "invited": words.number(invited)])
        guard let rate = row.responseRate?.shown else { return counts }
        return try words("figures.responses.rate", ["rate": words.percent(100 * rate), "counts": counts])
    }

    /// Rates over school years, a panel for each measure of students.
    func measureChart(_ table: MeasureTable) throws -> TemplateValue {
        let rows = table.rows.filter { row in
            row.students == .all && row.years.contains { $0.shown?.perStudent != nil }
        }
        let panels = try rows.map { row in
            RateTrend.Panel(
                title: try words("measures.titles.\(row.measure.rawValue)"), unit: try words("measures.per-1000"),
                points: try zip(table.periods, row.years).map { period, year in
                    RateTrend.Point(period.title, try mark(year))
                })
        }
        let sentences = try rows.compactMap { try sentence($0, table) }
        return .figure(
            RateTrend(panels: panels, format: ChartNumberFormat(decimals: 0)),
            try ChartCaption(
                id: "Figure-measures",
                title: sentences.isEmpty ? words("measures.caption") : sentences.joined(separator: " "),
                description: words("figures.measures.description"), table: "Counts"))
    }

    private func mark(_ year: Reported<MeasureYear>) throws -> ChartMark {
        guard let rate = year.shown?.perStudent else {
            return ChartMark(value: nil, text: try words.mark(year) { _ in NumberMark.none })
        }
        let interval = rate.interval.flatMap { interval in
            interval.lower <= interval.upper ? 1000 * interval.lower...1000 * interval.upper : nil
        }
        return ChartMark(
            value: 1000 * rate.estimate, interval: interval, text: words.decimals(1000 * rate.estimate, 1))
    }

    /// The action steps by the day on which they are due.
    func planChart(_ plan: StrategicPlan) throws -> TemplateValue {
        let goals = try plan.goals.enumerated().map { index, goal in
            ChartGroup(
                title: try words("plan.goal", ["number": words.number(index + 1), "title": goal.title]),
                rows: goal.objectives.flatMap(\.steps).map { step in
                    PlanTimeline.Step(
                        step.title, due: step.due, dueText: words.date(step.due), progress: progress(of: step))
                })
        }
        let names = try PlanTimeline.Progress.allCases.map { progress in
            (progress, try words("figures.plan.\(progress.key)"))
        }
        let chart = PlanTimeline(
            goals: goals,
            words: .init(
                months: try words("figures.plan.months").split(separator: " ").map(String.init),
                progress: Dictionary(names, uniquingKeysWith: { first, _ in first })),
            today: try school.date.map {
                .init(date: $0, label: try words("figures.plan.today", ["date": words.date($0)]))
            })
        let tables = plan.goals.enumerated().flatMap { number, goal in
            goal.objectives.enumerated().filter { !$1.steps.isEmpty }.map { index, _ in
                Self.tableID(goal: number + 1, objective: index + 1)
            }
        }
        return .figure(
            chart,
            try ChartCaption(
                id: "Figure-plan", title: progressSentence() ?? words("chapters.plan"),
                description: words("figures.plan.description"),
                table: tables.isEmpty ? nil : tables.joined(separator: " ")), maximumHeight: 560)
    }

    private func progress(of step: StrategicPlan.ActionStep) -> PlanTimeline.Progress {
        switch step.status {
        case .done: .done
        case .deferred: .dropped
        case .inProgress, .notStarted: isOverdue(step) ? .late : step.status == .inProgress ? .underway : .planned
        }
    }
}

extension PlanTimeline.Progress {
    /// The name among the phrases.
    fileprivate var key: String {
        switch self {
        case .done: "done"
        case .underway: "in-progress"
        case .planned: "not-started"
        case .late: "overdue"
        case .dropped: "deferred"
        }
    }
}
