import Content
import Evaluation
import Layouts

extension Booklet {
    /// How the school's domains compare with those of other schools: of its level where enough of them tell the same, of all
    /// schools else.
    var comparisonValues: [String: TemplateValue] {
        let rows = (school.waves.last?.instrument.domains ?? []).flatMap { domain in
            school.evaluation.surveys.groups.compactMap { row(domain, $0) }
        }
        return ["has-comparisons": .flag(!rows.isEmpty), "comparisons": .list(rows)]
    }

    private func row(_ domain: Instrument.Domain, _ group: ReportingGroup) -> TemplateValue? {
        let surveys = school.evaluation.surveys
        guard let wave = school.waves.last(where: { surveys.domain(domain.id, group, wave: $0.id) != nil }),
            let share = surveys.domain(domain.id, group, wave: wave.id)?.favorable.shown
        else { return nil }
        let scopes: [PracticeSummary.Scope] = [.level(school.profile.level.rawValue), .practice]
        let others = scopes.lazy.compactMap { scope in
            summary.others(
                than: share, in: scope, instrument: wave.instrument.slug, domain: domain.id, group: group)
        }.first
        guard let others else { return nil }
        return [
            "domain": .text(domain.title), "group": .text(group.title), "own": .text(Self.percent(share)),
            "median": .text(Self.percent(others.median)),
            "quartiles": .text("\(Self.percent(others.lowerQuartile)) to \(Self.percent(others.upperQuartile))"),
            "schools": .number(others.schools),
            "same-level": .flag(others.scope != .practice),
        ]
    }

    private static func percent(_ value: Double) -> String { DecimalText(value).whole + " %" }
}
