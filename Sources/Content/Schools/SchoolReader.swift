import Dates
import Diagnostics
import Evaluation
import Markup

/// Reads one school's folder.
struct SchoolReader: Sendable {
    let folder: ContentFolder
    let pages: PageReader
    let instruments: [String: Instrument]

    /// The school of a folder under `schools/`, nil where its school.yaml was reported as missing or wrong.
    func read(_ slug: String) -> ReadFile<School> {
        var log = DiagnosticLog()
        let root = "schools/" + slug
        if let problem = Slug.problem(with: slug) {
            log.report(Diagnostic(path: folder.shown(root), message: problem.message, hint: problem.hint))
        }
        let header = readHeader(root, log: &log)
        let overview = readOverview(root, log: &log)
        let listening = read(root + "/interviews.yaml", log: &log, using: ListeningReader.read)
        let policies = read(root + "/policies.yaml", log: &log, using: PracticeReader.policies)
        let protocols = read(root + "/protocols.yaml", log: &log, using: PracticeReader.protocols)
        let plan = read(root + "/plan.yaml", log: &log, using: PlanReader.read)
        let support = read(root + "/support.yaml", log: &log, using: PracticeReader.support)
        let measures = MeasureReader(folder: folder).read(root + "/measures.csv", log: &log)
        reportUnknownFiles(root, butFor: overview?.embedded ?? [], log: &log)
        guard let header else {
            return ReadFile(file: root + "/overview.md", value: nil, links: overview?.links ?? [], log: log)
        }
        let responses = SurveyReader(folder: folder).readAll(of: root, header: header, log: &log)
        let school = School(
            slug: slug, profile: header.profile, instrument: header.instrument, waves: header.waves.map(\.wave),
            responses: responses, overview: overview?.body,
            listening: listening ?? Listening(sessions: [], themes: []), policies: policies ?? [],
            protocols: protocols ?? [], measures: measures, plan: plan, support: support ?? [])
        return ReadFile(file: root + "/overview.md", value: school, links: overview?.links ?? [], log: log)
    }

    /// Reads one optional YAML file of the school.
    private func read<Value>(
        _ file: String, log: inout DiagnosticLog, using convert: (YAMLMapping) -> Value?
    ) -> Value? {
        guard folder.contains(file), let source = folder.read(file, log: &log) else { return nil }
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

    private func readOverview(_ root: String, log: inout DiagnosticLog) -> ReadBody? {
        let file = root + "/overview.md"
        guard folder.contains(file), let source = pages.readText(file, log: &log),
            let matter = FrontMatter(of: source, log: &log)
        else { return nil }
        // A booklet's chapters are headed at the second level. It is one file, read away from the site, and what it shows
        // is not for the public.
        return pages.readBody(
            of: source, at: file, matter, highestHeading: 3, urlPrefix: pages.baseURL, embedsImages: true, log: &log)
    }

    private func reportUnknownFiles(_ root: String, butFor embedded: Set<String>, log: inout DiagnosticLog) {
        let known = [
            "school.yaml", "overview.md", "interviews.yaml", "policies.yaml", "protocols.yaml", "measures.csv",
            "plan.yaml", "support.yaml",
        ]
        let read = embedded.union(folder.files(in: root + "/surveys"))
        for file in folder.files(in: root, deep: true) where !read.contains(file) {
            let name = String(file.dropFirst(root.count + 1))
            guard !known.contains(name) else { continue }
            log.report(
                Diagnostic(
                    .warning, path: folder.shown(file), message: "nothing reads this file",
                    hint: NearestName.hint(for: name, among: known + ["surveys/<wave>-<group>.csv"])))
        }
    }
}

/// What school.yaml says, with how each wave's surveys were exported.
struct SchoolHeader {
    let profile: School.Profile
    let instrument: Instrument?
    let waves: [(wave: Wave, format: SurveyFormat)]

    init?(_ keys: YAMLMapping, instruments: [String: Instrument], instrumentNames: [String]) {
        let name = keys.required("name", .text)
        let district = keys.required("district", .text)
        let city = keys.required("city", .text)
        let state = keys.required("state", .text)
        let level: School.Level? = keys.required("level", .name)
        let grades = keys.required("grades", .text)
        let language = keys.optional("language", .languageTag) ?? "en"
        let isSample = keys.optional("sample", .flag) ?? false
        // A questionnaire that can't be read was reported already; its name still counts.
        let instrument = keys.optional("instrument", .choice(of: instrumentNames))
        let enrollment = keys.optional("enrollment", .mappings(distinct: "year"))?.compactMap(Self.readEnrollment) ?? []
        let sroCount = keys.optional("sros", .integer(0...1000))
        let sroProgram = keys.optional("sro-program", .text)
        let permitsPublishing = keys.optional("permission-to-publish", .flag) ?? false
        let waves = keys.optional("waves", .mappings(distinct: "id"))?.compactMap(Self.readWave) ?? []
        if waves.isEmpty == false, instrument == nil, keys.value(of: "instrument") == nil {
            keys.reader.report(
                keys.value(of: "waves"), "a school with waves needs \"instrument\"",
                hint: "name a file of instruments/, such as \(instrumentNames.first ?? "partnership-climate")")
        }
        guard let name, let district, let city, let state, let level, let grades else { return nil }
        profile = School.Profile(
            name: name, district: district, city: city, state: state, level: level, grades: grades,
            language: language, isSample: isSample, enrollment: enrollment.sorted { $0.year < $1.year },
            sroCount: sroCount, sroProgram: sroProgram, permitsPublishing: permitsPublishing)
        self.instrument = instrument.flatMap { instruments[$0] }
        self.waves = waves.sorted { ($0.wave.opened, $0.wave.id) < ($1.wave.opened, $1.wave.id) }
    }

    private static func readEnrollment(_ keys: YAMLMapping) -> School.Enrollment? {
        let year = keys.required("year", .schoolYear)
        let students = keys.required("students", .integer(1...1_000_000))
        let days = keys.optional("days", .integer(1...366))
        keys.reportUnknownKeys()
        guard let year, let students else { return nil }
        return School.Enrollment(year: year, students: students, days: days)
    }

    private static func readWave(_ keys: YAMLMapping) -> (wave: Wave, format: SurveyFormat)? {
        let id = keys.required("id", .text)
        let title = keys.required("title", .text)
        let opened = keys.required("from", .date)
        let closed = keys.required("to", .date)
        let format: SurveyFormat? = keys.required("format", .name)
        let invited = keys.optional("invited", .mapping)
        var counts: [StakeholderGroup: Int] = [:]
        for group in StakeholderGroup.allCases {
            counts[group] = invited?.optional(group.rawValue, .integer())
        }
        invited?.reportUnknownKeys()
        keys.reportUnknownKeys()
        guard let id, let title, let opened, let closed, let format else { return nil }
        if closed < opened {
            keys.reader.report(keys.value(of: "to"), "the wave ends before it begins")
        }
        if let problem = Slug.problem(with: id) {
            keys.reader.report(keys.value(of: "id"), problem.message, hint: problem.hint)
        }
        return (Wave(id: id, title: title, opened: opened, closed: closed, invited: counts), format)
    }
}

extension YAMLKind where Value == SchoolYear {
    /// A school year.
    static var schoolYear: Self {
        YAMLKind(expectation: "a school year such as 2024-2025") { node, _ in
            node.string.flatMap { SchoolYear($0.trimmed) }
        }
    }
}
