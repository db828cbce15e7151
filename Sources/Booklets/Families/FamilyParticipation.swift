import Evaluation
import Layouts

/// Who was asked, and who answered.
extension FamilySummary {
    /// The last survey that was held, and how often there were conversations; nil where nobody was asked anything.
    func asked() throws -> TemplateValue? {
        let last = booklet.surveys.participation.last { $0.answered != .notAsked }?.wave
        let wave = school.waves.first { $0.id == last }
        let sessions = school.listening.sessions.count
        guard wave != nil || sessions > 0 else { return nil }
        let rows = booklet.surveys.participation.filter { $0.wave == last && $0.answered != .notAsked }
        let answered = try rows.map(booklet.answered)
        return [
            "period": .optional(try wave.map(period)), "has-rows": .flag(!rows.isEmpty),
            "rows": .list(
                try zip(rows, answered).map { row, answered in
                    [
                        "group": .text(try words.title(of: row.group)),
                        "invited": .text(try row.invited.map(words.number) ?? words("listening.not-on-record")),
                        "answered": .text(answered),
                    ]
                }),
            "has-withheld": .flag(answered.contains(NumberMark.withheld)),
            "sessions": .optional(sessions == 0 ? nil : try words("families.asked.sessions", count: sessions)),
        ]
    }

    private func period(of wave: Wave) throws -> String {
        try words(
            "families.asked.\(wave.opened == wave.closed ? "day" : "period")",
            ["first": words.date(wave.opened), "last": words.date(wave.closed)])
    }
}
