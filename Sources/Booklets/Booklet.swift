import Content
import Evaluation
import Layouts

/// One school's report: what its template is given, all of it after disclosure control.
struct Booklet: Sendable {
    let school: School
    /// How all schools compare.
    let summary: PracticeSummary
    let words: Wording
    /// The practice's name.
    let practice: String
    let settings: BookletSettings

    var evaluation: SchoolEvaluation { school.evaluation }
    var surveys: SurveyResults { school.evaluation.surveys }
    /// The groups of which any answers are told, in order.
    var groups: [ReportingGroup] { surveys.shownGroups }
    /// Whether anybody was asked in any survey.
    var isSurveyed: Bool { surveys.participation.contains { $0.answered != .notAsked } }
    /// The questionnaire's last edition; nil where no survey is planned.
    var instrument: Instrument? { school.waves.last?.instrument }

    /// The values of `booklet.mustache`.
    func values() throws -> [String: TemplateValue] {
        let chapters: [(Chapter, [String: TemplateValue]?)] = try [
            (.glance, glance()), (.profile, profile()), (.listening, listening()), (.partnership, partnership()),
            (.results, results()), (.schools, otherSchools()), (.voices, voices()), (.policies, policies()),
            (.lines, lines()), (.measures, measures()), (.findings, findings()), (.points, points()), (.plan, plan()),
            (.support, support()), (.changes, changes()), (.method, method()), (.items, items()),
            (.glossary, glossary()),
        ]
        let present = chapters.filter { $0.1 != nil }
        var values: [String: TemplateValue] = [
            "cover": try cover(),
            "contents": .list(
                try present.map { entry($0.0.id, try words("chapters.\($0.0.rawValue)")) } + lastPages().map(entry)),
            "has-absent": .flag(chapters.contains { $0.1 == nil && $0.0.isMissed }),
            "absent": .list(
                try chapters.filter { $0.1 == nil && $0.0.isMissed }.map {
                    .text(try words("method.absent.\($0.0.rawValue)"))
                }),
            "is-a4": .flag(settings.pageSize == .a4),
        ]
        for (chapter, content) in chapters {
            values[chapter.rawValue] = content.map { .object($0) } ?? .null
        }
        return values
    }

    /// An entry of the contents.
    private func entry(_ id: String, _ title: String) -> TemplateValue { ["id": .text(id), "title": .text(title)] }

    /// The pages after the last chapter, where the practice wants them.
    private func lastPages() throws -> [(String, String)] {
        let log = hasChangeLog ? [("Versions", try words("changes.log"))] : []
        return settings.hasSignaturePage ? log + [("Signatures", try words("signatures.title"))] : log
    }

    /// A chapter of the booklet, in order.
    enum Chapter: String, CaseIterable {
        case glance, profile, listening, partnership, results, schools, voices, policies, lines, measures, findings,
            points
        case plan, support, changes, method, items, glossary

        /// The id of its section. It has a capital letter, which no heading of the content has in its own.
        var id: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

        /// Whether the method says so where the chapter is absent: those that follow from another are not missed.
        var isMissed: Bool {
            switch self {
            case .glance, .profile, .schools, .findings, .method, .items, .glossary: false
            default: true
            }
        }
    }

    /// The same school's booklet in other words.
    func said(in words: Wording) -> Booklet {
        Booklet(school: school, summary: summary, words: words, practice: practice, settings: settings)
    }

    /// The wave's title by its id.
    func title(ofWave id: String) -> String { school.waves.first { $0.id == id }?.title ?? id }

    /// The fewest answers of a group that are told.
    func minimum(of group: ReportingGroup) -> Int {
        let rule = evaluation.rule
        return group.members.map(rule.minimum).max() ?? rule.studentsAndFamilies
    }

    /// Whether an item was asked in a wave in the same way as now.
    func asks(_ item: Item, in wave: Wave) -> Bool { wave.instrument.items.contains { $0.isComparable(with: item) } }

    func text(of item: Item) -> String { item.text.text(in: words.language) }

    func title(of domain: Instrument.Domain) -> String { domain.title.text(in: words.language) }
}
