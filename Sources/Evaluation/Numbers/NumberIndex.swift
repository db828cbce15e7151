/// Finds numbers by the names that texts quote them by.
public struct NumberIndex: Sendable {
    private let numbers: [String: ReportedNumber]

    /// Indexes a table.
    /// - Parameter text: a text that quotes numbers; those of which it holds no subject are left out, which saves naming
    ///   thousands of them. Nil keeps all.
    public init(_ table: NumberTable, quotedIn text: String? = nil) {
        var numbers: [String: ReportedNumber] = [:]
        var isMeant: [String: Bool] = [:]
        // Numbers of a subject follow each other, mostly.
        var last: (subject: String, isQuoted: Bool)?
        for number in table.numbers {
            if let text {
                if last?.subject != number.subject {
                    let isQuoted = isMeant[number.subject] ?? text.contains(Self.shortened(number.subject))
                    isMeant[number.subject] = isQuoted
                    last = (number.subject, isQuoted)
                }
                guard last?.isQuoted == true else { continue }
            }
            numbers[number.name] = number
            // Later waves and years come later in the table, so that the latest one stays. One that is withheld is not replaced by
            // an earlier one, which would pass for it; one that was not asked again is.
            let undated = number.undatedName
            if number.status != .notAsked || numbers[undated] == nil { numbers[undated] = number }
        }
        self.numbers = numbers
    }

    /// The number of a name such as `trust.students.favorable.baseline`. Without its last part, the latest that was asked; and
    /// the measures of students may be named without `student-`.
    public subscript(name: String) -> ReportedNumber? {
        numbers[name] ?? numbers[name.replacing("measures.", with: "measures.student-", maxReplacements: 1)]
    }

    /// The subject as it may be quoted at its shortest.
    private static func shortened(_ subject: String) -> String {
        subject.hasPrefix("student-") ? String(subject.dropFirst("student-".count)) : subject
    }

    /// All names, sorted.
    public var names: [String] { numbers.keys.sorted() }
}

extension ReportedNumber {
    /// Whether a reader is told anything of it.
    public var isTold: Bool { value != nil }
}
