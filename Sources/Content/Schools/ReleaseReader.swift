import CSV
import Dates
import Diagnostics
import Evaluation

/// Reads releases.csv, the ledger of what a school's booklets have told, to whomever: `date,audience,name,count`.
struct ReleaseReader {
    let folder: ContentFolder

    private static let columns = ["date", "audience", "name", "count"]

    /// The releases of a file, the earliest first; empty where there is no such file.
    func read(_ file: String, log: inout DiagnosticLog) -> [Release] {
        guard folder.contains(file), let source = folder.read(file, isConfidential: true, log: &log),
            let table = CSVTable(source, log: &log)
        else { return [] }
        table.reportUnevenRows(from: 1, to: &log)
        guard table.rowCount > 0, table.row(0).map(\.trimmed) == Self.columns else {
            log.report(
                Diagnostic(
                    path: source.path, message: "this is no ledger of releases",
                    hint: "prowess evaluate writes it, beginning with \(Self.columns.joined(separator: ","))"))
            return []
        }
        var releases: [Key: [[String: Int]]] = [:]
        for row in 1..<table.rowCount where table.fieldCount(ofRow: row) == Self.columns.count {
            guard let date = CalendarDate(iso8601: table[row, 0]), let count = Int(table[row, 3]), count >= 0 else {
                log.report(
                    table.diagnostic(
                        row: row, "this row has no date such as 2026-03-01, or no whole number at its end",
                        hint: "put the file back as it was: it tells which numbers must not be told again"))
                continue
            }
            let key = Key(date: date, audience: table[row, 1])
            Self.add(count, of: table[row, 2], to: &releases[key, default: []])
        }
        return releases.sorted { ($0.key.date, $0.key.audience) < ($1.key.date, $1.key.audience) }.flatMap {
            key, told in
            told.map { Release(date: key.date, audience: key.audience, counts: $0) }
        }
    }

    /// Adds a count to the releases of a day. Where one audience was told two counts under one name, it knows both.
    private static func add(_ count: Int, of name: String, to releases: inout [[String: Int]]) {
        if let place = releases.firstIndex(where: { ($0[name] ?? count) == count }) {
            releases[place][name] = count
        } else {
            releases.append([name: count])
        }
    }

    private struct Key: Hashable {
        let date: CalendarDate
        let audience: String
    }
}
