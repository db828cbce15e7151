import Diagnostics
import Evaluation

/// How the exports of a wave are read, as school.yaml says.
struct ExportSettings {
    /// The tool that wrote them.
    var format: SurveyFormat
    /// Headers of columns by item id, where neither id nor text tells.
    var columns: [String: String] = [:]
    /// Headers of columns that are not read and not missed.
    var ignoredColumns: [String] = []
    /// The progress in percent below which a response that was not finished is left out.
    var minimumProgress = 50
    /// Whether respondents who gave one answer to everything are left out.
    var leavesOutStraightLiners = false

    /// What to do with respondents who gave one answer to everything.
    enum StraightLiners: String, CaseIterable {
        case keep
        case leaveOut = "leave-out"
    }
}

/// A wave with how its surveys were exported.
struct PlannedWave {
    let wave: Wave
    let settings: ExportSettings
    /// Whether the questionnaire could be read; without it no survey can.
    let isReadable: Bool

    /// Reads an entry of `waves`; nil where it has been reported as wrong.
    init?(_ keys: YAMLMapping, instrument usual: Instrument?, instruments: [String: Instrument], names: [String]) {
        let id = keys.required("id", .text)
        let title = keys.required("title", .text)
        let opened = keys.required("from", .date)
        let closed = keys.required("to", .date)
        let format: SurveyFormat? = keys.required("format", .name)
        let edition = keys.optional("instrument", .choice(of: names))
        let instrument = edition.map { instruments[$0] } ?? usual
        let settings = format.map { Self.settings(keys, $0, instrument) }
        let invited = keys.optional("invited", .mapping)
        var counts: [StakeholderGroup: Int] = [:]
        for group in StakeholderGroup.allCases {
            counts[group] = invited?.optional(group.rawValue, .integer())
        }
        invited?.reportUnknownKeys()
        keys.reportUnknownKeys()
        guard let id, let title, let opened, let closed, let settings else { return nil }
        if closed < opened {
            keys.reader.report(keys.value(of: "to"), "the wave ends before it begins")
        }
        if let problem = Slug.problem(with: id) {
            keys.reader.report(keys.value(of: "id"), problem.message, hint: problem.hint)
        }
        isReadable = instrument != nil
        // What stands in for a questionnaire with mistakes is never seen: they stop the build.
        let asked =
            instrument ?? Instrument(slug: "", title: "", version: "", domains: [], groups: [], items: [])
        wave = Wave(
            id: id, title: title, opened: opened, closed: closed, instrument: asked, invited: counts)
        self.settings = settings
    }

    private static func settings(
        _ keys: YAMLMapping, _ format: SurveyFormat, _ instrument: Instrument?
    ) -> ExportSettings {
        var settings = ExportSettings(format: format)
        let columns = keys.optional("columns", .mapping)
        for (id, keyNode, _) in columns?.pairs ?? [] {
            settings.columns[id] = columns?.required(id, .text)
            guard let instrument, !instrument.items.contains(where: { $0.id == id }) else { continue }
            let known = instrument.items.map(\.id)
            keys.reader.report(
                keyNode, "there is no item \"\(id.prefix(60))\" in the questionnaire \(instrument.slug)",
                hint: NearestName.hint(for: id, among: known))
        }
        settings.ignoredColumns = keys.optional("ignore-columns", .texts) ?? []
        settings.minimumProgress = keys.optional("minimum-progress", .integer(0...100)) ?? settings.minimumProgress
        let straightLiners: ExportSettings.StraightLiners? = keys.optional("straight-liners", .name)
        settings.leavesOutStraightLiners = straightLiners == .leaveOut
        return settings
    }
}
