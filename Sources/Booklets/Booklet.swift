import Content
import Dates
import Evaluation
import Layouts

/// One school's report: what its template is given, all of it after disclosure control.
struct Booklet: Sendable {
    let school: School
    /// How all schools compare.
    let summary: PracticeSummary

    private var rule: DisclosureRule { school.evaluation.rule }

    var values: [String: TemplateValue] {
        var values: [String: TemplateValue] = [
            "language": .text(school.profile.language), "date-text": .optional(school.date.map(text)),
            "school": profile, "overview": .optional(school.overview?.html),
            "threshold": .text(threshold), "event-threshold": .number(rule.studentsAndFamilies),
            "folds-leaders": .flag(school.evaluation.surveys.groups.contains(.leadership)),
            "officers-agreed": .flag(school.evaluation.openGroups.contains(.stakeholders(.sro))),
            "waves": .list(school.waves.map(wave)),
            "has-surveys": .flag(school.evaluation.surveys.participation.contains { $0.answered != .notAsked }),
        ]
        values.merge(surveyValues) { _, new in new }
        values.merge(choiceValues) { _, new in new }
        values.merge(wordValues) { _, new in new }
        values.merge(listeningValues) { _, new in new }
        values.merge(practiceValues) { _, new in new }
        values.merge(measureValues) { _, new in new }
        values.merge(planValues) { _, new in new }
        values.merge(comparisonValues) { _, new in new }
        return values
    }

    /// From how many answers on a result is shown, as it completes "fewer than … answered".
    private var threshold: String {
        rule.staff == rule.studentsAndFamilies
            ? "\(rule.staff) people"
            : "\(rule.studentsAndFamilies) students or parents, or \(rule.staff) members of staff,"
    }

    func text(_ date: CalendarDate) -> String { date.longText(language: school.profile.language) }

    private var profile: TemplateValue {
        let profile = school.profile
        return [
            "name": .text(profile.name), "district": .text(profile.district), "city": .text(profile.city),
            "state": .text(profile.state), "grades": .text(profile.grades),
            "level": .text(profile.level == .combined ? "Combined" : profile.level.rawValue.capitalized),
            "sample": .flag(profile.isSample),
            "sros": .optional(profile.sroCount.map { $0 == 0 ? "None" : String($0) }),
            "sro-program": .optional(profile.sroProgram),
            "has-enrollment": .flag(!profile.enrollment.isEmpty),
            "enrollment": .list(
                profile.enrollment.map { year in
                    [
                        "year": .text(year.year.title), "students": .text(Self.grouped(year.students)),
                        "days": .optional(year.days.map(String.init)),
                    ]
                }),
        ]
    }

    private func wave(_ wave: Wave) -> TemplateValue {
        ["title": .text(wave.title), "opened": .text(text(wave.opened)), "closed": .text(text(wave.closed))]
    }

    /// A number with a comma between thousands, as US readers write it.
    static func grouped(_ number: Int) -> String { DecimalText(Double(number)).whole }
}
