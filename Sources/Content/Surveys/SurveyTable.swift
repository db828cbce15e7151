import CSV
import Diagnostics
import Evaluation

/// One survey export on its way from a table of words to coded answers.
struct SurveyTable {
    let table: CSVTable
    let settings: ExportSettings
    let wave: Wave
    let group: StakeholderGroup
    let questions: QuestionNames

    /// The answers, or nil where the file is not what school.yaml says or an item has no column.
    func responses(log: inout DiagnosticLog) -> SurveyResponses? {
        guard let header = readHeader(log: &log) else { return nil }
        let before = log.diagnostics.count
        table.reportUnevenRows(from: settings.format.headerRowCount, to: &log)
        let items = wave.instrument.items(for: group)
        let columns = ColumnMatch(table: table, header: header, settings: settings).match(
            items.map { ($0, questions.names(of: $0, in: wave.instrument)) }, log: &log)
        let matched = zip(items, columns).compactMap { item, columns in columns.map { (item: item, columns: $0) } }
        guard !reportAnswersInHeader(matched, since: before, log: &log),
            !log.diagnostics[before...].contains(where: { $0.severity == .error })
        else { return nil }
        let cases = CaseSelection(table: table, header: header, settings: settings)
        var reading = AnswerColumns(table: table, format: settings.format, rows: cases.rows)
        for (item, columns) in matched { reading.read(item, from: columns) }
        reading.reportUnknown(to: &log)
        return cases.responses(to: items, reading, wave: wave, group: group, log: &log)
    }

    /// The columns; nil where the file has been reported as too short or as another tool's.
    private func readHeader(log: inout DiagnosticLog) -> SurveyHeader? {
        let format = settings.format
        let likely = SurveyFormat(guessedFrom: table)
        let isOther =
            switch (format, likely) {
            case (.qualtrics, .qualtrics), (.surveyMonkey, .surveyMonkey): false
            // Their times and questions stand where those of a plain table do.
            case (.googleForms, .plain), (.plain, .googleForms), (.plain, .plain), (.googleForms, .googleForms): false
            // The column that tells SurveyMonkey may have been left out of the export.
            case (.surveyMonkey, .plain): false
            default: true
            }
        if isOther, table.rowCount >= min(2, format.headerRowCount) {
            log.report(
                Diagnostic(
                    path: table.file.path,
                    message: "this does not look like a \(format.rawValue) export but like \(likely.rawValue)",
                    hint:
                        "correct \"format\" of the wave in school.yaml to \(likely.rawValue), or export the file again")
            )
            return nil
        }
        guard table.rowCount >= format.headerRowCount else {
            log.report(
                Diagnostic(
                    path: table.file.path,
                    message:
                        "a \(format.rawValue) export begins with \(format.headerRowCount) header "
                        + (format.headerRowCount == 1 ? "row" : "rows"),
                    hint: "export the file again, or correct \"format\" in school.yaml"))
            return nil
        }
        return SurveyHeader(table, format)
    }

    /// With the wrong format the first people's answers would be taken for headers and lost. Whether a header row holds
    /// answers is then all that is told.
    private func reportAnswersInHeader(
        _ matched: [(item: Item, columns: ItemColumns)], since before: Int, log: inout DiagnosticLog
    ) -> Bool {
        let format = settings.format
        var answersOfScale: [ResponseScale: KnownAnswers] = [:]
        for row in 1..<format.headerRowCount {
            let holdsAnswers = matched.contains { item, columns in
                guard case .single(let column) = columns, let scale = item.rating?.scale else { return false }
                let answer = table[row, column]
                guard !answer.isMissing(in: format) else { return false }
                let known = answersOfScale[scale] ?? KnownAnswers(scale)
                answersOfScale[scale] = known
                return known.code(of: answer) != nil
            }
            guard holdsAnswers else { continue }
            log = DiagnosticLog(Array(log.diagnostics[..<before]))
            log.report(
                table.diagnostic(
                    row: row,
                    "this row holds answers where a \(format.rawValue) export has a header; the file looks like plain",
                    hint: "correct \"format\" of the wave in school.yaml to plain, or export the file again"))
            return true
        }
        return false
    }
}
