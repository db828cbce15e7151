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
    public var name: String { undatedName + nameEnding }

    /// The name without its wave or year, which quotes the latest: `trust.students.favorable`.
    public var undatedName: String {
        let statistic = nameBeginning + statistic.rawValue
        return part.map { statistic + "-" + String($0) } ?? statistic
    }

    /// What stands in the name before the statistic: `trust.students.`.
    public var nameBeginning: String {
        (section == .measure ? "measures." : "") + subject + "." + (group.isEmpty ? "" : group + ".")
    }

    /// What stands in the name after the statistic and the part: `.baseline`; empty where there is no wave or year.
    public var nameEnding: String { period.isEmpty ? "" : "." + period }
}
