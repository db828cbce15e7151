import CSV
import Evaluation

/// All numbers of a booklet as files for other programs, after disclosure control and in full precision.
public enum NumberFiles {
    /// The columns of the CSV and the keys of each number in the JSON, with what they hold.
    public static let columns: [(name: String, meaning: String)] = [
        ("name", "The name that the number is quoted by; each name once."),
        (
            "section",
            "What the number is about: \(ReportedNumber.Section.allCases.map(\.rawValue).joined(separator: ", "))."
        ),
        ("subject", "The id of the item, domain or measure; survey for a whole survey; plan for the plan."),
        ("group", "Who it is about: a group, two for a gap, students of a kind; empty where it is about nobody."),
        ("period", "The wave or the school year; of a change the later one."),
        ("statistic", "Which number it is; see the dictionary."),
        (
            "part",
            "Which option of an item with options, or which point of a scale, from 1; empty for all other numbers."
        ),
        (
            "status",
            """
            told; at-most or at-least, where only a bound is told; suppressed, where people could be picked out; not-asked, \
            where there is no such number, since nobody was asked, nothing counted, or it would mean nothing; no-answers, \
            where people were asked and nobody answered.
            """
        ),
        ("value", "The number in full precision; empty where it is not told. A true zero is 0."),
        (
            "step",
            "What the number was rounded to a multiple of, so that nobody can be picked out; empty where it was not."
        ),
        ("unit", "How the number is written."),
    ]

    /// A number in the fewest digits that give it back.
    static func exact(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
    }
}
