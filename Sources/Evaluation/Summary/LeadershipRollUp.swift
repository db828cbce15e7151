/// How officers and administrators answer, taken over schools: at one school each of them would be a person's words.
///
/// At least five schools stand behind it, none of them named, and what is told of so many answers follows the same rules as
/// within a school.
public struct LeadershipRollUp: Sendable {
    /// The questionnaire.
    public let instrument: Instrument
    /// How many schools have officers' or administrators' answers to it.
    public let schools: Int
    /// The answers of both groups, as those of one wave with the id ``wave``, and the gaps between them.
    public let surveys: SurveyResults

    /// What is told of both groups, as a school's table of numbers has it.
    public var numbers: [ReportedNumber] {
        let empty = MeasureTable([], enrollment: [], protection: .none)
        return NumberTable(surveys: surveys, measures: empty, plan: nil).numbers
    }

    /// The id under which the latest wave of every school is taken together.
    public static let wave = "latest"

    /// One for each questionnaire that enough schools have answered, by its file's name.
    public static func all(of records: [SchoolRecord], rule: DisclosureRule) -> [LeadershipRollUp] {
        // Where officers or administrators agreed to be shown, their school's own booklet tells their answers, which could be
        // subtracted.
        let latest = records.filter { $0.consenting.isEmpty }.compactMap {
            record -> (wave: Wave, responses: [SurveyResponses])? in
            let leaders = record.leaders
            guard let wave = record.waves.last(where: { wave in leaders.contains { $0.wave == wave.id } }) else {
                return nil
            }
            return (wave, leaders.filter { $0.wave == wave.id })
        }
        // A school that asks for more people than the practice does is among those whose answers are taken together.
        let strictest = records.reduce(rule) { $0.combined(with: $1.rule) }
        let byInstrument = Dictionary(grouping: latest, by: \.wave.instrument.slug)
        return byInstrument.sorted { $0.key < $1.key }.compactMap { _, schools in
            guard schools.count >= PracticeSummary.fewestSchools else { return nil }
            return LeadershipRollUp(schools[0].wave.instrument, schools, strictest)
        }
    }

    private init(
        _ instrument: Instrument, _ schools: [(wave: Wave, responses: [SurveyResponses])], _ rule: DisclosureRule
    ) {
        let wave = Wave(
            id: Self.wave, title: "Latest survey of each school", opened: schools[0].wave.opened,
            closed: schools[0].wave.closed, instrument: instrument, invited: [:])
        // A group that fewer schools have is left out: the difference to another school's own would be too near.
        let counts = Dictionary(grouping: schools.flatMap { Set($0.responses.map(\.group)) }, by: { $0 }).mapValues(
            \.count)
        let responses = schools.flatMap(\.responses).filter {
            counts[$0.group, default: 0] >= PracticeSummary.fewestSchools
        }
        self.instrument = instrument
        self.schools = schools.count
        surveys = SurveyResults(
            waves: [wave], responses: responses.map { $0.moved(to: Self.wave) },
            grouping: GroupingRule(rule: rule, consenting: []), isProtected: true)
    }
}

extension SchoolRecord {
    /// Officers' and administrators' answers.
    fileprivate var leaders: [SurveyResponses] {
        responses.filter { ($0.group == .administrator || $0.group == .sro) && $0.respondentCount > 0 }
    }

    /// The record as far as a ``LeadershipRollUp`` needs it once the school is evaluated: without counts, comments and all other
    /// people's answers, of which a practice with many schools has more than memory holds.
    public var forRollUps: SchoolRecord {
        var record = self
        record.responses = leaders.map { $0.moved(to: $0.wave) }
        record.measures = []
        return record
    }
}

extension SurveyResponses {
    /// The same answers as those of another wave, without comments.
    fileprivate func moved(to wave: String) -> SurveyResponses {
        SurveyResponses(
            wave: wave, group: group, respondentCount: respondentCount, codes: codes, selections: selections,
            comments: [:], dispositions: dispositions)
    }
}
