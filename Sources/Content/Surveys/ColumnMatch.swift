import CSV
import Diagnostics
import Evaluation

/// The columns that answer an item.
enum ItemColumns {
    /// One column, which holds the whole answer.
    case single(Int)
    /// A column for each option, with the option's place in the item's list.
    case options([(column: Int, place: Int)])

    var all: [Int] {
        switch self {
        case .single(let column): [column]
        case .options(let options): options.map(\.column)
        }
    }
}

/// Finds the columns of items by id, by text in any language, or by the header that school.yaml names.
///
/// No diagnostic quotes a header: in a file without headers the first row is an answer.
struct ColumnMatch {
    let table: CSVTable
    let columns: [SurveyColumn]
    let settings: ExportSettings
    private var byName: [String: [Int]] = [:]
    private var byWeakName: [String: [Int]] = [:]
    private var byQuestion: [String: [(column: Int, option: String)]] = [:]
    private var ignored: Set<Int> = []

    /// The most columns or items that are each given a diagnostic.
    static let mostReported = 20
    /// The most columns among which the nearest one is looked for.
    static let mostCandidates = 500

    init(table: CSVTable, header: SurveyHeader, settings: ExportSettings) {
        self.table = table
        self.settings = settings
        columns = header.columns
        let ignoredNames = Set(settings.ignoredColumns.map(\.normalizedQuestion))
        for (index, column) in columns.enumerated() where column.role == .answers || column.role == .otherText {
            let names = Set(column.names.map(\.normalizedQuestion))
            let weakNames = Set(column.weakNames.map(\.normalizedQuestion))
            if !ignoredNames.isEmpty, !names.union(weakNames).isDisjoint(with: ignoredNames) {
                ignored.insert(index)
                continue
            }
            for name in names { byName[name, default: []].append(index) }
            for name in weakNames { byWeakName[name, default: []].append(index) }
            for (question, option) in column.options {
                byQuestion[question.normalizedQuestion, default: []].append((index, option))
            }
        }
    }

    /// The columns of each item; nil for an item without one, which has been reported.
    func match(_ asked: [(item: Item, names: QuestionNames.OfItem)], log: inout DiagnosticLog) -> [ItemColumns?] {
        let items = asked.map(\.item)
        var owners: [Int: Item] = [:]
        var claimed: Set<Int> = []
        let found = asked.map { find($0.item, $0.names, &claimed, log: &log) }
        for (item, columns) in zip(items, found) {
            for column in columns?.all ?? [] {
                guard let owner = owners.updateValue(item, forKey: column) else { continue }
                log.report(
                    table.diagnostic(
                        row: 0, column: column, "this column answers two items, \(owner.id) and \(item.id)",
                        hint: "give each its own text in the questionnaire, or name the columns in school.yaml"))
            }
        }
        let missing = items.indices.filter { found[$0] == nil }.map { items[$0] }
        let unused = columns.indices.filter {
            columns[$0].role == .answers && owners[$0] == nil && !claimed.contains($0) && !ignored.contains($0)
                && !columns[$0].names.allSatisfy(\.isEmpty)
        }
        reportMissing(missing, unused, log: &log)
        reportUnused(unused, missing, log: &log)
        return found
    }

    /// The columns of an item; those that are of it and can't be read are reported, and added to the claimed ones.
    private func find(
        _ item: Item, _ usual: QuestionNames.OfItem, _ claimed: inout Set<Int>, log: inout DiagnosticLog
    ) -> ItemColumns? {
        let names = settings.columns[item.id].map { [$0.normalizedQuestion] } ?? usual.names
        if case .multipleChoice(let choices) = item.kind,
            let options = options(Set(names), choices, usual, item, &claimed, log: &log)
        {
            return .options(options)
        }
        var found = Self.columns(of: names, in: byName)
        if found.isEmpty { found = Self.columns(of: names, in: byWeakName) }
        guard let column = found.first else { return nil }
        claimed.formUnion(found)
        for other in found.dropFirst().prefix(Self.mostReported) {
            log.report(
                table.diagnostic(
                    row: 0, column: other, "two columns answer the item \(item.id)",
                    hint: "the other is column \(column + 1); name one of the two in \"columns\" or \"ignore-columns\"")
            )
        }
        return .single(column)
    }

    /// The columns that have one of some names, each once, in order: nearly always a single one.
    private static func columns(of names: [String], in places: [String: [Int]]) -> [Int] {
        var found: [Int] = []
        for name in names {
            for column in places[name] ?? [] where !found.contains(column) { found.append(column) }
        }
        return found.sorted()
    }

    /// The columns of a multiple choice that has one for each option; nil where it hasn't.
    private func options(
        _ names: Set<String>, _ choices: [Item.Choice], _ usual: QuestionNames.OfItem, _ item: Item,
        _ claimed: inout Set<Int>, log: inout DiagnosticLog
    ) -> [(column: Int, place: Int)]? {
        var columnOfPlace: [Int: Int] = [:]
        var unknown: Set<Int> = []
        var taken: Set<Int> = []
        for (column, option) in names.sorted().flatMap({ byQuestion[$0] ?? [] }) where !taken.contains(column) {
            guard
                let place = usual.places[option.normalizedQuestion] ?? (ColumnNames.isOther(option) ? usual.other : nil)
            else {
                if columns[column].role == .answers { unknown.insert(column) }
                continue
            }
            taken.insert(column)
            if let first = columnOfPlace[place], first != column {
                log.report(
                    table.diagnostic(
                        row: 0, column: column, "two columns answer choice \(place + 1) of the item \(item.id)",
                        hint: "the other is column \(first + 1)"))
            }
            columnOfPlace[place] = columnOfPlace[place] ?? column
        }
        guard !columnOfPlace.isEmpty else { return nil }
        claimed.formUnion(unknown)
        claimed.formUnion(taken)
        for column in unknown.subtracting(taken).sorted().prefix(Self.mostReported) {
            log.report(
                table.diagnostic(
                    row: 0, column: column, "this column is of the item \(item.id), and of none of its choices",
                    hint: "add the choice to the questionnaire, or the header to \"ignore-columns\" in school.yaml"))
        }
        for place in choices.indices where columnOfPlace[place] == nil && place != usual.other {
            log.report(
                Diagnostic(
                    path: table.file.path,
                    message: "no column answers choice \(place + 1) of the item \(item.id), "
                        + "\"\(choices[place].label.original)\"",
                    hint: "export all columns, or correct the choice's label in the questionnaire"))
        }
        return columnOfPlace.sorted { $0.key < $1.key }.map { (column: $0.value, place: $0.key) }
    }
}
