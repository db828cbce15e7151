import CSV
import Diagnostics
import Evaluation
import Parallel

/// Reads the public-use files of the Civil Rights Data Collection: `crdc/<school-year>/*.csv`, each with a row for every
/// school of the country.
struct CivilRightsReader: Sendable {
    let folder: ContentFolder
    let jobs: Int

    static let folderName = "crdc"
    private static let keyColumn = "COMBOKEY"

    /// What the collection counted at the schools of some keys; nothing where there are no files.
    func read(_ keys: Set<ComboKey>, log: inout DiagnosticLog) -> CivilRightsCounts {
        let files = folder.files(in: Self.folderName, deep: true).filter { $0.hasSuffix(".csv") }
        if !files.isEmpty, keys.isEmpty {
            log.report(
                Diagnostic(
                    .warning, path: folder.shown(Self.folderName),
                    message: "nothing reads these files, since no school has a \"combokey\"",
                    hint: "add it to school.yaml, as the column \(Self.keyColumn) of the files has it"))
        }
        let collections = keys.isEmpty ? [] : files.concurrentMap(jobs: jobs) { read($0, keys) }
        collections.forEach { log.merge($0.log) }
        return CivilRightsCounts(folder: folder, collections: collections)
    }

    /// What one file has of some schools.
    struct ReadCollection: Sendable {
        var year: SchoolYear?
        var values: [ComboKey: [DisciplineColumns.Part: Int]] = [:]
        var log = DiagnosticLog()
    }

    private func read(_ file: String, _ keys: Set<ComboKey>) -> ReadCollection {
        var read = ReadCollection()
        let parts = file.split(separator: "/").map(String.init)
        guard parts.count == 3, let year = SchoolYear(parts[1]) else {
            read.log.report(
                Diagnostic(
                    path: folder.shown(file),
                    message: "a file of the collection lies in a folder named by its school year",
                    hint: "put it into \(folder.shown(Self.folderName))/2020-2021/, whichever year it is of"))
            return read
        }
        // Only the header and the rows of these schools are kept of tens of thousands.
        var keyColumn: Int?
        var isHeader = true
        guard let source = folder.read(file, log: &read.log),
            let table = CSVTable(
                source, log: &read.log,
                keeping: { row in
                    if isHeader {
                        isHeader = false
                        keyColumn = (0..<row.count).first { row[$0].trimmed.uppercased() == Self.keyColumn }
                        return true
                    }
                    return keyColumn.flatMap { ComboKey(field: row.bytes($0)) }.map(keys.contains) ?? false
                })
        else { return read }
        guard let keyColumn else {
            read.log.report(
                Diagnostic(
                    path: source.path, location: SourceLocation(line: 1),
                    message: "there is no column \(Self.keyColumn) by which schools are found",
                    hint: "take the file from the school-level folder of the public-use data as it is"))
            return read
        }
        let columns = DisciplineColumns(header: table.row(0))
        guard !columns.places.isEmpty else {
            read.log.report(
                Diagnostic(
                    .warning, path: source.path, message: "this file counts no referrals and no arrests",
                    hint: "only \"Referrals and Arrests.csv\" is needed, or the file of all columns of older years"))
            return read
        }
        read.year = year
        readRows(of: table, columns, keyColumn, into: &read)
        return read
    }

    private func readRows(
        of table: CSVTable, _ columns: DisciplineColumns, _ keyColumn: Int, into read: inout ReadCollection
    ) {
        for row in 1..<max(1, table.rowCount) {
            guard let key = ComboKey(field: table[row, keyColumn].utf8) else { continue }
            if read.values[key] != nil {
                read.log.report(
                    table.diagnostic(row: row, "the school \(key.digits) has two rows", hint: "the first is read"))
            }
            var values: [DisciplineColumns.Part: Int] = [:]
            for (part, column) in columns.places.sorted(by: { $0.value < $1.value }) {
                let text = table[row, column].trimmed
                // Counts are added up, and stay far from where that would overflow.
                if let value = Int(text), value.magnitude <= 1_000_000_000 {
                    values[part] = value
                } else if !text.isEmpty {
                    read.log.report(table.diagnostic(row: row, column: column, "this is no whole number"))
                }
            }
            read.values[key] = read.values[key] ?? values
        }
    }
}
