import CSV
import Diagnostics
import Evaluation

/// Which rows of an export are respondents who count (AAPOR, Standard Definitions: disposition of each case).
struct CaseSelection {
    let table: CSVTable
    let settings: ExportSettings
    /// The rows that are no previews, tests or spam, in order.
    let rows: [Int]
    private let columns: Columns
    private let previews: Int

    /// The columns that tell of a response rather than of an answer.
    private struct Columns {
        var time: Int?
        var id: Int?
        var status: Int?
        var finished: Int?
        var progress: Int?

        init(_ header: SurveyHeader) {
            var rank = Int.max
            for (index, column) in header.columns.enumerated() {
                switch column.role {
                case .time(let other) where other < rank: (time, rank) = (index, other)
                case .responseID where id == nil: id = index
                case .status where status == nil: status = index
                case .finished where finished == nil: finished = index
                case .progress where progress == nil: progress = index
                default: break
                }
            }
        }
    }

    init(table: CSVTable, header: SurveyHeader, settings: ExportSettings) {
        self.table = table
        self.settings = settings
        let columns = Columns(header)
        self.columns = columns
        let first = settings.format.headerRowCount
        let all = Array(first..<max(first, table.rowCount))
        let rows = columns.status.map { status in all.filter { !Self.isPreview(table[$0, status]) } } ?? all
        self.rows = rows
        previews = all.count - rows.count
    }

    /// The answers of the rows that count.
    func responses(
        to items: [Item], _ answers: AnswerColumns, wave: Wave, group: StakeholderGroup, log: inout DiagnosticLog
    ) -> SurveyResponses {
        var dispositions = CaseDispositions(counted: 0)
        dispositions.previews = previews
        dispositions.leavesOutStraightLiners = settings.leavesOutStraightLiners
        let answered = answers.answeredCounts()
        let ratingCount = items.count { $0.rating != nil }
        let straightLiners = StraightLiners(items, answers)
        let ids = responseIDs(of: rows.indices.filter { answered.all[$0] > 0 }, log: &log)
        var kept: [Int] = []
        kept.reserveCapacity(rows.count)
        for place in rows.indices {
            if answered.all[place] == 0 {
                dispositions.blank += 1
            } else if ids?.isRepeated(place) == true {
                dispositions.duplicates += 1
            } else if isBreakoff(place, answered: Int(answered.ratings[place]), of: ratingCount) {
                dispositions.breakoffs += 1
            } else if straightLiners.contains(place) {
                dispositions.straightLiners += 1
                if !settings.leavesOutStraightLiners { kept.append(place) }
            } else {
                kept.append(place)
            }
        }
        dispositions.counted = kept.count
        dispositions.outsideWave = outsideWave(kept, wave, log: &log)
        let areAll = kept.count == rows.count
        func select<Value>(_ values: [Value]) -> [Value] { areAll ? values : kept.map { values[$0] } }
        return SurveyResponses(
            wave: wave.id, group: group, respondentCount: kept.count, codes: answers.codes.mapValues(select),
            selections: answers.selections.mapValues(select),
            comments: answers.comments.mapValues { select($0).filter { !$0.isEmpty } }, dispositions: dispositions)
    }

    /// In words, or as a sum of 1 (preview), 2 (test), 4 (imported), 8 (spam), 16 (offline), 32 (employees).
    private static func isPreview(_ status: String) -> Bool {
        let status = status.lowercased()
        return ["preview", "test", "spam"].contains { status.contains($0) } || (Int(status) ?? 0) & (1 | 2 | 8) != 0
    }

    /// Whether a response was broken off before the progress that the wave asks for. Where a tool does not record progress,
    /// the share of the group's ratings that were answered stands for it.
    private func isBreakoff(_ place: Int, answered: Int, of ratingCount: Int) -> Bool {
        if let column = columns.finished {
            let finished = table[rows[place], column].trimmed.lowercased()
            guard ["false", "0", "no"].contains(finished) else { return false }
            if let column = columns.progress, let progress = Int(table[rows[place], column].trimmed) {
                return progress < settings.minimumProgress
            }
        } else if settings.format != .surveyMonkey {
            return false
        }
        return ratingCount > 0 && answered * 100 < settings.minimumProgress * ratingCount
    }

    /// The ids of some rows, given by their places; nil where there are none, or none that tell responses apart.
    private func responseIDs(of places: [Int], log: inout DiagnosticLog) -> ResponseIDs? {
        guard let column = columns.id else { return nil }
        let ids = ResponseIDs(table, column: column, rows: rows, places: places)
        guard ids.areDamaged else { return ids }
        log.report(
            table.diagnostic(
                .warning, row: 0, column: column,
                "the ids of responses were rounded or repeat too often, so that none is taken for a duplicate",
                hint: "export the file again and don't save it with a spreadsheet program"))
        return nil
    }

    /// How many of the rows that count are dated outside the wave; most of them is surprising, and told.
    private func outsideWave(_ kept: [Int], _ wave: Wave, log: inout DiagnosticLog) -> Int {
        guard let time = columns.time else { return 0 }
        let counts = ResponseDates(table, column: time, rows: rows, wave: wave).outside(wave, of: kept)
        if counts.outside * 2 > counts.dated {
            log.report(
                Diagnostic(
                    .warning, path: table.file.path,
                    message: "\(counts.outside) of \(counts.dated) responses are dated outside the wave",
                    hint:
                        "look whether this is the export of another wave, or correct \"from\" and \"to\" in school.yaml"
                ))
        }
        return counts.outside
    }
}
