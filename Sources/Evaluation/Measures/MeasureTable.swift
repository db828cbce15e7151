/// What was counted, by measure, students and school year, after disclosure control.
public struct MeasureTable: Equatable, Sendable {
    /// The school years, the earliest first.
    public let periods: [SchoolYear]
    /// One row for each measure and group of students that was counted at all: all students first.
    public let rows: [Row]

    /// A measure's counts among some students, in the order of the periods.
    public struct Row: Equatable, Sendable {
        /// What was counted.
        public let measure: Measure
        /// Among which students.
        public let students: StudentGroup
        /// What is told of each year; not asked where it was not counted.
        public let years: [Reported<MeasureYear>]
        /// What became of it from year to year: one fewer than years.
        public let changes: [Reported<MeasureChange>]
        /// How the last year that is told compares with all other students; not asked for all students.
        public let disparity: Reported<Disparity>
    }

    /// Makes a table of counts.
    /// - Parameters:
    ///   - counts: what was counted, each measure, year and group once.
    ///   - enrollment: the students and days of each year, where they are known.
    ///   - protection: what is withheld of students' events.
    ///   - withheld: counts that are not told, whatever their size.
    init(
        _ counts: [MeasureCount], enrollment: [Enrollment], protection: Protection, withheld: Set<MeasureKey> = []
    ) {
        let periods = Set(counts.map(\.period)).sorted()
        let shown = MeasureSuppression(counts, enrollment: enrollment, protection: protection, withheld: withheld).shown
        let years = Dictionary(enrollment.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
        let all = Dictionary(counts.map { (MeasureKey($0), $0) }, uniquingKeysWith: { first, _ in first })
        let subjects = Set(counts.map { MeasureSubject(measure: $0.measure, students: $0.students) }).sorted()
        self.periods = periods
        rows = subjects.map { subject in
            let told = periods.map { period -> Reported<MeasureYear> in
                let key = MeasureKey(period: period, measure: subject.measure, students: subject.students)
                guard let count = all[key] else { return .notAsked }
                guard shown.contains(key) else { return .suppressed }
                return .value(MeasureYear(count, enrollment: years[period]))
            }
            return Row(
                measure: subject.measure, students: subject.students, years: told,
                changes: zip(told, told.dropFirst()).map { MeasureChange.between($0, $1) },
                disparity: Self.disparity(subject, periods, all, shown, years))
        }
    }

    /// The comparison of a group with all other students in the last year in which both are told.
    private static func disparity(
        _ subject: MeasureSubject, _ periods: [SchoolYear], _ counts: [MeasureKey: MeasureCount],
        _ shown: Set<MeasureKey>, _ years: [SchoolYear: Enrollment]
    ) -> Reported<Disparity> {
        guard subject.students != .all, subject.measure.concernsStudents else { return .notAsked }
        var result: Reported<Disparity> = .notAsked
        for period in periods {
            let own = MeasureKey(period: period, measure: subject.measure, students: subject.students)
            let whole = MeasureKey(period: period, measure: subject.measure, students: .all)
            guard let count = counts[own], let total = counts[whole], let year = years[period],
                let students = year.students(in: subject.students)
            else { continue }
            guard shown.contains(own), shown.contains(whole) else {
                result = .suppressed
                continue
            }
            if let disparity = Disparity(
                period: period, group: (count.count, students), all: (total.count, year.students))
            {
                result = .value(disparity)
            }
        }
        return result
    }
}

/// What a row of counts is about.
struct MeasureSubject: Hashable, Comparable {
    let measure: Measure
    let students: StudentGroup

    static func < (left: MeasureSubject, right: MeasureSubject) -> Bool {
        (left.measure, left.students) < (right.measure, right.students)
    }
}
