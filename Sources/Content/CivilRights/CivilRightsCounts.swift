import Diagnostics
import Evaluation

/// What the Civil Rights Data Collection counted at schools.
struct CivilRightsCounts: Sendable {
    private let folder: ContentFolder
    private let collections: [CivilRightsReader.ReadCollection]
    private let years: [SchoolYear]

    init(folder: ContentFolder, collections: [CivilRightsReader.ReadCollection]) {
        self.folder = folder
        self.collections = collections
        years = Set(collections.compactMap(\.year)).sorted()
    }

    /// Adds what was counted at a school; the school's own count of the same stays.
    func add(to school: inout SchoolSource) {
        guard let key = school.header?.comboKey, !collections.isEmpty else { return }
        for year in years where !collections.contains(where: { $0.year == year && $0.values[key] != nil }) {
            school.log.report(
                Diagnostic(
                    .warning, path: folder.shown("\(school.root)/school.yaml"),
                    message:
                        "no file of \(CivilRightsReader.folderName)/\(year.name) has the \"combokey\" \(key.digits)",
                    hint: "look it up in the files by the names of the district and the school"))
        }
        let own = school.record.measures
        let ownKeys = Set(own.map(MeasureKey.init))
        let collected = years.flatMap { year -> [MeasureCount] in
            let values = collections.filter { $0.year == year }.compactMap { $0.values[key] }
            let parts = values.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
            return DisciplineCounts(values: parts, period: year).all()
        }
        school.record.measures =
            (own + collected.filter { !ownKeys.contains(MeasureKey($0)) }).sorted {
                ($0.measure, $0.period, $0.students) < ($1.measure, $1.period, $1.students)
            }
    }
}
