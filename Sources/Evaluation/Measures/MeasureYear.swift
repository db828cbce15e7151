import Statistics

/// What is told of a measure in one school year.
public struct MeasureYear: Equatable, Sendable {
    /// The school year.
    public let period: SchoolYear
    /// How often it was counted.
    public let count: Int
    /// Who counted.
    public let source: MeasureCount.Source
    /// Students enrolled, of the group that is counted; nil where that is not on record.
    public let students: Int?
    /// Days of school; nil where that is not on record.
    public let days: Int?
    /// The count per student with its exact Poisson interval at 95 % (Garwood, 1936); nil without students. A count that was
    /// perturbed has a rate and no interval.
    public let perStudent: Rate?

    /// A count by its exposure.
    public struct Rate: Hashable, Sendable {
        /// Count by exposure.
        public let estimate: Double
        /// Its interval at 95 %.
        public let interval: Interval?
    }

    init(_ count: MeasureCount, enrollment: Enrollment?) {
        period = count.period
        self.count = count.count
        source = count.source
        students = enrollment?.students(in: count.students)
        days = enrollment?.days
        let concernsStudents = count.measure.concernsStudents
        perStudent = students.flatMap { students in
            guard concernsStudents, let rate = PoissonRate(count: count.count, exposure: Double(students)) else {
                return nil
            }
            return Rate(estimate: rate.estimate, interval: count.source == .crdc ? nil : rate.garwood())
        }
    }

    /// The count per day of school; nil where the days are not on record.
    public var perDay: Double? {
        days.flatMap { $0 > 0 ? Double(count) / Double($0) : nil }
    }
}

/// What became of a measure from one school year to a later one.
public struct MeasureChange: Equatable, Sendable {
    /// The earlier year.
    public let from: SchoolYear
    /// The later year.
    public let to: SchoolYear
    /// The earlier rate by the later one: above 1 where it fell. Per student where enrollment is on record for both years, of
    /// plain counts otherwise; nil where the later count is 0.
    public let ratio: Double?
    /// Its exact conditional interval at 95 %; nil where both counts are 0. Its upper end is infinite where the later is 0.
    public let interval: Interval?
    /// The exact two-sided p-value.
    public let p: Double
    /// The count of the later year less that of the earlier.
    public let difference: Int
    /// Whether students were taken into account.
    public let isPerStudent: Bool

    /// What may be said of it.
    public enum Verdict: String, Sendable {
        case fell
        case rose
        /// The interval holds 1: a change as large as this happens by chance alone.
        case notDistinguishable = "not distinguishable from chance"
    }

    /// What may be said of it.
    public var verdict: Verdict {
        guard let interval, !interval.contains(1) else { return .notDistinguishable }
        return interval.lower > 1 ? .fell : .rose
    }

    static func between(_ earlier: Reported<MeasureYear>, _ later: Reported<MeasureYear>) -> Reported<MeasureChange> {
        // One side withheld says nothing of the change, and neither does one that was not counted.
        if earlier == .suppressed || later == .suppressed { return .suppressed }
        return earlier.flatMap { earlier in
            later.flatMap { later in MeasureChange(earlier, later).map { .value($0) } ?? .notAsked }
        }
    }

    private init?(_ earlier: MeasureYear, _ later: MeasureYear) {
        // A perturbed count has no exact interval, and counts of two sources were not made alike.
        guard earlier.source == .school, later.source == .school else { return nil }
        let students = earlier.perStudent == nil || later.perStudent == nil ? nil : (earlier.students, later.students)
        guard let before = PoissonRate(count: earlier.count, exposure: Double(students?.0 ?? 1)),
            let after = PoissonRate(count: later.count, exposure: Double(students?.1 ?? 1))
        else { return nil }
        let ratio = RateRatio(before, after)
        from = earlier.period
        to = later.period
        self.ratio = ratio.estimate.flatMap { $0.isFinite ? $0 : nil }
        interval = ratio.interval()
        p = ratio.p
        difference = later.count - earlier.count
        isPerStudent = students != nil
    }
}

/// How often something happened to the students of a group, compared with all other students.
public struct Disparity: Equatable, Sendable {
    /// The school year.
    public let period: SchoolYear
    /// The risk in the group by the risk of all other students.
    public let ratio: Double
    /// Its interval at 95 % (Katz et al., 1978); nil where one of the counts is 0.
    public let interval: Interval?

    /// Nil where a count is larger than its students, so that it counts no students, or where there are no others.
    init?(period: SchoolYear, group: (count: Int, students: Int), all: (count: Int, students: Int)) {
        guard let own = Proportion(count: group.count, n: group.students),
            let others = Proportion(count: all.count - group.count, n: all.students - group.students)
        else { return nil }
        let risk = RiskRatio(own, others)
        guard let ratio = risk.estimate, ratio.isFinite else { return nil }
        self.period = period
        self.ratio = ratio
        interval = risk.katz()
    }
}
