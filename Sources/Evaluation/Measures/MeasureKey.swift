/// What a count is about: a measure, in a school year, among some students.
public struct MeasureKey: Hashable, Sendable {
    /// The school year.
    public let period: SchoolYear
    /// What was counted.
    public let measure: Measure
    /// Among which students.
    public let students: StudentGroup

    /// Creates a key.
    public init(period: SchoolYear, measure: Measure, students: StudentGroup) {
        (self.period, self.measure, self.students) = (period, measure, students)
    }

    /// What a count is about.
    public init(_ count: MeasureCount) {
        self.init(period: count.period, measure: count.measure, students: count.students)
    }
}
