import CSV
import Diagnostics
import Evaluation

/// Reads measures.csv.
struct MeasureReader {
    let folder: ContentFolder

    private static let columns = ["period", "measure", "count"]
    private static let groupColumn = "students"

    /// The places of the columns in a table.
    private struct Places {
        let period: Int
        let measure: Int
        let count: Int
        /// Where counts of groups of students have a column for the group.
        let students: Int?
    }

    /// What is counted once: a measure in a year among a group.
    /// The counts of a file, by measure, year and group; empty where there is no such file.
    func read(_ file: String, log: inout DiagnosticLog) -> [MeasureCount] {
        guard folder.contains(file), let source = folder.read(file, log: &log),
            let table = CSVTable(source, log: &log)
        else { return [] }
        table.reportUnevenRows(from: 1, to: &log)
        guard table.rowCount > 0 else {
            log.report(
                Diagnostic(path: source.path, message: "this file is empty", hint: "begin it with \(Self.header)"))
            return []
        }
        let header = table.row(0).map { $0.trimmed.lowercased() }
        guard let places = places(in: header, of: table, log: &log) else { return [] }
        var counts: [MeasureCount] = []
        var rows: [MeasureKey: Int] = [:]
        for row in 1..<max(1, table.rowCount) where table.fieldCount(ofRow: row) == header.count {
            guard let read = readRow(table, row, places, log: &log) else { continue }
            let key = MeasureKey(read)
            if let first = rows.updateValue(row, forKey: key) {
                let among = read.students == .all ? "" : " among \(read.students.name)"
                log.report(
                    table.diagnostic(
                        row: row,
                        "\(read.measure.rawValue) in \(read.period.title)\(among) is given twice, first on line "
                            + "\(table.line(ofRow: first))"))
            }
            counts.append(read)
        }
        MeasureSums(counts).report(to: &log) { count, message in
            rows[MeasureKey(count)].map { table.diagnostic(row: $0, column: places.count, message) }
        }
        return counts.sorted { ($0.measure, $0.period, $0.students) < ($1.measure, $1.period, $1.students) }
    }

    private static var header: String { columns.joined(separator: ",") }

    private func places(in header: [String], of table: CSVTable, log: inout DiagnosticLog) -> Places? {
        let indices = Self.columns.map { header.firstIndex(of: $0) }
        guard let period = indices[0], let measure = indices[1], let count = indices[2] else {
            for (name, index) in zip(Self.columns, indices) where index == nil {
                log.report(
                    table.diagnostic(
                        row: 0, "there is no column \"\(name)\"",
                        hint: "the first line should be \(Self.header), or \(Self.header),\(Self.groupColumn)"))
            }
            return nil
        }
        for (place, name) in header.enumerated() where !(Self.columns + [Self.groupColumn]).contains(name) {
            log.report(
                table.diagnostic(
                    .warning, row: 0, column: place, "nothing reads this column",
                    hint: NearestName.hint(for: name, among: Self.columns + [Self.groupColumn])))
        }
        return Places(
            period: period, measure: measure, count: count, students: header.firstIndex(of: Self.groupColumn))
    }

    private func readRow(
        _ table: CSVTable, _ row: Int, _ places: Places, log: inout DiagnosticLog
    ) -> MeasureCount? {
        let period = SchoolYear(table[row, places.period].trimmed)
        if period == nil {
            log.report(
                table.diagnostic(
                    row: row, column: places.period,
                    "\"\(table[row, places.period].prefix(40))\" is not a school year such as 2024-2025"))
        }
        let name = table[row, places.measure].trimmed
        let measure = Measure(rawValue: name)
        if measure == nil {
            log.report(
                table.diagnostic(
                    row: row, column: places.measure, "there is no measure \"\(name.prefix(60))\"",
                    hint: NearestName.hint(for: name, among: Measure.allCases.map(\.rawValue))))
        }
        let students = readStudents(table, row, places, measure, log: &log)
        let count = Int(table[row, places.count].trimmed)
        if count.map({ (0...1_000_000_000).contains($0) }) != true {
            log.report(
                table.diagnostic(
                    row: row, column: places.count,
                    "\"\(table[row, places.count].prefix(40))\" is not a whole number, 0 or more"))
            return nil
        }
        guard let period, let measure, let students, let count else { return nil }
        return MeasureCount(period: period, measure: measure, students: students, count: count)
    }

    /// The group of students of a row, all of them where none is named; nil where it was reported as wrong.
    private func readStudents(
        _ table: CSVTable, _ row: Int, _ places: Places, _ measure: Measure?, log: inout DiagnosticLog
    ) -> StudentGroup? {
        guard let column = places.students else { return .all }
        let name = table[row, column].trimmed.lowercased()
        guard !name.isEmpty else { return .all }
        guard let students = StudentGroup(name) else {
            log.report(
                table.diagnostic(
                    row: row, column: column, "there is no group of students \"\(name.prefix(60))\"",
                    hint: StudentGroup.hint(for: name)))
            return nil
        }
        if let measure, !measure.concernsStudents, students != .all {
            log.report(
                table.diagnostic(
                    row: row, column: column, "\(measure.rawValue) are no events of students and have no groups",
                    hint: "leave \"students\" empty"))
            return nil
        }
        return students
    }
}
