/// One number of a booklet after disclosure control, by a name that texts can quote it by.
///
/// All numbers of a school are one table of these: the booklet's CSV and JSON, what `{{…}}` quotes, and what the auditor
/// attacks are the same.
public struct ReportedNumber: Hashable, Sendable {
    /// What the number is about.
    public let section: Section
    /// The id of the item, domain or measure; `survey` for a whole survey, `plan` for the plan.
    public let subject: String
    /// Who it is about: a group's name, two for a gap, students for a measure; empty where it is about nobody.
    public let group: String
    /// The wave's id or the school year; of a change the later one.
    public let period: String
    /// Which number it is.
    public let statistic: Statistic
    /// How it is written.
    public let unit: Statistic.Unit
    /// Which option of an item with options, or which point of a scale, from 1; nil for all other numbers.
    public var part: Int?
    /// Whether it is told.
    public let status: Status
    /// The number, where it is told; of a bound the bound.
    public let value: Double?
    /// What the number was rounded to a multiple of before it was told; nil where it was not.
    public var step: Double?

    /// The parts of a booklet that have numbers.
    public enum Section: String, CaseIterable, Sendable {
        case participation
        case item
        case domain
        case change
        case gap
        case measure
        case plan
    }

    /// Whether and how a number is told.
    public enum Status: String, CaseIterable, Sendable {
        case told
        case atMost = "at-most"
        case atLeast = "at-least"
        case suppressed
        case notAsked = "not-asked"
        case noAnswers = "no-answers"
    }

    /// The name it is quoted by: `trust.students.favorable.baseline`.
    public var name: String {
        var name = undatedName
        if !period.isEmpty {
            name += "."
            name += period
        }
        return name
    }

    /// The name without its wave or year, which quotes the latest: `trust.students.favorable`.
    public var undatedName: String {
        var name = ""
        // A table has thousands of names, which are not to grow piece by piece.
        name.reserveCapacity(subject.utf8.count + group.utf8.count + period.utf8.count + 48)
        if section == .measure { name += "measures." }
        name += subject
        if !group.isEmpty {
            name += "."
            name += group
        }
        name += "."
        name += statistic.rawValue
        if let part {
            name += "-"
            name += String(part)
        }
        return name
    }
}
