/// What was counted, as a table of measures by school year, after disclosure control.
public struct MeasureTable: Equatable, Sendable {
    /// The school years, the earliest first.
    public let periods: [SchoolYear]
    /// One row for each measure that was counted at all.
    public let rows: [Row]

    /// A measure's counts, in the order of the periods; nil where a year was not counted.
    public struct Row: Equatable, Sendable {
        /// What was counted.
        public let measure: Measure
        /// How often, year by year.
        public let counts: [Reported<Int>?]
    }

    /// Makes a table of counts.
    ///
    /// A count of students' events from 1 to one less than the rule asks for is withheld. Zero is shown: it concerns nobody.
    public init(_ counts: [MeasureCount], rule: DisclosureRule) {
        let periods = Set(counts.map(\.period)).sorted()
        self.periods = periods
        rows = Dictionary(grouping: counts, by: \.measure).sorted { $0.key < $1.key }.map { measure, counts in
            Row(
                measure: measure,
                counts: periods.map { period in
                    counts.first { $0.period == period }.map { Self.reported($0.count, measure, rule) }
                })
        }
    }

    private static func reported(_ count: Int, _ measure: Measure, _ rule: DisclosureRule) -> Reported<Int> {
        guard measure.concernsStudents, (1..<rule.studentsAndFamilies).contains(count) else { return .value(count) }
        return .suppressed
    }
}
