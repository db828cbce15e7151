/// How often something was counted in one period among some or all students.
public struct MeasureCount: Hashable, Sendable {
    /// The school year, such as `2024-2025`.
    public let period: SchoolYear
    /// What was counted.
    public let measure: Measure
    /// Among which students; all of them for what concerns no students.
    public let students: StudentGroup
    /// How often, at least 0.
    public let count: Int
    /// Who counted.
    public let source: Source

    /// Who counted.
    public enum Source: String, Hashable, Sendable {
        /// The school itself.
        case school
        /// The public-use file of the Civil Rights Data Collection, whose values are perturbed by up to one.
        case crdc
    }

    /// Creates a count, which is not negative.
    public init(
        period: SchoolYear, measure: Measure, students: StudentGroup = .all, count: Int, source: Source = .school
    ) {
        self.period = period
        self.measure = measure
        self.students = students
        self.count = count
        self.source = source
    }
}

/// How many students there were in a year, and on how many days.
public struct Enrollment: Hashable, Sendable {
    /// The school year.
    public let year: SchoolYear
    /// Students enrolled; 0 where the school had none.
    public let students: Int
    /// Days of school.
    public let days: Int?
    /// Students of some groups, where the school knows.
    public let groups: [StudentGroup: Int]

    /// Creates an enrollment.
    public init(year: SchoolYear, students: Int, days: Int?, groups: [StudentGroup: Int] = [:]) {
        self.year = year
        self.students = students
        self.days = days
        self.groups = groups
    }

    /// How many students of a group there were; nil where that is not on record.
    public func students(in group: StudentGroup) -> Int? {
        group == .all ? students : groups[group]
    }
}
