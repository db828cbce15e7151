import Content
import Dates
import Evaluation
import Layouts

extension Booklet {
    /// What changed since the last version that was delivered, and how the plan was revised; nil where neither is the case.
    func changes() throws -> [String: TemplateValue]? {
        let revisions = school.plan?.revisions ?? []
        let since = try changesSince()
        guard !revisions.isEmpty || since != nil else { return nil }
        return [
            "since": since ?? .null,
            "revisions": revisions.isEmpty
                ? .null
                : [
                    "list": .list(
                        revisions.map {
                            ["date": .text(words.date($0.date)), "summary": .text(words.sentence($0.summary))]
                        })
                ],
        ]
    }

    /// The changes since the version before; nil for the first version.
    private func changesSince() throws -> TemplateValue? {
        guard let previous = school.edition.previous, let changes = school.edition.changes else { return nil }
        let sentences =
            try waveSentences(changes) + numberSentences(changes) + wordSentences(changes) + stepSentences(changes)
        return [
            "title": .text(
                try words(
                    "changes.since", ["version": words.number(previous.version), "date": words.date(previous.date)])),
            "sentences": .list((sentences.isEmpty ? [try words("changes.nothing")] : sentences).map { .text($0) }),
        ]
    }

    private func waveSentences(_ changes: BookletChanges) throws -> [String] {
        try changes[.waves].added.map { try words("changes.wave", ["title": $0.title]) }
    }

    /// How many numbers are new, differ, or are told no longer: which they are, the tables show.
    private func numberSentences(_ changes: BookletChanges) throws -> [String] {
        let kinds: [(String, NumberChange.Kind)] = [("new", .new), ("changed", .changed), ("withdrawn", .withdrawn)]
        return try [("domains", changes.domains), ("measures", changes.measures)].flatMap { subject, numbers in
            try kinds.compactMap { name, kind in
                let count = numbers.count { $0.kind == kind }
                return count == 0 ? nil : try words("changes.\(subject).\(name)", count: count)
            }
        }
    }

    private func wordSentences(_ changes: BookletChanges) throws -> [String] {
        let listed: [(BookletSnapshot.Section, String)] = [
            (.challenges, "challenge"), (.opportunities, "opportunity"), (.goals, "goal"), (.policies, "policy"),
            (.themes, "theme"),
        ]
        let added = try listed.flatMap { section, name in
            try changes[section].added.map { try words("changes.added.\(name)", ["title": $0.title]) }
        }
        let lines = try changes[.communicationLines].newStates.map { change in
            try words(
                "changes.line",
                [
                    "title": change.after.title, "before": words.inText(words("lines.status.\(change.before.state)")),
                    "after": words.inText(words("lines.status.\(change.after.state)")),
                ])
        }
        let support = changes[.support].added.count
        let comments = changes[.comments].added.count
        return try added + lines
            + (support == 0 ? [] : [words("changes.support", count: support)])
            + (comments == 0 ? [] : [words("changes.comments", count: comments)])
    }

    private func stepSentences(_ changes: BookletChanges) throws -> [String] {
        let steps = changes.steps
        let status = try steps.newStatus.map { change in
            try words(
                "changes.status",
                [
                    "title": change.after.title,
                    "before": words.inText(words("plan.status.\(change.before.status.rawValue)")),
                    "after": words.inText(words("plan.status.\(change.after.status.rawValue)")),
                ])
        }
        let due = try steps.newDueDate.map { change in
            try words(
                "changes.due",
                ["title": change.after.title, "before": date(change.before.due), "after": date(change.after.due)])
        }
        let owner = try steps.newOwner.map { change in
            try words("changes.owner", ["title": change.after.title, "after": change.after.owner])
        }
        let added = try steps.added.map { try words("changes.step-added", ["title": $0.title]) }
        let removed = try steps.removed.map { try words("changes.step-removed", ["title": $0.title]) }
        return status + due + owner + added + removed
    }

    /// A day as ISO 8601 writes it, in words.
    private func date(_ text: String) -> String { CalendarDate(iso8601: text).map(words.date) ?? text }

    private var earlierDeliveries: [Delivery] { school.deliveries.filter { $0.version < school.edition.version } }

    /// Whether the practice wants a change log and there is something in it.
    var hasChangeLog: Bool { settings.hasChangeLog && !earlierDeliveries.isEmpty }

    /// The versions that were delivered before this one, where the practice wants a change log.
    func changeLog() throws -> TemplateValue {
        guard hasChangeLog else { return .null }
        return [
            "rows": .list(
                earlierDeliveries.map { delivery in
                    [
                        "version": .text(words.number(delivery.version)), "date": .text(words.date(delivery.date)),
                        "audience": .text(delivery.audience),
                    ]
                })
        ]
    }
}
