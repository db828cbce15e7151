import Statistics

/// How schools compare: medians and quartiles over schools, none of them named.
///
/// Only what the schools' own booklets tell goes in, so that a summary can tell nothing that they withhold; and at least five
/// schools stand behind every number, so that nobody can say whose it is.
public struct PracticeSummary: Equatable, Sendable {
    /// The fewest schools of a comparison group.
    public static let fewestSchools = 5

    /// One school's results and the groups of schools that it belongs to.
    public struct School: Sendable {
        /// The comparison groups it belongs to, such as its district and its level.
        public let scopes: Set<Scope>
        /// The waves of its surveys, by time.
        public let waves: [Wave]
        /// What is told of it.
        public let evaluation: SchoolEvaluation

        /// Creates a school of a summary.
        public init(scopes: Set<Scope>, waves: [Wave], evaluation: SchoolEvaluation) {
            self.scopes = scopes
            self.waves = waves
            self.evaluation = evaluation
        }
    }

    /// Which schools are compared.
    public enum Scope: Hashable, Comparable, Sendable {
        /// All of the practice's.
        case practice
        /// Those of a district.
        case district(String)
        /// Those of a level, such as `middle`.
        case level(String)
    }

    /// Medians and quartiles of one number over schools (R's type 7 quantiles).
    public struct Row: Equatable, Sendable {
        /// Which schools.
        public let scope: Scope
        /// The questionnaire's slug, or `measures`.
        public let instrument: String
        /// The domain's id, or the measure's.
        public let subject: String
        /// Whose answers; nil for measures.
        public let group: ReportingGroup?
        /// Which number.
        public let statistic: Statistic
        /// How many schools have it, at least five.
        public let schools: Int
        /// A quarter of the schools are not above this.
        public let lowerQuartile: Double
        /// Half of them are not above this.
        public let median: Double
        /// A quarter of them are not below this.
        public let upperQuartile: Double
    }

    /// The numbers, by scope, questionnaire and subject.
    public let rows: [Row]
    private let places: [Subject: Int]
    private let samples: [Scope: Samples]

    /// Summarizes the latest results of some schools.
    public init(_ schools: [School]) {
        var subjects: [Subject] = []
        // Each number's subject is looked up once, and then known by its place in every scope.
        var places: [Subject: Int] = [:]
        var samples: [Scope: Samples] = [:]
        for school in schools {
            let numbers = Self.numbers(of: school).map { subject, value in
                if let place = places[subject] { return (place: place, value: value) }
                places[subject] = subjects.count
                subjects.append(subject)
                return (place: subjects.count - 1, value: value)
            }
            for scope in school.scopes.union([.practice]) {
                samples[scope, default: Samples()].add(numbers, subjectCount: subjects.count)
            }
        }
        rows = samples.sorted { $0.key < $1.key }.flatMap { scope, samples in
            samples.order.compactMap { Self.row(scope, subjects[$0], samples.values[$0]) }
        }
        (self.places, self.samples) = (places, samples)
    }

    /// How a domain's favorable share is at all other schools of a scope but one, whose own share is given; nil where they are
    /// fewer than five.
    public func others(
        than own: Double, in scope: Scope, instrument: String, domain: String, group: ReportingGroup
    ) -> Row? {
        let subject = Subject(instrument: instrument, id: domain, group: group, statistic: .favorable)
        guard let place = places[subject], let values = samples[scope]?.values, values.indices.contains(place) else {
            return nil
        }
        var others = values[place]
        if let index = others.firstIndex(of: own) { others.remove(at: index) }
        return Self.row(scope, subject, others)
    }

    private static func row(_ scope: Scope, _ subject: Subject, _ sample: [Double]) -> Row? {
        // Sorted once; sorting it again for each quantile costs next to nothing.
        let sample = sample.sorted()
        guard sample.count >= fewestSchools, let lower = Quantile.type7(0.25, of: sample),
            let median = Quantile.median(of: sample), let upper = Quantile.type7(0.75, of: sample)
        else { return nil }
        return Row(
            scope: scope, instrument: subject.instrument, subject: subject.id, group: subject.group,
            statistic: subject.statistic, schools: sample.count, lowerQuartile: lower, median: median,
            upperQuartile: upper)
    }

    /// The numbers of the schools of a scope, by the place of their subject.
    private struct Samples: Equatable {
        /// The places of subjects in the order in which they came up.
        private(set) var order: [Int] = []
        private(set) var values: [[Double]] = []

        mutating func add(_ numbers: [(place: Int, value: Double)], subjectCount: Int) {
            if values.count < subjectCount {
                values += [[Double]](repeating: [], count: subjectCount - values.count)
            }
            for (place, value) in numbers {
                if values[place].isEmpty { order.append(place) }
                values[place].append(value)
            }
        }
    }

    private struct Subject: Hashable {
        let instrument: String
        let id: String
        let group: ReportingGroup?
        let statistic: Statistic
    }

    /// A school's latest numbers that are told outright.
    private static func numbers(of school: School) -> [(Subject, Double)] {
        var latest: [Subject: Double] = [:]
        var order: [Subject] = []
        func add(_ subject: Subject, _ value: Double?) {
            guard let value else { return }
            if latest.updateValue(value, forKey: subject) == nil { order.append(subject) }
        }
        let instruments = Dictionary(
            school.waves.map { ($0.id, $0.instrument.slug) }, uniquingKeysWith: { first, _ in first })
        for result in school.evaluation.surveys.domains {
            let instrument = instruments[result.wave] ?? ""
            func subject(_ statistic: Statistic) -> Subject {
                Subject(instrument: instrument, id: result.domain, group: result.group, statistic: statistic)
            }
            add(subject(.favorable), result.favorable.shown)
            add(subject(.score), result.score.shown.flatMap { $0.bound == .exactly ? $0.value : nil })
        }
        for row in school.evaluation.measures.rows where row.students == .all && row.measure.concernsStudents {
            let rate = row.years.last?.shown?.perStudent?.estimate
            add(
                Subject(instrument: "measures", id: row.measure.rawValue, group: nil, statistic: .ratePer1000),
                rate.map { 1000 * $0 })
        }
        return order.compactMap { subject in latest[subject].map { (subject, $0) } }
    }
}
