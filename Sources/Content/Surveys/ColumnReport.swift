import CSV
import Diagnostics
import Evaluation

extension ColumnMatch {
    /// Reports items without a column, each with the nearest unused column.
    func reportMissing(_ missing: [Item], _ unused: [Int], log: inout DiagnosticLog) {
        for item in missing.prefix(Self.mostReported) {
            let isNamed = settings.columns[item.id] != nil
            log.report(
                Diagnostic(
                    path: table.file.path,
                    message: isNamed
                        ? "this file has no column by the header that \"columns\" in school.yaml names for \(item.id)"
                        : "no column answers the item \(item.id), \"\(item.text.original)\"",
                    hint: nearestColumn(to: item, among: unused)))
        }
        if missing.count > Self.mostReported {
            log.report(
                Diagnostic(
                    path: table.file.path,
                    message: "\(missing.count - Self.mostReported) more items have no column"))
        }
    }

    /// A hint that names the nearest column by its number alone.
    private func nearestColumn(to item: Item, among unused: [Int]) -> String {
        let expected =
            "its header should be the item's id or its full text, or stand under \"columns\" in school.yaml"
        let candidates = unused.prefix(Self.mostCandidates)
        for wanted in [settings.columns[item.id] ?? item.text.original, item.id] {
            if let near = NearestName.match(for: wanted, among: candidates.flatMap { columns[$0].names }),
                let column = candidates.first(where: { columns[$0].names.contains(near) })
            {
                return "column \(column + 1) is nearest; \(expected)"
            }
        }
        return expected
    }

    /// Warns of columns that belong to no item, each with the nearest item without a column.
    func reportUnused(_ unused: [Int], _ missing: [Item], log: inout DiagnosticLog) {
        let wanted = missing.prefix(Self.mostCandidates)
        for column in unused.prefix(Self.mostReported) {
            let near = columns[column].names.lazy.compactMap { name in
                NearestName.match(for: name, among: wanted.flatMap { [$0.id] + $0.text.all }).flatMap { near in
                    wanted.first { $0.id == near || $0.text.all.contains(near) }
                }
            }.first
            log.report(
                table.diagnostic(
                    .warning, row: 0, column: column, "this column matches no item and is not read",
                    hint: near.map { "the item \($0.id) is nearest" }
                        ?? "where that is right, add its header to \"ignore-columns\" in school.yaml"))
        }
        if unused.count > Self.mostReported {
            log.report(
                Diagnostic(
                    .warning, path: table.file.path,
                    message: "\(unused.count - Self.mostReported) more columns match no item and are not read"))
        }
    }
}
