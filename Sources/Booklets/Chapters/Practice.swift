import Content
import Evaluation
import Layouts

extension Booklet {
    /// The policies, procedures and practices that were reviewed; nil where none were.
    func policies() throws -> [String: TemplateValue]? {
        guard !school.policies.isEmpty else { return nil }
        return [
            "rows": .list(
                try school.policies.map { policy in
                    let kind = try words("policies.kinds.\(policy.kind.rawValue)")
                    return [
                        "title": .text(policy.title),
                        "kind": .text(
                            try policy.dated.map {
                                try words("policies.dated", ["kind": kind, "date": words.date($0)])
                            }
                                ?? kind),
                        "finding": .text(policy.finding), "gap": .text(policy.gap ?? NumberMark.none),
                    ]
                })
        ]
    }

    /// The lines of communication; nil where none is on record.
    func lines() throws -> [String: TemplateValue]? {
        guard !school.protocols.isEmpty else { return nil }
        let counts = CommunicationLine.Status.allCases.map { status in
            (status, school.protocols.count { $0.status == status })
        }
        return [
            "summary": .text(
                try words.sentence(
                    words.beginning(
                        words.list(
                            counts.filter { $0.1 > 0 }.map { try words("lines.count.\($0.0.rawValue)", count: $0.1) })))
            ),
            "rows": .list(
                try school.protocols.map { line in
                    [
                        "shared": .text(line.shared), "by": .text(line.sender), "to": .text(line.receiver),
                        "how": .text(line.channel), "within": .text(line.within),
                        "status": .text(try words("lines.status.\(line.status.rawValue)")),
                        "state": .text(line.status.rawValue),
                    ]
                }),
        ]
    }

    /// What the practice did to support the plan; nil where nothing is on record.
    func support() throws -> [String: TemplateValue]? {
        guard !school.support.isEmpty else { return nil }
        let hours = school.support.compactMap(\.hours).reduce(0, +)
        let list = try words.list(supportCounts())
        let decimals = hours == hours.rounded() ? 0 : 1
        return [
            "summary": .text(
                hours == 0
                    ? try words("support.summary", ["list": list])
                    : try words(
                        "support.summary-with-hours", count: hours == 1 ? 1 : 2,
                        ["list": list, "hours": words.decimals(hours, decimals)])),
            "rows": .list(
                try school.support.map { activity in
                    [
                        "date": .text(words.date(activity.date)),
                        "kind": .text(try words("support.kinds.\(activity.kind.rawValue)")),
                        "title": .text(activity.title), "audience": .text(activity.audience),
                        "outcome": .text(activity.outcome ?? NumberMark.none),
                    ]
                }),
        ]
    }

    /// How often there was support of each kind, in words.
    func supportCounts() throws -> [String] {
        try SupportActivity.Kind.allCases.compactMap { kind in
            let count = school.support.count { $0.kind == kind }
            return count == 0 ? nil : try words("support.count.\(kind.rawValue)", count: count)
        }
    }
}
