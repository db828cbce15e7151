import Evaluation

/// Reads interviews.yaml.
enum ListeningReader {
    static func read(_ keys: YAMLMapping) -> Listening? {
        let sessions = keys.optional("sessions", .mappings(distinct: "id"))?.compactMap(readSession) ?? []
        let themes = keys.optional("themes", .mappings)?.compactMap { readTheme($0, sessions: sessions) } ?? []
        return Listening(sessions: sessions.sorted { ($0.date, $0.id) < ($1.date, $1.id) }, themes: themes)
    }

    private static func readSession(_ keys: YAMLMapping) -> Listening.Session? {
        let id = keys.required("id", .text)
        let kind: Listening.Kind? = keys.required("kind", .name)
        let group: StakeholderGroup? = keys.required("group", .name)
        let date = keys.required("date", .date)
        let participants = keys.required("participants", .integer(1...100_000))
        keys.reportUnknownKeys()
        guard let id, let kind, let group, let date, let participants else { return nil }
        return Listening.Session(id: id, kind: kind, group: group, date: date, participants: participants)
    }

    private static func readTheme(_ keys: YAMLMapping, sessions: [Listening.Session]) -> Listening.Theme? {
        let title = keys.required("title", .text)
        let summary = keys.required("summary", .text)
        let raisedBy = keys.optional("raised-by", .names)
        for id in keys.optional("sessions", .texts) ?? [] where !sessions.contains(where: { $0.id == id }) {
            keys.reader.report(keys.value(of: "sessions"), "there is no session \"\(id)\"")
        }
        keys.reportUnknownKeys()
        guard let title, let summary else { return nil }
        return Listening.Theme(title: title, summary: summary, raisedBy: (raisedBy ?? []).sorted())
    }
}
