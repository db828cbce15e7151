import CSV
import Diagnostics
import Evaluation

/// Reads the survey exports of a school: `surveys/<wave>-<group>.csv`.
///
/// No diagnostic of a survey file quotes an answer, and columns that tell who answered are never read.
struct SurveyReader {
    let folder: ContentFolder

    /// All responses of a school, by wave and group.
    func readAll(of root: String, header: SchoolHeader, log: inout DiagnosticLog) -> [SurveyResponses] {
        var responses: [SurveyResponses] = []
        for file in folder.files(in: root + "/surveys") {
            guard let (index, group) = waveAndGroup(of: file, in: root, header: header, log: &log),
                let instrument = header.instrument,
                let source = folder.read(file, isConfidential: true, log: &log),
                let table = CSVTable(source, log: &log)
            else { continue }
            let (wave, format) = header.waves[index]
            guard instrument.groups.contains(group) else {
                log.report(
                    Diagnostic(
                        path: source.path, message: "the questionnaire \(instrument.slug) does not ask this group",
                        hint: "add \(group.rawValue) to its groups, or take the file away"))
                continue
            }
            if let read = SurveyTable(table: table, format: format, instrument: instrument, group: group)
                .responses(wave: wave.id, log: &log)
            {
                responses.append(read)
                if let invited = wave.invited[group], invited < read.respondentCount {
                    log.report(
                        Diagnostic(
                            .warning, path: source.path,
                            message: "more people answered than school.yaml says were invited",
                            hint:
                                "correct \"invited\" of the wave \(wave.id), or look for answers that were exported twice"
                        ))
                }
            }
        }
        let order = header.waves.map(\.wave.id)
        return responses.sorted { left, right in
            let leftWave = order.firstIndex(of: left.wave) ?? 0
            let rightWave = order.firstIndex(of: right.wave) ?? 0
            return (leftWave, left.group) < (rightWave, right.group)
        }
    }

    private func waveAndGroup(
        of file: String, in root: String, header: SchoolHeader, log: inout DiagnosticLog
    ) -> (wave: Int, group: StakeholderGroup)? {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let expected = header.waves.flatMap { wave, _ in
            StakeholderGroup.allCases.map { "\(wave.id)-\($0.rawValue).csv" }
        }
        guard let position = expected.firstIndex(of: name) else {
            log.report(
                Diagnostic(
                    path: folder.shown(file), message: "a survey file is named <wave>-<group>.csv",
                    hint: NearestName.hint(for: name, among: expected)
                        ?? "declare the wave in \(folder.shown(root))/school.yaml first"))
            return nil
        }
        let groupCount = StakeholderGroup.allCases.count
        return (position / groupCount, StakeholderGroup.allCases[position % groupCount])
    }
}
