import Content
import Evaluation
import Layouts

extension Booklet {
    /// Who was asked and who answered; nil where nobody was asked anything.
    func listening() throws -> [String: TemplateValue]? {
        let participation = surveys.participation.filter { $0.invited != nil || $0.answered != .notAsked }
        let sessions = school.listening.sessions
        guard isSurveyed || !sessions.isEmpty || !school.policies.isEmpty else { return nil }
        return [
            "has-surveys": .flag(isSurveyed),
            "instrument": .optional(
                try instrument.map {
                    try words(
                        "listening.instrument", ["title": $0.title.text(in: words.language), "version": $0.version])
                }),
            "waves": .list(
                try school.waves.map { wave in
                    .text(
                        try words(
                            "listening.wave",
                            ["wave": wave.title, "first": words.date(wave.opened), "last": words.date(wave.closed)]))
                }),
            "participation": .list(try participation.map(row)),
            "charts": try responseChart(participation),
            "has-sessions": .flag(!sessions.isEmpty),
            "sessions": .list(try sessions.map(session)),
            "documents": .optional(
                school.policies.isEmpty ? nil : try words("listening.documents", count: school.policies.count)),
        ]
    }

    private func row(_ participation: Participation) throws -> TemplateValue {
        [
            "wave": .text(title(ofWave: participation.wave)), "group": .text(try words.title(of: participation.group)),
            "invited": .text(try participation.invited.map(words.number) ?? words("listening.not-on-record")),
            "answered": .text(try answered(participation)),
            "rate": .text(try rate(participation.responseRate)),
        ]
    }

    /// How many answered; where that is not told, how many they are fewer than, unless another reason withholds it.
    func answered(_ participation: Participation) throws -> String {
        let isReleased = evaluation.withheldByRelease.contains(
            .survey(wave: participation.wave, participation.group))
        let few = isReleased ? NumberMark.withheld : try fewer(than: minimum(of: participation.group))
        return try words.mark(participation.answered, withheld: few) { words.number($0) }
    }

    private func fewer(than count: Int) throws -> String {
        try words("number.fewer-than", ["number": words.number(count)])
    }

    /// A response rate; of a survey that nobody answered it is zero.
    private func rate(_ rate: Reported<Double>?) throws -> String {
        if rate == .noAnswers { return try words.percent(0) }
        return try words.mark(rate ?? .notAsked) { try words.percent(100 * $0) }
    }

    private func session(_ session: Listening.Session) throws -> TemplateValue {
        let group = listeningGroup(of: session.group)
        // How many took part is told only where it could not point at one person.
        let isFew = session.participants < minimum(of: group)
        return [
            "kind": .text(try words("sessions.\(session.kind.rawValue)")),
            "group": .text(try words.title(of: group)), "date": .text(words.date(session.date)),
            "participants": .text(
                isFew ? try fewer(than: minimum(of: group)) : words.number(session.participants)),
        ]
    }

    /// The group that is named for those who spoke: administrators and SROs apart only where many of each were listened to,
    /// since of one or two of them everything said would be one person's word.
    private func listeningGroup(of group: StakeholderGroup) -> ReportingGroup {
        let leaders: [StakeholderGroup] = [.administrator, .sro]
        let areMany = leaders.allSatisfy { listenedTo($0) >= evaluation.rule.minimum(for: $0) }
        return leaders.contains(group) && !areMany ? .leadership : .stakeholders(group)
    }

    /// How many people of a group were listened to at least: those of the largest session, as the same people may have come to
    /// several, and no more officers than the school has.
    private func listenedTo(_ group: StakeholderGroup) -> Int {
        let largest = school.listening.sessions.filter { $0.group == group }.map(\.participants).max() ?? 0
        return group == .sro ? min(largest, school.profile.sroCount ?? largest) : largest
    }

    /// The groups that may be named beside a theme: of a group with whom few people spoke, it would be one person's word.
    func groupsNamed(by theme: Listening.Theme) -> [ReportingGroup] {
        Set(theme.raisedBy.map(listeningGroup)).sorted().filter { group in
            group.members.reduce(0) { $0 + listenedTo($1) } >= minimum(of: group)
        }
    }
}
