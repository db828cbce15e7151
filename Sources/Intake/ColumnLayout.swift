import CSV
import Diagnostics

/// Which column of a table is which field.
struct ColumnLayout: Sendable {
    let shape: IntakeShape
    /// How many columns the header has.
    let width: Int
    /// The fields that are there, with their columns from 0.
    let fields: [(field: IntakeField, column: Int)]
    /// The needed columns that are not there.
    let missing: [IntakeShape.Column]
    /// The columns that nobody can tell apart, as pairs from 0.
    let doubled: [(first: Int, second: Int)]
    /// The names as they stand in the file.
    let header: [String]
    /// Whether nobody named the format, and the header is only nearest to this one's.
    var isGuess = false

    /// Finds a shape's columns in a header.
    init(_ shape: IntakeShape, header: [String]) {
        self.shape = shape
        self.header = header
        width = header.count
        let names = header.map(folded)
        var fields: [(field: IntakeField, column: Int)] = []
        var missing: [IntakeShape.Column] = []
        var doubled: [(first: Int, second: Int)] = []
        for column in shape.columns {
            let found = column.names.lazy.map(folded).map { name in names.indices.filter { names[$0] == name } }
                .first { !$0.isEmpty }
            if let found {
                fields.append((column.field, found[0]))
                if found.count > 1 { doubled.append((found[0], found[1])) }
            } else if shape.format == .mailchimp, column.field == .email, !header.isEmpty {
                // The merge field of the address has the list's own label; it comes first.
                fields.append((column.field, 0))
            } else if column.isNeeded {
                missing.append(column)
            }
        }
        self.fields = fields
        self.missing = missing
        self.doubled = doubled
    }

    /// How many of the shape's needed columns are there, as a share.
    var share: Double {
        let needed = shape.columns.filter(\.isNeeded).count
        return Double(needed - missing.count) / Double(max(1, needed))
    }

    /// Reports what keeps the table from being read, and warns where an optional column is probably misspelled. Headers are never
    /// quoted: where there is none, the first row is a person's.
    func report(path: String, to log: inout DiagnosticLog) {
        for (first, second) in doubled {
            log.report(
                diagnostic(
                    .error, path, column: second, "columns \(first + 1) and \(second + 1) have the same name",
                    hint: "rename the one that is not meant"))
        }
        for column in missing {
            let message =
                isGuess
                ? "this looks like \(shape.format.rawValue), and has no column \"\(column.name)\""
                : "there is no column \"\(column.name)\""
            log.report(
                diagnostic(
                    .error, path, column: 0, message,
                    hint: nearest(to: column)
                        ?? (isGuess
                            ? "add it, with empty cells where there is nothing to tell, or name the format" : nil)))
        }
        let present = Set(fields.map(\.field))
        for column in shape.columns where !column.isNeeded && !present.contains(column.field) {
            guard let hint = nearest(to: column) else { continue }
            log.report(diagnostic(.warning, path, column: 0, "there is no column \"\(column.name)\"", hint: hint))
        }
    }

    /// The nearest of the columns that are nobody's.
    private func nearest(to column: IntakeShape.Column) -> String? {
        let taken = Set(fields.map(\.column))
        let free = header.indices.filter { !taken.contains($0) }
        guard let match = NearestName.match(for: column.name, among: free.map { header[$0] }),
            let index = free.first(where: { header[$0] == match })
        else { return nil }
        return "column \(index + 1) is nearest; rename it to \"\(column.name)\""
    }

    private func diagnostic(
        _ severity: Diagnostic.Severity, _ path: String, column: Int, _ message: String, hint: String?
    ) -> Diagnostic {
        Diagnostic(
            severity, path: path, location: SourceLocation(line: 1, column: column + 1), message: message, hint: hint)
    }
}
