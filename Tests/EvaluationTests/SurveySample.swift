import Dates
import Evaluation
import Testing

/// Answers to a questionnaire of three items on a scale of five, of which the two highest are favorable.
struct SurveySample {
    let instrument: Instrument
    let wave: Wave

    init(invited: [StakeholderGroup: Int] = [:]) throws {
        let points = (1...5).map { ResponseScale.Point(code: $0, label: "\($0)", isFavorable: $0 > 3) }
        let groups: [StakeholderGroup] = [.student, .teacher]
        instrument = Instrument(
            slug: "s", title: "S", version: "1", scale: ResponseScale(points: points),
            domains: [.init(id: "d", title: "D", summary: "")], groups: groups,
            items: [
                .init(id: "plain", domain: "d", text: "P", isReversed: false, groups: groups),
                .init(id: "reversed", domain: "d", text: "R", isReversed: true, groups: groups),
                .init(id: "teachers", domain: "d", text: "T", isReversed: false, groups: [.teacher]),
            ])
        let (opened, closed) = (CalendarDate(year: 2025, month: 1, day: 6), CalendarDate(year: 2025, month: 1, day: 31))
        wave = Wave(
            id: "w", title: "W", opened: try #require(opened), closed: try #require(closed), invited: invited)
    }

    /// Students' answers to the plain and the reversed item; 255 where one was not given.
    func students(_ answers: [(UInt8, UInt8)]) -> SurveyResponses {
        SurveyResponses(
            wave: "w", group: .student, items: ["plain", "reversed"], respondentCount: answers.count,
            answers: answers.flatMap { [$0.0, $0.1] })
    }

    func results(_ responses: [SurveyResponses], rule: DisclosureRule = DisclosureRule()) -> SurveyResults {
        SurveyResults(instrument: instrument, waves: [wave], responses: responses, rule: rule)
    }

    func participation(_ answered: Int?) -> Participation? {
        let responses = answered.map { [students(Array(repeating: (4, 2), count: $0))] } ?? []
        return results(responses).participation.first { $0.group == .student }
    }
}
