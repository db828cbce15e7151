/// Finds numbers by the names that texts quote them by.
public struct NumberIndex: Sendable {
    private let numbers: [String: ReportedNumber]

    /// Indexes a table.
    public init(_ table: NumberTable) {
        var numbers: [String: ReportedNumber] = [:]
        for number in table.numbers {
            numbers[number.name] = number
            // Later waves and years come later in the table, so that the latest one stays. One that is withheld is not replaced by
            // an earlier one, which would pass for it; one that was not asked again is.
            if number.status != .notAsked || numbers[number.undatedName] == nil {
                numbers[number.undatedName] = number
            }
        }
        self.numbers = numbers
    }

    /// The number of a name such as `trust.students.favorable.baseline`. Without its last part, the latest that was asked; and
    /// the measures of students may be named without `student-`.
    public subscript(name: String) -> ReportedNumber? {
        numbers[name] ?? numbers[name.replacing("measures.", with: "measures.student-", maxReplacements: 1)]
    }

    /// All names, sorted.
    public var names: [String] { numbers.keys.sorted() }
}

extension ReportedNumber {
    /// Whether a reader is told anything of it.
    public var isTold: Bool { value != nil }
}
