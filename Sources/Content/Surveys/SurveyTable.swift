import CSV
import Diagnostics
import Evaluation

/// One survey export on its way from a table of words to coded answers.
struct SurveyTable {
    let table: CSVTable
    let format: SurveyFormat
    let instrument: Instrument
    let group: StakeholderGroup

    /// The most answers off the scale that are each given a diagnostic.
    private static let reportedAnswers = 20

    /// The answers, or nil where an item has no column.
    func responses(wave: String, log: inout DiagnosticLog) -> SurveyResponses? {
        guard table.rowCount >= format.headerRowCount else {
            log.report(
                Diagnostic(
                    path: table.file.path,
                    message: "a \(format.rawValue) export begins with \(format.headerRowCount) header row(s)",
                    hint: "export the file again, or correct \"format\" in school.yaml"))
            return nil
        }
        let before = log.diagnostics.count
        table.reportUnevenRows(from: format.headerRowCount, to: &log)
        let names = format.names(of: table)
        let items = instrument.items.filter { $0.groups.contains(group) }
        let columns = match(items, to: names, log: &log)
        let codes = AnswerCodes(instrument.scale)
        reportAnswersInHeader(columns, codes, log: &log)
        guard !log.diagnostics[before...].contains(where: { $0.severity == .error }) else { return nil }
        var answers: [UInt8] = []
        var respondents = 0
        var offScale = 0
        let metadata = Dictionary(
            names.enumerated().map { ($1.first ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        for row in format.headerRowCount..<max(format.headerRowCount, table.rowCount)
        where format.isCounted(row, of: table, columns: metadata) {
            let coded = columns.map { column -> UInt8 in
                if let code = codes.code(of: table[row, column]) { return code }
                offScale += 1
                if offScale <= Self.reportedAnswers { log.report(offScaleDiagnostic(row: row, column: column)) }
                return SurveyResponses.missing
            }
            // A row without a single answer is no respondent.
            guard coded.contains(where: { $0 != SurveyResponses.missing }) else { continue }
            answers += coded
            respondents += 1
        }
        if offScale > Self.reportedAnswers {
            log.report(
                Diagnostic(
                    path: table.file.path,
                    message: "\(offScale - Self.reportedAnswers) more answers are not on the scale"))
        }
        return SurveyResponses(
            wave: wave, group: group, items: items.map(\.id), respondentCount: respondents, answers: answers)
    }

    /// With the wrong format the first people's answers would be taken for headers and lost.
    private func reportAnswersInHeader(_ columns: [Int], _ codes: AnswerCodes, log: inout DiagnosticLog) {
        for row in 1..<format.headerRowCount
        where columns.contains(where: { codes.code(of: table[row, $0]).map { $0 != SurveyResponses.missing } ?? false })
        {
            log.report(
                table.diagnostic(
                    row: row, "this row holds answers where a \(format.rawValue) export has a header",
                    hint: "correct \"format\" in school.yaml"))
        }
    }

    private func offScaleDiagnostic(row: Int, column: Int) -> Diagnostic {
        table.diagnostic(
            row: row, column: column, "the answer in this field is not on the scale",
            hint: "expected \(instrument.scale.points.map(\.label).joined(separator: ", "))")
    }

    /// The column of each item, in the order of the items.
    private func match(_ items: [Instrument.Item], to names: [[String]], log: inout DiagnosticLog) -> [Int] {
        var columnsByName: [String: [Int]] = [:]
        for (column, names) in names.enumerated() {
            for name in Set(names.map(\.normalizedQuestion)) { columnsByName[name, default: []].append(column) }
        }
        var used: Set<Int> = []
        var columns: [Int] = []
        for item in items {
            let found = columnsByName[item.id.normalizedQuestion] ?? columnsByName[item.text.normalizedQuestion] ?? []
            guard let column = found.first else {
                log.report(
                    Diagnostic(
                        path: table.file.path, message: "no column answers the item \(item.id), \"\(item.text)\"",
                        hint: nearestColumn(to: item, in: names, but: used)))
                continue
            }
            if found.count > 1 {
                log.report(
                    table.diagnostic(
                        row: 0, column: found[1], "two columns answer the item \(item.id)",
                        hint: "the other is column \(column + 1)"))
            }
            used.insert(column)
            columns.append(column)
        }
        for column in names.indices where !used.contains(column) && !format.isMetadata(names[column]) {
            log.report(
                table.diagnostic(.warning, row: 0, column: column, "this column matches no item and is not read"))
        }
        return columns
    }

    /// A hint that names the nearest column by its number alone: in a file without headers the first row is an answer.
    private func nearestColumn(to item: Instrument.Item, in names: [[String]], but used: Set<Int>) -> String {
        let expected = "its header should be the item's id or its full text"
        let unused = names.indices.filter { !used.contains($0) && !format.isMetadata(names[$0]) }
        for wanted in [item.text, item.id] {
            if let near = NearestName.match(for: wanted, among: unused.flatMap { names[$0] }),
                let column = unused.first(where: { names[$0].contains(near) })
            {
                return "column \(column + 1) is nearest; \(expected)"
            }
        }
        return expected
    }
}

/// The codes of a scale's answers, found by label or by number.
private struct AnswerCodes {
    private var codes: [String: UInt8] = [:]

    init(_ scale: ResponseScale) {
        for point in scale.points {
            codes[String(point.code)] = point.code
            codes[point.label.normalizedQuestion] = point.code
            codes[point.label] = point.code
        }
        codes[""] = SurveyResponses.missing
    }

    /// The code of an answer: missing where the field is empty, nil where it is not on the scale.
    func code(of answer: String) -> UInt8? {
        codes[answer] ?? codes[answer.normalizedQuestion]
    }
}

extension String {
    /// The text as it is compared: plain quotation marks, single spaces, lower case, without the entities that survey
    /// tools leave in exports.
    fileprivate var normalizedQuestion: String {
        var text = self
        for (entity, plain) in [("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " ")] where contains("&") {
            text = text.replacing(entity, with: plain)
        }
        var normalized = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "\u{2018}", "\u{2019}": normalized += "'"
            case "\u{201C}", "\u{201D}": normalized += "\""
            case _ where scalar.properties.isWhitespace:
                if !normalized.isEmpty, !normalized.hasSuffix(" ") { normalized += " " }
            default: normalized.unicodeScalars.append(scalar)
            }
        }
        return normalized.trimmed
    }
}
