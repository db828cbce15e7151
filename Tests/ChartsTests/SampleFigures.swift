import Dates

@testable import Charts

/// A figure of each kind, as a booklet has them; all numbers are invented.
enum SampleFigures {
    static let percent = ChartNumberFormat(suffix: "\u{A0}%")

    static let agreement: [DivergingBars.Category] = [
        .init("Strongly disagree", .unfavorable), .init("Disagree", .unfavorable),
        .init("Neither agree nor disagree", .neutral), .init("Agree", .favorable), .init("Strongly agree", .favorable),
    ]

    static let diverging = DivergingBars(
        categories: agreement, favorable: "Agree or strongly agree", remainder: "All other answers",
        groups: [
            .init(
                title: "I trust the school resource officer at our school.",
                rows: [
                    .init(
                        "Students, baseline", detail: "n = 412", answers: .shares([14, 22, 20, 31, 13]), summary: "44 %"
                    ),
                    .init(
                        "Students, follow-up", detail: "n = 398", answers: .shares([8, 15, 18, 38, 21]), summary: "59 %"
                    ),
                    .init("Parents, baseline", detail: "n = 96", answers: .favorable(61), summary: "61 %"),
                    .init(
                        "Parents, follow-up", detail: "n = 88", answers: .shares([nil, nil, 17, 40, 26]),
                        summary: "66 %"),
                    .init("Teachers, baseline", answers: .note("†"), summary: "†"),
                    .init(
                        "Teachers, follow-up", detail: "n = 41", answers: .shares([2, 5, 12, 46, 35]), summary: "81 %"),
                ]),
            .init(
                title: "The officer and the administrators agree about when an officer is called and when a matter "
                    + "of discipline stays with the school, and both explain it to students and families in words they understand.",
                rows: [
                    .init(
                        "Students, baseline", detail: "n = 405", answers: .shares([21, 30, 25, 18, 6]), summary: "24 %"),
                    .init(
                        "Students, follow-up", detail: "n = 391", answers: .shares([1, 0, 3, 40, 56]), summary: "96 %"),
                ]),
        ], format: percent, valueFormat: .init(), axisTitle: "Percent of answers", summaryTitle: "Favorable")

    static func mark(_ value: Double, _ spread: Double? = nil) -> ChartMark {
        ChartMark(
            value: value, interval: spread.map { value - $0...value + $0 }, text: percent.text(value))
    }

    static let dots = DotPlot(
        series: [.init("Baseline", isEarlier: true), .init("Follow-up")],
        groups: [
            .init(
                title: "Students",
                rows: [
                    .init("Trust", detail: "n = 398", marks: [mark(44, 4.8), mark(59, 4.8)]),
                    .init("Fairness", detail: "n = 391", marks: [mark(38, 4.7), mark(41, 4.9)]),
                    .init("Feeling safe", detail: "n = 402", marks: [nil, mark(72, 4.2)]),
                ]),
            .init(
                title: "Teachers",
                rows: [
                    .init("Trust", detail: "n = 41", marks: [.init(value: nil, text: "†"), mark(81, 12)]),
                    .init(
                        "Knows whom to call about what and how quickly", detail: "n = 40",
                        marks: [mark(66, 14), mark(97, 3)]),
                ]),
        ], axis: .init(title: "Percent favorable, with 95 % intervals", range: 0...100, format: percent))

    static let groups = DotPlot(
        series: [
            .init("Students"), .init("Parents", style: 1), .init("Teachers", style: 2), .init("Leadership", style: 3),
        ],
        groups: [
            .init(rows: [
                .init("Trust", marks: [mark(59, 4.8), mark(66, 9), mark(81, 12), mark(90)]),
                .init("Fairness", marks: [mark(41, 4.8), mark(52, 9), mark(64, 14), mark(92)]),
            ])
        ], axis: .init(range: 0...100, format: percent), reference: 60)

    static let dumbbell = Dumbbell(
        baseline: "Baseline, fall 2024", followUp: "Follow-up, spring 2026", changeTitle: "Change (points)",
        groups: [
            .init(rows: [
                .init("Trust", detail: "students", baseline: mark(44), followUp: mark(59), change: "+15"),
                .init("Fairness", detail: "students", baseline: mark(38), followUp: mark(41), change: "about the same"),
                .init("Feeling safe", detail: "students", baseline: mark(78), followUp: mark(72), change: "–6"),
                .init("Communication", detail: "teachers", baseline: mark(50), followUp: mark(50), change: "0"),
                .init("Referrals", baseline: .init(value: nil, text: "†"), followUp: mark(64), change: "†"),
                .init("Trust, with intervals", baseline: mark(44, 4.8), followUp: mark(59, 5), change: "+15"),
            ])
        ], axis: .init(title: "Percent favorable", range: 0...100, format: percent))

    static let gap = GapChart(
        first: "Officers", second: "Administrators", gapTitle: "Gap (points)",
        groups: [
            .init(rows: [
                .init("We share information quickly", first: mark(92), second: mark(61), gap: "31"),
                .init("Roles are clear", first: mark(74), second: mark(77), gap: "3"),
                .init("Discipline stays with the school", first: mark(55, 10), second: mark(90, 6), gap: "35"),
            ])
        ], axis: .init(title: "Percent favorable", range: 0...100, format: percent))

    static let years = ["2020–21", "2021–22", "2022–23", "2023–24", "2024–25", "2025–26"]

    static func panel(_ title: String, _ unit: String, _ rates: [Double?]) -> RateTrend.Panel {
        let format = ChartNumberFormat(decimals: 1)
        return .init(
            title: title, unit: unit,
            points: zip(years.suffix(rates.count), rates).map { year, rate in
                .init(
                    year,
                    .init(
                        value: rate, interval: rate.map { max(0, $0 * 0.7 - 0.3)...$0 * 1.35 + 0.5 },
                        text: rate.map(format.text) ?? "†"))
            })
    }

    static let trend = RateTrend(
        panels: [
            panel("Arrests at school", "per 1,000 students", [6.2, 5.8, 5.1, 3.9, 2.2, 1.8]),
            panel("Referrals to law enforcement", "per 1,000 students", [nil, 14.2, 12.8, nil, 9.1, 7.7]),
            panel("Restorative conferences", "per 100 students", [0.4, 2.5, 6.8, 12.4]),
            panel("Suspensions out of school", "per 1,000 students", [88, 84, 61, 59, 47, 41]),
            panel("Calls to 911", "per 1,000 students", [3]),
        ], columns: 3, format: ChartNumberFormat())

    static let response = ResponseBars(
        groups: [
            .init(
                title: "Students",
                rows: [
                    .init("Baseline", rate: 61, text: "61 %, 412 of 675", isEarlier: true),
                    .init("Follow-up", rate: 58, text: "58 %, 398 of 690"),
                ]),
            .init(
                title: "Parents",
                rows: [
                    .init("Baseline", rate: 100, text: "100 %, 96 of 96", isEarlier: true),
                    .init("Follow-up", rate: 0.4, text: "0.4 %, 3 of 720"),
                ]),
            .init(title: "Teachers", rows: [.init("Follow-up", rate: nil, text: "† fewer than 5 answered")]),
        ], format: percent, axisTitle: "Percent of those invited who answered")

    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    static func step(
        _ label: String, _ detail: String? = nil, _ due: String?, _ progress: PlanTimeline.Progress
    ) -> PlanTimeline.Step {
        let date = due.flatMap { CalendarDate(iso8601: $0) }
        let words = date.map { "\(months[$0.month - 1]) \($0.day)" } ?? "no date yet"
        return .init(label, detail: detail, due: date, dueText: words, progress: progress)
    }

    static let plan = PlanTimeline(
        goals: [
            .init(
                title: "Goal 1: Everyone knows when an officer is called",
                rows: [
                    step("Write one page on roles", "Principal Ortiz", "2025-09-15", .done),
                    step(
                        "Train all staff in the page and in the call tree, with new staff trained again each January",
                        "Officer Diaz, Dean Wu", "2026-01-20", .done),
                    step("Post the page in English and Spanish", nil, "2026-03-02", .late),
                ]),
            .init(
                title: "Goal 2: Conflicts are worked through before they grow",
                rows: [
                    step("Train ten student mediators", "Counselor Bell", "2026-04-30", .underway),
                    step("Hold monthly circles", "Dean Wu", "2026-06-12", .planned),
                    step("Share the officer's office with the city", nil, "2026-05-01", .dropped),
                    step("Review the agreement with the department", "Chief Lane", nil, .planned),
                ]),
        ],
        words: .init(
            months: months,
            progress: [.done: "Done", .underway: "Under way", .planned: "Planned", .late: "Late", .dropped: "Dropped"]),
        today: CalendarDate(iso8601: "2026-03-20").map { .init(date: $0, label: "As of March 20, 2026") })

    static func caption(_ id: String) -> ChartCaption {
        ChartCaption(
            id: id, title: "Students trust the officer more than at baseline", description: "Bars & marks by group.",
            table: "\(id)-table")
    }

    /// All figures by name.
    static let all: [(name: String, svg: String)] = [
        ("diverging-bars", diverging.svg(caption("diverging-bars"))), ("dot-plot", dots.svg(caption("dot-plot"))),
        ("dot-plot-groups", groups.svg(caption("dot-plot-groups"))), ("dumbbell", dumbbell.svg(caption("dumbbell"))),
        ("gap-chart", gap.svg(caption("gap-chart"))), ("rate-trend", trend.svg(caption("rate-trend"))),
        ("response-bars", response.svg(caption("response-bars"))),
        ("plan-timeline", plan.svg(caption("plan-timeline"))),
    ]
}
