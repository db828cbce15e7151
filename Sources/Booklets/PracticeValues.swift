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
                    let group = listeningGroup(of: session.group)
                    // How many took part is told only where it could not point at one person.
                    let few = session.participants < minimum(of: group)
                    return [
                        "kind": .text(Self.words(session.kind.rawValue)), "group": .text(group.title),
                        "date": .text(text(session.date)),
                        "participants": .text(
                            few ? "fewer than \(minimum(of: group))" : Self.grouped(session.participants)),
                    ]
                }),
            "themes": .list(
                school.listening.themes.map { theme in
                    let groups = groupsNamed(by: theme)
                    return [
                        "title": .text(theme.title), "summary": .text(theme.summary),
                        "raised-by": .optional(
                            groups.isEmpty ? nil : groups.map(\.title).joined(separator: ", ")),
                    ]
                }),
        ]
    }

    /// The group that is named for those who spoke: administrators and SROs apart only where many of each were listened to,
    /// since of one or two of them everything said would be one person's word.
    private func listeningGroup(of group: StakeholderGroup) -> ReportingGroup {
        let leaders: [StakeholderGroup] = [.administrator, .sro]
        let areMany = leaders.allSatisfy { listenedTo($0) >= school.evaluation.rule.minimum(for: $0) }
        return leaders.contains(group) && !areMany ? .leadership : .stakeholders(group)
    }

    /// How many people of a group were listened to at least: those of the largest session, as the same people may have come to
    /// several, and no more officers than the school has.
    private func listenedTo(_ group: StakeholderGroup) -> Int {
        let largest = school.listening.sessions.filter { $0.group == group }.map(\.participants).max() ?? 0
        return group == .sro ? min(largest, school.profile.sroCount ?? largest) : largest
    }

    /// The groups that may be named beside a theme: of a group with whom few people spoke, it would be one person's word.
    private func groupsNamed(by theme: Listening.Theme) -> [ReportingGroup] {
        Set(theme.raisedBy.map(listeningGroup)).sorted().filter { group in
            group.members.reduce(0) { $0 + listenedTo($1) } >= minimum(of: group)
        }
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
        let table = school.evaluation.measures
        return [
            "has-measures": .flag(!table.rows.isEmpty),
            "periods": .list(table.periods.map { .text($0.title) }),
            "measures": .list(
                table.rows.map { row in
                    [
                        "title": .text(row.measure.title),
                        "students": .optional(row.students == .all ? nil : Self.words(row.students.name)),
                        "counts": .list(
                            row.years.map { year in
                                .text(year.words { Self.grouped($0.count) })
                            }),
                    ]
                }),
        ]
    }

    /// A name of the content's in words: `focus-group` is "Focus group".
    static func words(_ name: String) -> String {
        let words = name.replacing("-", with: " ").replacing("+", with: ", ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
