import Content
import Evaluation
import Layouts

extension Booklet {
    /// Three strengths, three challenges and three numbers that changed; nil where there is nothing to say yet.
    func glance() throws -> [String: TemplateValue]? {
        let numbers = try changedNumbers()
        let told = Set(numbers.map(\.subject))
        let strengths = try filled(
            sentences(.strength, butOf: told), with: school.plan?.opportunities ?? [])
        let challenges = try filled(
            sentences(.challenge, butOf: told), with: school.plan?.challenges ?? [])
        guard !strengths.isEmpty || !challenges.isEmpty || !numbers.isEmpty else { return nil }
        return [
            "strengths": list(strengths), "challenges": list(challenges),
            "numbers": numbers.isEmpty
                ? .null
                : [
                    "list": .list(
                        numbers.map {
                            [
                                "label": .text($0.label), "before": .text($0.before), "after": .text($0.after),
                                "sentence": .text($0.sentence),
                            ]
                        })
                ],
        ]
    }

    private static var most: Int { 3 }

    /// What the numbers show of a kind, but what the page tells as a changed number, unless there is nothing else.
    private func sentences(_ kind: Finding.Kind, butOf told: Set<String>) throws -> [String] {
        let others = try findings(kind, atMost: Self.most) { told.contains($0.subject) ? nil : try sentence($0) }
        return try others.isEmpty ? findingSentences(kind, atMost: Self.most) : others.map(words.beginning)
    }

    private func list(_ sentences: [String]) -> TemplateValue {
        sentences.isEmpty ? .null : ["list": .list(sentences.map { .text($0) })]
    }

    /// What the numbers show, and after it what the practice has named, up to three in all.
    private func filled(_ sentences: [String], with points: [StrategicPlan.Point]) throws -> [String] {
        let named = try points.prefix(Self.most - sentences.count).map {
            try words("glance.named", ["title": $0.title, "evidence": words.sentence($0.evidence)])
        }
        return sentences + named
    }

    private struct ChangedNumber {
        /// The id of the measure or the domain.
        let subject: String
        let label, before, after, sentence: String
        let weight: Double
    }

    /// The numbers that changed most: measures before domains, and what is told as a change before what may be chance.
    private func changedNumbers() throws -> [ChangedNumber] {
        let measures = try evaluation.measures.rows.compactMap(changedMeasure)
        let domains = try (instrument?.domains ?? []).compactMap(changedDomain)
        let ranked = (measures + domains).enumerated().sorted { left, right in
            left.element.weight == right.element.weight
                ? left.offset < right.offset : left.element.weight > right.element.weight
        }
        return ranked.prefix(Self.most).map(\.element)
    }

    private func changedMeasure(_ row: MeasureTable.Row) throws -> ChangedNumber? {
        guard row.students == .all, row.measure.wantedDirection != nil, let (change, before, after) = row.lastChange,
            change.difference != 0
        else { return nil }
        let verdict = change.verdict
        return ChangedNumber(
            subject: row.measure.rawValue, label: try words("measures.titles.\(row.measure.rawValue)"),
            before: words.number(before.count),
            after: words.number(after.count),
            sentence: try words("glance.measure-\(verdict.key)", ["from": change.from.title, "to": change.to.title]),
            weight: verdict == .notDistinguishable ? 0 : 3)
    }

    /// The group whose score of a domain changed most.
    private func changedDomain(_ domain: Instrument.Domain) throws -> ChangedNumber? {
        let changes = groups.compactMap { group in
            change(of: domain.id, group).flatMap { change in
                change.difference.shown.map { (group: group, change: change, size: abs($0.effect ?? 0)) }
            }
        }
        guard let largest = changes.max(by: { $0.size < $1.size }), let verdict = largest.change.verdict,
            verdict == .higher || verdict == .lower, case .change(_, let from, let to) = largest.change.kind,
            let before = surveys.domain(domain.id, largest.group, wave: from)?.score.shown,
            let after = surveys.domain(domain.id, largest.group, wave: to)?.score.shown
        else { return nil }
        return ChangedNumber(
            subject: domain.id,
            label: try words("glance.domain", ["domain": title(of: domain), "group": words.name(of: largest.group)]),
            before: try text(of: before), after: try text(of: after),
            sentence: try words(
                "glance.domain-\(verdict.key)",
                ["from": title(ofWave: from), "to": title(ofWave: to), "scale": scale(of: domain)]),
            weight: 1 + min(1, largest.size))
    }

    /// The ends of the scale on which a domain is scored: "1 to 5".
    func scale(of domain: Instrument.Domain) throws -> String {
        let codes = instrument?.ratings(in: domain).compactMap(\.rating).flatMap { $0.scale.points.map(\.code) } ?? []
        return try words.range(String(codes.min() ?? 0), String(codes.max() ?? 0))
    }
}
