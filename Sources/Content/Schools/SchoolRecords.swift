import Diagnostics
import Evaluation
import Parallel

/// The folders of all schools, opened together: what the nation counted is looked up for all of them at once. Each is then read
/// by itself, so that no more of their answers are in memory than are being read.
struct SchoolRecords: Sendable {
    /// The folders, by name.
    let folders: [SchoolFolder]
    private let reader: SchoolReader
    private let counts: CivilRightsCounts

    /// Opens all folders under `schools/`.
    /// - Parameter rule: from how many people on the practice tells anything of any school.
    init(_ folder: ContentFolder, rule: DisclosureRule, jobs: Int, log: inout DiagnosticLog) {
        let instruments = InstrumentReader(folder: folder).readAll(log: &log)
        let reader = SchoolReader(folder: folder, instruments: instruments, rule: rule)
        let slugs = folder.files(in: "schools", deep: true).map { $0.split(separator: "/") }
            .filter { $0.count > 2 }.map { String($0[1]) }
        self.reader = reader
        folders = Set(slugs).sorted().concurrentMap(jobs: jobs) { reader.open($0) }
        counts = CivilRightsReader(folder: folder, jobs: jobs).read(
            Set(folders.compactMap { $0.header?.comboKey }), log: &log)
    }

    /// All that is on record of the school of a folder.
    func read(_ folder: SchoolFolder) -> SchoolSource {
        var source = reader.read(folder)
        counts.add(to: &source)
        return source
    }
}
