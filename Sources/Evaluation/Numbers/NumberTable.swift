/// All numbers of a school after disclosure control, in the order of a booklet.
public struct NumberTable: Equatable, Sendable {
    /// The numbers, each name once.
    public let numbers: [ReportedNumber]
    /// The numbers in runs of those about the same thing, whose names begin and end alike; none of the runs is empty.
    public var topics: [ArraySlice<ReportedNumber>] {
        zip(topicStarts, topicStarts.dropFirst() + [numbers.count]).map { numbers[$0..<$1] }
    }

    private let topicStarts: [Int]

    /// The numbers of an evaluation.
    public init(_ evaluation: SchoolEvaluation) {
        self.init(surveys: evaluation.surveys, measures: evaluation.measures, plan: evaluation.plan)
    }

    init(surveys: SurveyResults, measures: MeasureTable, plan: PlanProgress?) {
        var builder = NumberTableBuilder()
        for participation in surveys.participation { builder.add(participation) }
        for result in surveys.ratings { builder.add(result) }
        for result in surveys.choices { builder.add(result) }
        for result in surveys.domains { builder.add(result) }
        for comparison in surveys.changes { builder.add(comparison) }
        for comparison in surveys.gaps { builder.add(comparison) }
        for row in measures.rows { builder.add(row, periods: measures.periods) }
        if let plan { builder.add(plan) }
        numbers = builder.numbers
        topicStarts = builder.topicStarts
    }

    /// The exact counts that are told, by name: what a later release must not differ from by a few.
    public var counts: [String: Int] {
        Dictionary(
            numbers.compactMap { number in
                guard number.statistic.isCountOfPeople, number.status == .told, let value = number.value else {
                    return nil
                }
                return (number.name, Int(value))
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension Statistic {
    /// Whether the number counts people or what was done to them.
    fileprivate var isCountOfPeople: Bool {
        switch self {
        case .answered, .n, .favorableCount, .neutralCount, .unfavorableCount, .pointCount, .optionCount,
            .notApplicable, .dontKnow, .missing, .count:
            true
        default: false
        }
    }
}
