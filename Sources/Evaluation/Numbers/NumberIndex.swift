/// Finds numbers by the names that texts quote them by.
public struct NumberIndex: Sendable {
    private let numbers: [String: ReportedNumber]

    /// Indexes a table.
    /// - Parameter quoted: the names that are asked for; others may be left out, which saves naming thousands of numbers. Nil
    ///   keeps all.
    public init(_ table: NumberTable, quoted: Set<String>? = nil) {
        var numbers: [String: ReportedNumber] = [:]
        let asked = quoted.map { $0.union($0.map(Self.ofStudents)) }
        for topic in table.topics {
            if let asked, let first = topic.first {
                let beginning = first.nameBeginning
                guard asked.contains(where: { $0.hasPrefix(beginning) }) else { continue }
            }
            for number in topic {
                numbers[number.name] = number
                // Later waves and years come later in the table, so that the latest one stays. One that is withheld is not
                // replaced by an earlier one, which would pass for it; one that was not asked again is.
                let undated = number.undatedName
                if number.status != .notAsked || numbers[undated] == nil { numbers[undated] = number }
            }
        }
        self.numbers = numbers
    }

    /// The number of a name such as `trust.students.favorable.baseline`. Without its last part, the latest that was asked; and
    /// the measures of students may be named without `student-`.
    public subscript(name: String) -> ReportedNumber? {
        numbers[name] ?? numbers[Self.ofStudents(name)]
    }

    /// The name with the `student-` that it may be quoted without.
    private static func ofStudents(_ name: String) -> String {
        name.replacing("measures.", with: "measures.student-", maxReplacements: 1)
    }

    /// All names, sorted.
    public var names: [String] { numbers.keys.sorted() }
}

extension ReportedNumber {
    /// Whether a reader is told anything of it.
    public var isTold: Bool { value != nil }
}
