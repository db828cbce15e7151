import CSV
import Diagnostics
import Evaluation

/// Reads measures.csv.
struct MeasureReader {
    let folder: ContentFolder

    private static let columns = ["period", "measure", "count"]

    /// The counts of a file, by period and measure; empty where there is no such file.
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
        let indices = Self.columns.map { header.firstIndex(of: $0) }
        guard let period = indices[0], let measure = indices[1], let count = indices[2] else {
            for (name, index) in zip(Self.columns, indices) where index == nil {
                log.report(
                    table.diagnostic(
                        row: 0, "there is no column \"\(name)\"", hint: "the first line should be \(Self.header)"))
            }
            return []
        }
        var counts: [MeasureCount] = []
        var seen: [String: Int] = [:]
        for row in 1..<max(1, table.rowCount) where table.fieldCount(ofRow: row) == header.count {
            let read = readRow(table, row, columns: (period, measure, count), log: &log)
            guard let read else { continue }
            let key = "\(read.period.start) \(read.measure.rawValue)"
            if let first = seen.updateValue(table.line(ofRow: row), forKey: key) {
                log.report(
                    table.diagnostic(
                        row: row,
                        "\(read.measure.rawValue) in \(read.period.title) is given twice, first on line \(first)"))
            }
            counts.append(read)
        }
        return counts.sorted { ($0.measure, $0.period) < ($1.measure, $1.period) }
    }

    private static var header: String { columns.joined(separator: ",") }

    private func readRow(
        _ table: CSVTable, _ row: Int, columns: (period: Int, measure: Int, count: Int), log: inout DiagnosticLog
    ) -> MeasureCount? {
        let period = SchoolYear(table[row, columns.period].trimmed)
        if period == nil {
            log.report(
                table.diagnostic(
                    row: row, column: columns.period,
                    "\"\(table[row, columns.period].prefix(40))\" is not a school year such as 2024-2025"))
        }
        let name = table[row, columns.measure].trimmed
        let measure = Measure(rawValue: name)
        if measure == nil {
            log.report(
                table.diagnostic(
                    row: row, column: columns.measure, "there is no measure \"\(name.prefix(60))\"",
                    hint: NearestName.hint(for: name, among: Measure.allCases.map(\.rawValue))))
        }
        let count = Int(table[row, columns.count].trimmed)
        if count.map({ (0...1_000_000_000).contains($0) }) != true {
            log.report(
                table.diagnostic(
                    row: row, column: columns.count,
                    "\"\(table[row, columns.count].prefix(40))\" is not a whole number, 0 or more"))
            return nil
        }
        guard let period, let measure, let count else { return nil }
        return MeasureCount(period: period, measure: measure, count: count)
    }
}
