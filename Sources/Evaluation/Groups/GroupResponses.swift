/// All answers of one reported group in one wave, before disclosure control.
struct GroupResponses: Sendable {
    let wave: String
    let group: ReportingGroup
    let respondentCount: Int
    private let parts: [SurveyResponses]

    /// The answers of a group, or nil where nobody of it was asked in the wave.
    init?(of group: ReportingGroup, in wave: String, from responses: [SurveyResponses]) {
        let parts = responses.filter { $0.wave == wave && group.members.contains($0.group) }
        guard !parts.isEmpty else { return nil }
        self.wave = wave
        self.group = group
        self.parts = parts
        respondentCount = parts.reduce(0) { $0 + $1.respondentCount }
    }

    /// The codes of an item, one for each respondent; nil where nobody was asked it.
    func codes(of item: String) -> [UInt8]? {
        guard parts.count > 1 else { return parts[0].codes[item] }
        guard parts.contains(where: { $0.codes[item] != nil }) else { return nil }
        return parts.flatMap { part in
            part.codes[item] ?? [UInt8](repeating: SurveyResponses.missing, count: part.respondentCount)
        }
    }

    /// The options chosen of an item, one set for each respondent; nil where nobody was asked it.
    func selections(of item: String) -> [UInt64]? {
        guard parts.contains(where: { $0.selections[item] != nil }) else { return nil }
        return parts.flatMap { part in part.selections[item] ?? [UInt64](repeating: 0, count: part.respondentCount) }
    }

    /// The comments on an item, empty ones left out.
    func comments(on item: String) -> [String] {
        parts.flatMap { $0.comments[item] ?? [] }
    }

    /// What became of the rows of the exports.
    var dispositions: [CaseDispositions] { parts.map(\.dispositions) }
}
