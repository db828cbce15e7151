import Content
import Evaluation
import Layouts

extension Booklet {
    /// How the school's domains compare with those of other schools: of its level where enough of them tell the same, of all
    /// schools else; nil where too few tell the same.
    func otherSchools() throws -> [String: TemplateValue]? {
        let rows = try (instrument?.domains ?? []).flatMap { domain in
            try surveys.groups.compactMap { try row(domain, $0) }
        }
        return rows.isEmpty ? nil : ["rows": .list(rows)]
    }

    private func row(_ domain: Instrument.Domain, _ group: ReportingGroup) throws -> TemplateValue? {
        guard let wave = school.waves.last(where: { surveys.domain(domain.id, group, wave: $0.id) != nil }),
            let share = surveys.domain(domain.id, group, wave: wave.id)?.favorable.shown
        else { return nil }
        let scopes: [PracticeSummary.Scope] = [.level(school.profile.level.rawValue), .practice]
        let others = scopes.lazy.compactMap { scope in
            summary.others(
                than: share, in: scope, instrument: wave.instrument.slug, domain: domain.id, group: group)
        }.first
        guard let others else { return nil }
        let scope = others.scope == .practice ? "schools.all" : "schools.same-level"
        return [
            "domain": .text(title(of: domain)), "group": .text(try words.title(of: group)),
            "own": .text(try words.percent(share)), "median": .text(try words.percent(others.median)),
            "quartiles": .text(
                try words.range(words.decimals(others.lowerQuartile, 0), words.percent(others.upperQuartile))),
            "compared": .text(try words(scope, ["count": words.number(others.schools)])),
        ]
    }
}
