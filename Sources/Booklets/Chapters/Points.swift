import Content
import Evaluation
import Layouts

extension Booklet {
    /// Challenges and opportunities with their evidence, and what else the numbers show; nil where nothing is named.
    func points() throws -> [String: TemplateValue]? {
        let challenges = school.plan?.challenges ?? []
        let opportunities = school.plan?.opportunities ?? []
        let shown = try Finding.Kind.allCases.compactMap(shown)
        guard !challenges.isEmpty || !opportunities.isEmpty || !shown.isEmpty else { return nil }
        return [
            "challenges": list(challenges), "opportunities": list(opportunities), "has-shown": .flag(!shown.isEmpty),
            "shown": .list(shown),
        ]
    }

    /// Points as a section that is there only where there are any.
    private func list(_ points: [StrategicPlan.Point]) -> TemplateValue {
        points.isEmpty
            ? .null
            : [
                "points": .list(
                    points.map { ["title": .text($0.title), "evidence": .text(words.sentence($0.evidence))] })
            ]
    }

    /// How many findings of a kind are told: by sentences of their own, by groups of people, and of each group.
    private static var most: (sentences: Int, groups: Int, ofGroup: Int) { (4, 3, 3) }

    /// What the numbers show of a kind: a group's questions that are high, low or undecided below one sentence, everything else
    /// in a sentence of its own; nil where they show nothing.
    private func shown(_ kind: Finding.Kind) throws -> TemplateValue? {
        let told = Set(partnershipRows == nil ? [] : widestGaps.map(\.subject))
        let all = try findings(kind, atMost: .max) { finding in
            told.contains(finding.subject) ? nil : try sentence(finding).map { (finding: finding, sentence: $0) }
        }
        guard !all.isEmpty else { return nil }
        let levels = all.filter { $0.finding.isLevel }
        var groups: [ReportingGroup] = []
        for level in levels where !groups.contains(level.finding.groups[0]) { groups.append(level.finding.groups[0]) }
        var count = 0
        var entries: [TemplateValue] = all.filter { !$0.finding.isLevel }.prefix(Self.most.sentences).map {
            count += 1
            return entry($0.sentence)
        }
        for group in groups.prefix(Self.most.groups) {
            let own = levels.filter { $0.finding.groups[0] == group }.prefix(Self.most.ofGroup)
            count += own.count
            if own.count == 1 {
                entries.append(entry(own[0].sentence))
            } else {
                entries.append(
                    entry(
                        try words("points.several.\(kind.rawValue)", ["group": words.name(of: group)]),
                        try own.compactMap { try line($0.finding).map(words.beginning) }))
            }
        }
        return [
            "title": .text(try words("points.shown.\(kind.rawValue)")), "sentences": .list(entries),
            "more": .optional(all.count == count ? nil : try words("points.more", count: all.count - count)),
        ]
    }

    private func entry(_ text: String, _ lines: [String] = []) -> TemplateValue {
        [
            "text": .text(words.beginning(text)), "has-lines": .flag(!lines.isEmpty),
            "lines": .list(lines.map { .text($0) }),
        ]
    }
}

extension Finding {
    /// Whether it says how many of a group answered a question in some way, rather than what changed or who differs.
    fileprivate var isLevel: Bool {
        groups.count == 1 && category != .progress && category != .setback
    }
}
