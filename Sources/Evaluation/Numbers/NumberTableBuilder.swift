import Statistics

/// Lays out results as a table of numbers.
struct NumberTableBuilder {
    private(set) var numbers: [ReportedNumber] = []
    /// Where numbers about another thing than those before begin.
    private(set) var topicStarts: [Int] = []
    private var isTopicNew = true
    private var context = Context(section: .plan, subject: "", group: "", period: "")

    /// What the numbers that follow are about.
    private struct Context {
        let section: ReportedNumber.Section
        let subject: String
        let group: String
        let period: String
        /// How changes and gaps are written.
        var differenceUnit = Statistic.Unit.percentagePoints
    }

    mutating func begin(
        _ section: ReportedNumber.Section, _ subject: String, _ group: String, _ period: String,
        differenceUnit: Statistic.Unit = .percentagePoints
    ) {
        context = Context(
            section: section, subject: subject, group: group, period: period, differenceUnit: differenceUnit)
        isTopicNew = true
    }

    mutating func append(
        _ statistic: Statistic, _ status: ReportedNumber.Status, _ value: Double?, step: Double? = nil,
        part: Int? = nil
    ) {
        if isTopicNew { topicStarts.append(numbers.count) }
        isTopicNew = false
        numbers.append(
            ReportedNumber(
                section: context.section, subject: context.subject, group: context.group, period: context.period,
                statistic: statistic,
                unit: statistic.unit == .percentagePoints ? context.differenceUnit : statistic.unit, part: part,
                status: status, value: value, step: step))
    }

    mutating func add(
        _ statistic: Statistic, _ value: Reported<Double>, step: Double? = nil, part: Int? = nil
    ) {
        append(statistic, value.status, value.shown, step: step, part: part)
    }

    mutating func add(_ statistic: Statistic, parts: Reported<[Int]>) {
        guard let counts = parts.shown else { return add(statistic, parts.map { _ in 0 }) }
        for (place, count) in counts.enumerated() { add(statistic, .value(Double(count)), part: place + 1) }
    }

    mutating func add(_ n: Reported<PublishedCount>) {
        switch n {
        case .value(.exactly(let count)): add(.n, .value(Double(count)))
        case .value(.between(let least, let greatest)):
            add(.n, .suppressed)
            add(.nLeast, .value(Double(least)))
            add(.nGreatest, .value(Double(greatest)))
        default: add(.n, n.map { Double($0.least) })
        }
    }

    mutating func add(_ share: Statistic, _ count: Statistic, _ percent: Reported<PublishedPercent>) {
        switch percent.shown {
        case .exactly(let number, let n):
            append(share, .told, 100 * Double(number) / Double(n))
            append(count, .told, Double(number))
        case .rounded(let value, let step): append(share, .told, Double(value), step: Double(step))
        case .atMost(let value): append(share, .atMost, Double(value))
        case .atLeast(let value): append(share, .atLeast, Double(value))
        case nil: append(share, percent.status, nil)
        }
    }

    mutating func add(_ lower: Statistic, _ upper: Statistic, _ interval: Reported<Interval>) {
        add(lower, interval.map(\.lower))
        add(upper, interval.map(\.upper))
    }

    mutating func add(
        _ estimate: Statistic, _ lower: Statistic, _ upper: Statistic, _ difference: Reported<Difference>
    ) {
        add(estimate, difference.map(\.estimate))
        add(lower, upper, difference.flatMap { .some($0.interval) })
    }

    mutating func add(
        _ mean: Statistic, _ deviation: Statistic, _ lower: Statistic, _ upper: Statistic,
        _ published: Reported<PublishedMean>
    ) {
        let step = published.shown?.decimals.map { $0 == 1 ? 0.1 : 0.01 }
        switch published.shown?.bound {
        case .atMost: append(mean, .atMost, published.shown?.value, step: step)
        case .atLeast: append(mean, .atLeast, published.shown?.value, step: step)
        case .exactly, nil: add(mean, published.map(\.value), step: step)
        }
        guard published.shown?.bound != .atMost, published.shown?.bound != .atLeast else { return }
        add(deviation, published.flatMap { .some($0.standardDeviation) }, step: step)
        add(lower, upper, published.flatMap { .some($0.interval) })
    }
}

extension Reported {
    /// A value that may be absent for a reason that is no secret, such as a deviation of a single answer.
    static func some(_ value: Value?) -> Reported { value.map { .value($0) } ?? .notAsked }

    fileprivate var status: ReportedNumber.Status {
        switch self {
        case .value: .told
        case .suppressed: .suppressed
        case .notAsked: .notAsked
        case .noAnswers: .noAnswers
        }
    }
}
