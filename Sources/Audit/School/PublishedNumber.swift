/// One number as a booklet's `numbers.csv` tells it.
public struct PublishedNumber: Hashable, Sendable {
    /// `participation`, `item`, `measure`, …
    public let section: String
    /// The id of the item or measure.
    public let subject: String
    /// The group's name, or the students of a measure; empty for all students.
    public let group: String
    /// The wave's id or the school year.
    public let period: String
    /// Which number: `n`, `favorable`, `count`, …
    public let statistic: String
    /// The place of a point or an option, from 1.
    public let part: Int?
    /// `told`, `at-most`, `at-least`, `suppressed`, `not-asked` or `no-answers`.
    public let status: String
    /// The number; nil where it is not told.
    public let value: Double?
    /// What it was rounded to a multiple of; nil where it was not.
    public let step: Double?

    /// Creates a number.
    public init(
        section: String, subject: String, group: String, period: String, statistic: String, part: Int? = nil,
        status: String, value: Double?, step: Double? = nil
    ) {
        self.section = section
        self.subject = subject
        self.group = group
        self.period = period
        self.statistic = statistic
        self.part = part
        self.status = status
        self.value = value
        self.step = step
    }

    /// The number's place in the booklet, whatever is told of it.
    var key: NumberKey {
        NumberKey(subject: subject, group: group, period: period, statistic: statistic, part: part)
    }
}

/// A number's place in a booklet.
struct NumberKey: Hashable, Comparable {
    let subject: String
    let group: String
    let period: String
    let statistic: String
    var part: Int?

    /// The name that reports of leaks use.
    var name: String {
        let last = part.map { "\(statistic)-\($0)" } ?? statistic
        return [subject, group, last, period].filter { !$0.isEmpty }.joined(separator: ".")
    }

    static func < (left: NumberKey, right: NumberKey) -> Bool { left.name < right.name }

    /// Another number of the same subject, group and period.
    func with(_ statistic: String, part: Int? = nil) -> NumberKey {
        NumberKey(subject: subject, group: group, period: period, statistic: statistic, part: part)
    }
}

/// The points of an item's scale as everybody who was asked knows them.
public struct KnownScale: Hashable, Sendable {
    /// How a point counts: `favorable`, `neutral` or `unfavorable`, the lowest point first.
    public let valences: [String]

    /// Creates a scale.
    public init(valences: [String]) {
        self.valences = valences
    }
}
