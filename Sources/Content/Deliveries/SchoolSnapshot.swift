import Dates
import Evaluation

extension School {
    /// What the school's booklet tells, for comparing it with an earlier or a later one.
    public var snapshot: BookletSnapshot {
        var sections: [BookletSnapshot.Section: [BookletSnapshot.Entry]] = [:]
        sections[.profile] = profileEntries
        let isHeld = { (wave: Wave) in
            evaluation.surveys.participation.contains { $0.wave == wave.id && $0.answered != .notAsked }
        }
        sections[.waves] = waves.filter(isHeld).map(entry)
        sections[.plannedWaves] = waves.filter { !isHeld($0) }.map(entry)
        sections[.findings] = evaluation.findings.map(entry)
        sections[.texts] = [("overview", overview), ("findings", findings)].compactMap { name, text in
            text.map { .init(id: name, title: name, detail: SHA256Digest.hex(of: Array($0.html.utf8))) }
        }
        sections[.sessions] = listening.sessions.map(entry)
        sections[.themes] = listening.themes.map { .init(id: $0.title, title: $0.title, detail: $0.summary) }
        sections[.comments] = evaluation.comments.map { comment in
            .init(id: "\(comment.wave), \(comment.group.name), \(comment.item): \(comment.text)", title: comment.text)
        }
        sections[.policies] = policies.map { policy in
            .init(
                id: policy.title, title: policy.title,
                state: policy.kind.rawValue, detail: Self.joined(policy.dated?.iso8601, policy.finding, policy.gap))
        }
        sections[.communicationLines] = protocols.map { line in
            // A line is the same one where another way or another time is agreed for it.
            .init(
                id: "\(line.shared): \(line.sender) → \(line.receiver)", title: line.shared,
                state: line.status.rawValue, detail: Self.joined(line.channel, line.within))
        }
        sections[.support] = support.map { activity in
            .init(
                id: "\(activity.date.iso8601) \(activity.title)", title: activity.title,
                state: activity.kind.rawValue, detail: Self.joined(activity.audience, activity.outcome))
        }
        sections.merge(planEntries) { _, new in new }
        let steps = plan?.goals.flatMap(\.objectives).flatMap { objective in
            objective.steps.map { BookletSnapshot.Step($0, objective: objective.id) }
        }
        return BookletSnapshot(numbers: evaluation.numbers.numbers, sections: sections, steps: steps ?? [])
    }

    private var planEntries: [BookletSnapshot.Section: [BookletSnapshot.Entry]] {
        guard let plan else { return [:] }
        let point = { (point: StrategicPlan.Point) in
            BookletSnapshot.Entry(id: point.id, title: point.title, detail: point.evidence)
        }
        return [
            .challenges: plan.challenges.map(point), .opportunities: plan.opportunities.map(point),
            .goals: plan.goals.map { .init(id: $0.id, title: $0.title, detail: $0.challenge ?? "") },
            .objectives: plan.goals.flatMap(\.objectives).map {
                .init(id: $0.id, title: $0.title, detail: $0.success)
            },
            .revisions: plan.revisions.map { .init(id: $0.date.iso8601, title: $0.summary) },
        ]
    }

    private var profileEntries: [BookletSnapshot.Entry] {
        let values: [(String, String?)] = [
            ("name", profile.name), ("district", profile.district), ("city", profile.city), ("state", profile.state),
            ("level", profile.level.rawValue), ("grades", profile.grades), ("language", profile.language),
            ("sample", profile.isSample ? "true" : nil), ("sros", profile.sroCount.map(String.init)),
            ("sro-program", profile.sroProgram),
        ]
        let enrollment = profile.enrollment.map { year in
            ("enrollment \(year.year.name)", Self.joined("\(year.students)", year.days.map(String.init)))
        }
        return (values + enrollment).compactMap { id, value in value.map { .init(id: id, title: id, state: $0) } }
    }

    private func entry(_ wave: Wave) -> BookletSnapshot.Entry {
        .init(id: wave.id, title: wave.title, state: "\(wave.opened.iso8601)/\(wave.closed.iso8601)")
    }

    private func entry(_ finding: Finding) -> BookletSnapshot.Entry {
        let groups = finding.groups.map(\.name).joined(separator: "-vs-")
        let id = [finding.category.rawValue, finding.subject, groups, finding.period].filter { !$0.isEmpty }
        return .init(id: id.joined(separator: "."), title: finding.subject, state: finding.kind.rawValue)
    }

    /// How many took part is told only where it could not point at one person, and so is who they were.
    private func entry(_ session: Listening.Session) -> BookletSnapshot.Entry {
        let isFew = session.participants < evaluation.rule.minimum(for: session.group)
        return .init(
            id: session.id, title: session.kind.rawValue, state: session.date.iso8601,
            detail: isFew ? "" : "\(session.participants)")
    }

    private static func joined(_ parts: String?...) -> String { parts.map { $0 ?? "" }.joined(separator: "\n") }
}
