import Dates
import Testing

@testable import Evaluation

/// A questionnaire of three ratings in one domain, one choice, several choices and a comment, and schools that answered it.
enum EvaluationSample {
    static let scale = ResponseScale(
        points: [
            .init(code: 1, label: "No", valence: .unfavorable),
            .init(code: 2, label: "Rather no", valence: .unfavorable),
            .init(code: 3, label: "Neither", valence: .neutral),
            .init(code: 4, label: "Rather yes", valence: .favorable),
            .init(code: 5, label: "Yes", valence: .favorable),
        ], nonSubstantive: [.init(code: 9, label: "I don't know", kind: .dontKnow)])

    static func rating(_ id: String, isReversed: Bool = false, groups: [StakeholderGroup] = allGroups) -> Item {
        Item(
            id: id, domain: "trust", text: .init("About \(id)"),
            kind: .rating(.init(scale: scale, isReversed: isReversed)), groups: groups)
    }

    static let allGroups: [StakeholderGroup] = [.student, .teacher, .administrator, .sro]

    static let instrument = instrument([
        rating("a"), rating("b"), rating("r", isReversed: true),
        Item(
            id: "role", domain: nil, text: "Your role",
            kind: .singleChoice([.init(code: 0, label: "One"), .init(code: 1, label: "Other")]),
            groups: allGroups),
        Item(
            id: "wishes", domain: nil, text: "Your wishes",
            kind: .multipleChoice([.init(code: 0, label: "Talks"), .init(code: 1, label: "Games")]), groups: allGroups),
        Item(id: "words", domain: nil, text: "Anything else?", kind: .comment, groups: allGroups),
    ])

    static func instrument(_ items: [Item], slug: String = "climate") -> Instrument {
        Instrument(
            slug: slug, title: "Climate", version: "1", domains: [.init(id: "trust", title: "Trust")],
            groups: allGroups, items: items)
    }

    static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso8601: text)) }

    static func wave(
        _ id: String = "w1", _ date: String = "2025-01-06", instrument: Instrument = instrument,
        invited: [StakeholderGroup: Int] = [:]
    ) throws -> Wave {
        Wave(
            id: id, title: id.uppercased(), opened: try day(date), closed: try day(date), instrument: instrument,
            invited: invited)
    }

    /// Answers of a group in which every column has one code for each respondent.
    static func responses(
        _ group: StakeholderGroup, wave: String = "w1", _ codes: [String: [UInt8]]
    ) -> SurveyResponses {
        SurveyResponses(
            wave: wave, group: group, respondentCount: codes.values.first?.count ?? 0, codes: codes)
    }

    /// Students' answers.
    static func responses(wave: String = "w1", _ codes: [String: [UInt8]]) -> SurveyResponses {
        responses(.student, wave: wave, codes)
    }

    /// So many answers of each code.
    static func codes(_ counts: (UInt8, Int)...) -> [UInt8] {
        counts.flatMap { [UInt8](repeating: $0.0, count: $0.1) }
    }

    static func record(_ responses: SurveyResponses..., waves: [Wave]? = nil) throws -> SchoolRecord {
        var record = SchoolRecord()
        record.waves = try waves ?? [wave()]
        record.responses = responses
        return record
    }

    /// What is told of item `a` to a group of these answers.
    static func share(
        _ codes: [UInt8], of group: StakeholderGroup = .student, invited: Int? = nil
    ) throws -> Reported<PublishedShare> {
        let wave = try wave(invited: invited.map { [group: $0] } ?? [:])
        let record = try record(responses(group, ["a": codes]), waves: [wave])
        return try #require(SchoolEvaluation(record).surveys.rating("a", .stakeholders(group), wave: "w1")).share
    }
}

extension SchoolEvaluation {
    /// A number by its name, as it is told.
    func number(_ name: String) throws -> ReportedNumber { try #require(NumberIndex(numbers)[name], "\(name)") }

    func value(_ name: String) throws -> Double { try #require(try number(name).value, "\(name)") }
}
