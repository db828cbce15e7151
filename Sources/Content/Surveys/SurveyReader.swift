import CSV
import Diagnostics
import Evaluation

/// Reads the survey exports of a school: `surveys/<wave>-<group>.csv`.
///
/// No diagnostic of a survey file quotes an answer, and columns that tell who answered are never read.
struct SurveyReader {
    let folder: ContentFolder
    let questions: QuestionNames

    /// All responses of a school, by wave and group.
    func readAll(of root: String, header: SchoolHeader, log: inout DiagnosticLog) -> [SurveyResponses] {
        var responses: [SurveyResponses] = []
        for file in folder.files(in: root + "/surveys") {
            guard let (index, group) = waveAndGroup(of: file, in: root, header: header, log: &log),
                header.waves[index].isReadable,
                isAsked(group, by: header.waves[index].wave.instrument, file, log: &log),
                let source = folder.read(file, isConfidential: true, log: &log),
                let table = CSVTable(source, log: &log)
            else { continue }
            let planned = header.waves[index]
            let survey = SurveyTable(
                table: table, settings: planned.settings, wave: planned.wave, group: group,
                questions: questions)
            if let read = survey.responses(log: &log) {
                reportMoreAnsweredThanInvited(read, planned.wave, file, log: &log)
                responses.append(read)
            }
        }
        let order = header.waves.map(\.wave.id)
        return responses.sorted { left, right in
            let leftWave = order.firstIndex(of: left.wave) ?? 0
            let rightWave = order.firstIndex(of: right.wave) ?? 0
            return (leftWave, left.group) < (rightWave, right.group)
        }
    }

    private func isAsked(
        _ group: StakeholderGroup, by instrument: Instrument, _ file: String, log: inout DiagnosticLog
    ) -> Bool {
        guard !instrument.items.contains(where: { $0.groups.contains(group) }) else { return true }
        log.report(
            Diagnostic(
                path: folder.shown(file),
                message: "the questionnaire \(instrument.slug) does not ask the group \"\(group.rawValue)\"",
                hint: "add it to \"groups\" in \(folder.shown("instruments/\(instrument.slug).yaml"))"))
        return false
    }

    private func reportMoreAnsweredThanInvited(
        _ responses: SurveyResponses, _ wave: Wave, _ file: String, log: inout DiagnosticLog
    ) {
        guard let invited = wave.invited[responses.group], responses.respondentCount > invited else { return }
        log.report(
            Diagnostic(
                .warning, path: folder.shown(file), message: "more people answered than were invited",
                hint: "correct \"invited\" in school.yaml, or look for answers that were sent twice"))
    }

    private func waveAndGroup(
        of file: String, in root: String, header: SchoolHeader, log: inout DiagnosticLog
    ) -> (wave: Int, group: StakeholderGroup)? {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let expected = header.waves.flatMap { planned in
            StakeholderGroup.allCases.map { "\(planned.wave.id)-\($0.rawValue).csv" }
        }
        guard let position = expected.firstIndex(of: name) else {
            log.report(
                Diagnostic(
                    path: folder.shown(file), message: "a survey file is named <wave>-<group>.csv",
                    hint: hint(for: name, among: expected, in: root, header: header)))
            return nil
        }
        let groupCount = StakeholderGroup.allCases.count
        return (position / groupCount, StakeholderGroup.allCases[position % groupCount])
    }

    /// The next step for a survey file with a wrong name. Where only the wave is not known, another wave's name would be
    /// wrong advice.
    private func hint(for name: String, among expected: [String], in root: String, header: SchoolHeader) -> String? {
        let declare = "declare the wave in \(folder.shown(root))/school.yaml first"
        let ending = StakeholderGroup.allCases.map { "-\($0.rawValue).csv" }.first(where: name.hasSuffix)
        guard let ending else { return NearestName.hint(for: name, among: expected) ?? declare }
        let wave = NearestName.match(for: String(name.dropLast(ending.count)), among: header.waves.map(\.wave.id))
        return wave.map { "did you mean \"\($0)\(ending)\"?" } ?? declare
    }
}
