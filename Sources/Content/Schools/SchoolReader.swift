import Diagnostics
import Evaluation

/// A school's folder of which school.yaml was read.
struct SchoolFolder: Sendable {
    let slug: String
    /// What school.yaml says; nil where it was reported as missing or wrong.
    let header: SchoolHeader?
    let log: DiagnosticLog
}

/// One school as it was read, before its numbers were worked out and its texts could quote them.
struct SchoolSource: Sendable {
    let slug: String
    /// What school.yaml says; nil where it was reported as missing or wrong.
    let header: SchoolHeader?
    /// What an evaluation rests on.
    var record: SchoolRecord
    let listening: Listening
    let policies: [ReviewedPolicy]
    let protocols: [CommunicationLine]
    let support: [SupportActivity]
    /// The ids of comments that were read and not approved.
    let declinedComments: Set<String>
    var log: DiagnosticLog

    /// The school's folder.
    var root: String { "schools/" + slug }
}

/// Reads the data of one school's folder.
struct SchoolReader: Sendable {
    let folder: ContentFolder
    let instruments: [String: Instrument]
    /// From how many people on the practice tells anything of any school.
    let rule: DisclosureRule
    private let questions: QuestionNames

    init(folder: ContentFolder, instruments: [String: Instrument], rule: DisclosureRule) {
        self.folder = folder
        self.instruments = instruments
        self.rule = rule
        questions = QuestionNames(instruments)
    }

    /// A folder under `schools/`.
    func open(_ slug: String) -> SchoolFolder {
        var log = DiagnosticLog()
        if let problem = Slug.problem(with: slug) {
            log.report(Diagnostic(path: folder.shown("schools/" + slug), message: problem.message, hint: problem.hint))
        }
        let header = readHeader("schools/" + slug, log: &log)
        return SchoolFolder(slug: slug, header: header, log: log)
    }

    /// The school of a folder.
    func read(_ opened: SchoolFolder) -> SchoolSource {
        var log = opened.log
        let (root, header) = ("schools/" + opened.slug, opened.header)
        let listening = read(root + "/interviews.yaml", log: &log, using: ListeningReader.read)
        let policies = read(root + "/policies.yaml", log: &log, using: PracticeReader.policies)
        let protocols = read(root + "/protocols.yaml", log: &log, using: PracticeReader.protocols)
        let support = read(root + "/support.yaml", log: &log, using: PracticeReader.support)
        var record = SchoolRecord()
        record.plan = read(root + "/plan.yaml", log: &log, using: PlanReader.read)
        let decisions = read(root + "/comments.yaml", isConfidential: true, log: &log, using: CommentReader.read)
        record.approvedComments = decisions?.approved ?? []
        record.measures = MeasureReader(folder: folder).read(root + "/measures.csv", log: &log)
        record.releases = ReleaseReader(folder: folder).read(root + "/releases.csv", log: &log)
        if let header {
            record.waves = header.waves.map(\.wave)
            record.responses = SurveyReader(folder: folder, questions: questions).readAll(
                of: root, header: header, log: &log)
            record.enrollment = header.profile.enrollment
            record.rule = header.disclosure.map(rule.combined) ?? rule
            record.consenting = header.consenting
            record.namesToMask = header.namesToMask
        }
        // A survey that is still to come is no record yet.
        let held = record.waves.filter { wave in record.responses.contains { $0.wave == wave.id } }
        let days =
            held.map(\.closed) + (support ?? []).map(\.date) + (listening?.sessions ?? []).map(\.date)
            + (record.plan?.revisions ?? []).map(\.date)
        record.date = days.max()
        return SchoolSource(
            slug: opened.slug, header: header, record: record,
            listening: listening ?? Listening(sessions: [], themes: []),
            policies: policies ?? [], protocols: protocols ?? [], support: support ?? [],
            declinedComments: decisions?.declined ?? [], log: log)
    }

    /// Reads one optional YAML file of the school.
    private func read<Value>(
        _ file: String, isConfidential: Bool = false, log: inout DiagnosticLog,
        using convert: (YAMLMapping) -> Value?
    ) -> Value? {
        guard folder.contains(file), let source = folder.read(file, isConfidential: isConfidential, log: &log)
        else { return nil }
        let reader = YAMLReader(source)
        defer { log.merge(reader.log) }
        guard let keys = reader.mapping(of: 0..<source.bytes.count) else { return nil }
        let value = convert(keys)
        keys.reportUnknownKeys()
        return value
    }

    private func readHeader(_ root: String, log: inout DiagnosticLog) -> SchoolHeader? {
        let file = root + "/school.yaml"
        guard folder.contains(file) else {
            log.report(
                Diagnostic(
                    path: folder.shown(file), message: "there is no such file",
                    hint: "every school needs one: name, district, city, state, level, grades, language"))
            return nil
        }
        let names = folder.files(in: "instruments", suffix: ".yaml").map(\.slug)
        return read(file, log: &log) { SchoolHeader($0, instruments: instruments, instrumentNames: names) }
    }
}
