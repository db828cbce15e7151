import CSV
import Diagnostics
import Evaluation

/// The answers of some rows, item by item.
struct AnswerColumns {
    let table: CSVTable
    let format: SurveyFormat
    /// The rows that are read, in order; each array below has an entry for each of them.
    let rows: [Int]
    /// Codes of ratings and single choices by item.
    private(set) var codes: [String: [UInt8]] = [:]
    /// Options of multiple choices by item.
    private(set) var selections: [String: [UInt64]] = [:]
    /// Comments by item, empty where there is none.
    private(set) var comments: [String: [String]] = [:]
    /// Fields whose answer is none that the item has, the first of each item, and how many there are in all.
    private var unknown: [(row: Int, column: Int, known: KnownAnswers)] = []
    private var unknownCount = 0
    /// Tables by scale: the items of a questionnaire mostly share one.
    private var scales: [(scale: ResponseScale, known: KnownAnswers, table: AnswerTable<UInt8>)] = []

    /// The most answers off the scale that are each given a diagnostic.
    private static let mostReported = 20

    init(table: CSVTable, format: SurveyFormat, rows: [Int]) {
        self.table = table
        self.format = format
        self.rows = rows
    }

    /// Reads an item's answers from its columns.
    mutating func read(_ item: Item, from columns: ItemColumns) {
        switch (item.kind, columns) {
        case (.rating(let rating), .single(let column)):
            let place = place(of: rating.scale)
            var entry = scales[place]
            codes[item.id] = values(of: column, entry.known, &entry.table, missing: SurveyResponses.missing)
            scales[place] = entry
        case (.singleChoice(let choices), .single(let column)):
            let known = KnownAnswers(choices, byPlace: false)
            var answers = AnswerTable(codesOf: known, format: format)
            codes[item.id] = values(of: column, known, &answers, missing: SurveyResponses.missing)
        case (.multipleChoice(let choices), .single(let column)):
            let known = KnownAnswers(choices, byPlace: true)
            var answers = AnswerTable(selectionsOf: known, format: format)
            selections[item.id] = values(of: column, known, &answers, missing: 0)
        case (.multipleChoice(let choices), .options(let options)):
            var chosen = [UInt64](repeating: 0, count: rows.count)
            for (column, place) in options {
                let known = KnownAnswers([choices[place]], byPlace: true)
                var answers = AnswerTable(option: choices[place], format: format)
                let flags = values(of: column, known, &answers, missing: 0)
                for index in flags.indices { chosen[index] |= flags[index] << UInt64(place) }
            }
            selections[item.id] = chosen
        case (.comment, .single(let column)):
            comments[item.id] = rows.map { row in
                let comment = table[row, column]
                return comment.isMissing(in: format) ? "" : comment.trimmed
            }
        case (.rating, .options), (.singleChoice, .options), (.comment, .options):
            break
        }
    }

    /// Where a scale's table is. Items share few scales, and comparing those is cheap, since they share their words too.
    private mutating func place(of scale: ResponseScale) -> Int {
        if let place = scales.firstIndex(where: { $0.scale == scale }) { return place }
        let known = KnownAnswers(scale)
        scales.append((scale, known, AnswerTable(codesOf: known, format: format)))
        return scales.count - 1
    }

    /// How many ratings, options or comments each row has answered: of the ratings, and in all.
    func answeredCounts() -> (ratings: [UInt16], all: [UInt16]) {
        var ratings = [UInt16](repeating: 0, count: rows.count)
        for codes in codes.values {
            for index in codes.indices where codes[index] != SurveyResponses.missing { ratings[index] += 1 }
        }
        var all = ratings
        for selections in selections.values {
            for index in selections.indices where selections[index] != 0 { all[index] += 1 }
        }
        for comments in comments.values {
            for index in comments.indices where !comments[index].isEmpty { all[index] += 1 }
        }
        return (ratings, all)
    }

    /// Reports answers that are none of an item's, the first by row and the others by their number.
    func reportUnknown(to log: inout DiagnosticLog) {
        let first = unknown.sorted { ($0.row, $0.column) < ($1.row, $1.column) }.prefix(Self.mostReported)
        for (row, column, known) in first {
            log.report(
                table.diagnostic(
                    row: row, column: column, "the answer in this field is not on the scale",
                    hint: known.hint(for: table[row, column])))
        }
        if unknownCount > first.count {
            log.report(
                Diagnostic(
                    path: table.file.path, message: "\(unknownCount - first.count) more answers are not on the scale"))
        }
    }

    private mutating func values<Value>(
        of column: Int, _ known: KnownAnswers, _ answers: inout AnswerTable<Value>, missing: Value
    ) -> [Value] {
        var misses: [Int] = []
        var missCount = 0
        let values = [Value](unsafeUninitializedCapacity: rows.count) { buffer, count in
            table.forEachField(ofColumn: column, in: rows) { place, bytes in
                let value = bytes.isEmpty ? missing : answers.value(of: bytes)
                if value == nil {
                    missCount += 1
                    if misses.count < Self.mostReported { misses.append(place) }
                }
                buffer.initializeElement(at: place, to: value ?? missing)
            }
            count = rows.count
        }
        unknown += misses.map { (rows[$0], column, known) }
        unknownCount += missCount
        return values
    }
}
