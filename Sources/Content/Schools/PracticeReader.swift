/// Reads policies.yaml, protocols.yaml and support.yaml.
enum PracticeReader {
    static func policies(_ keys: YAMLMapping) -> [ReviewedPolicy]? {
        keys.required("reviewed", .mappings)?.compactMap { entry in
            let title = entry.required("title", .text)
            let kind: ReviewedPolicy.Kind? = entry.required("kind", .name)
            let dated = entry.optional("dated", .date)
            let finding = entry.required("finding", .text)
            let gap = entry.optional("gap", .text)
            entry.reportUnknownKeys()
            guard let title, let kind, let finding else { return nil }
            return ReviewedPolicy(title: title, kind: kind, dated: dated, finding: finding, gap: gap)
        }
    }

    static func protocols(_ keys: YAMLMapping) -> [CommunicationLine]? {
        keys.required("lines", .mappings)?.compactMap { entry in
            let shared = entry.required("shared", .text)
            let sender = entry.required("by", .text)
            let receiver = entry.required("to", .text)
            let channel = entry.required("how", .text)
            let within = entry.required("within", .text)
            let status: CommunicationLine.Status? = entry.required("status", .name)
            entry.reportUnknownKeys()
            guard let shared, let sender, let receiver, let channel, let within, let status else { return nil }
            return CommunicationLine(
                shared: shared, sender: sender, receiver: receiver, channel: channel, within: within, status: status)
        }
    }

    static func support(_ keys: YAMLMapping) -> [SupportActivity]? {
        let activities = keys.required("activities", .mappings)?.compactMap { entry -> SupportActivity? in
            let date = entry.required("date", .date)
            let kind: SupportActivity.Kind? = entry.required("kind", .name)
            let title = entry.required("title", .text)
            let audience = entry.required("audience", .text)
            let hours = entry.optional("hours", .number)
            let outcome = entry.optional("outcome", .text)
            entry.reportUnknownKeys()
            guard let date, let kind, let title, let audience else { return nil }
            return SupportActivity(
                date: date, kind: kind, title: title, audience: audience, hours: hours, outcome: outcome)
        }
        return activities?.sorted { ($0.date, $0.title) < ($1.date, $1.title) }
    }
}
