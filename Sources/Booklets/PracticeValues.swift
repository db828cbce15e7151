import Content
import Dates
import Evaluation
import Layouts

extension Booklet {
    /// Interviews, focus groups and discussions, and what came of them.
    var listeningValues: [String: TemplateValue] {
        [
            "has-listening": .flag(!school.listening.sessions.isEmpty || !school.listening.themes.isEmpty),
            "has-sessions": .flag(!school.listening.sessions.isEmpty),
            "sessions": .list(
                school.listening.sessions.map { session in
                    // How many took part is told only where it could not point at one person.
                    let few = session.participants < rule.minimum(for: session.group)
                    return [
                        "kind": .text(Self.words(session.kind.rawValue)), "group": .text(session.group.title),
                        "date": .text(text(session.date)),
                        "participants": .text(
                            few ? "fewer than \(rule.minimum(for: session.group))" : Self.grouped(session.participants)),
                    ]
                }),
            "themes": .list(
                school.listening.themes.map { theme in
                    [
                        "title": .text(theme.title), "summary": .text(theme.summary),
                        "raised-by": .optional(
                            theme.raisedBy.isEmpty ? nil : theme.raisedBy.map(\.title).joined(separator: ", ")),
                    ]
                }),
        ]
    }

    /// Policies reviewed, lines of communication, and support given.
    var practiceValues: [String: TemplateValue] {
        [
            "has-policies": .flag(!school.policies.isEmpty),
            "policies": .list(
                school.policies.map { policy in
                    [
                        "title": .text(policy.title), "kind": .text(Self.words(policy.kind.rawValue)),
                        "dated": .optional(policy.dated.map(text)), "finding": .text(policy.finding),
                        "gap": .optional(policy.gap),
                    ]
                }),
            "has-protocols": .flag(!school.protocols.isEmpty),
            "protocols": .list(
                school.protocols.map { line in
                    [
                        "shared": .text(line.shared), "by": .text(line.sender), "to": .text(line.receiver),
                        "how": .text(line.channel), "within": .text(line.within),
                        "status": .text(Self.words(line.status.rawValue)),
                    ]
                }),
            "has-support": .flag(!school.support.isEmpty),
            "support": .list(
                school.support.map { activity in
                    [
                        "date": .text(text(activity.date)), "kind": .text(Self.words(activity.kind.rawValue)),
                        "title": .text(activity.title), "audience": .text(activity.audience),
                        "outcome": .optional(activity.outcome),
                    ]
                }),
        ]
    }

    /// What was counted, by school year.
    var measureValues: [String: TemplateValue] {
        let table = MeasureTable(school.measures, rule: rule)
        let few = "fewer than \(rule.studentsAndFamilies)"
        return [
            "has-measures": .flag(!table.rows.isEmpty),
            "periods": .list(table.periods.map { .text($0.title) }),
            "measures": .list(
                table.rows.map { row in
                    [
                        "title": .text(row.measure.title),
                        "counts": .list(
                            row.counts.map { count in
                                .text(count.map { Self.text($0, few: few) { Self.grouped($0) } } ?? Self.noneMark)
                            }),
                    ]
                }),
        ]
    }

    /// A name of the content's in words: `focus-group` is "Focus group".
    static func words(_ name: String) -> String {
        let words = name.replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
