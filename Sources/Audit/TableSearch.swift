/// Finds a number in a table by the labels of its row and its column, in CSV and HTML.
enum TableSearch {
    private struct Row {
        let line: Int
        let cells: [String]
    }

    static func findings(of secrets: [PlacedSecret], in file: TextSearch.File) -> [TextSearch.Finding] {
        let rows = file.text.contains("<tr") ? htmlRows(file.text) : separatedRows(file.text)
        return secrets.flatMap { secret in
            search(secret, rows, secret.row, secret.column, file.name)
                + search(secret, rows, secret.column, secret.row, file.name)
        }
    }

    /// Follows a label at the top of a column down to rows with the other label.
    private static func search(
        _ secret: PlacedSecret, _ rows: [Row], _ side: String, _ top: String, _ file: String
    ) -> [TextSearch.Finding] {
        var column: Int?
        return rows.compactMap { row in
            column = row.cells.firstIndex { $0.lowercased() == top } ?? column
            guard let column, row.cells.indices.contains(column), secret.isIn(row.cells[column]),
                row.cells.contains(where: { $0.lowercased() == side })
            else { return nil }
            return TextSearch.Finding(
                secret: secret.secret.name, file: file, line: row.line, excerpt: row.cells[column])
        }
    }

    /// The cells of a line between commas, semicolons or tabs. A separator in quotation marks only moves later columns.
    private static func separatedRows(_ text: String) -> [Row] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().map { index, line in
            let cells = line.split(omittingEmptySubsequences: false) { $0 == "," || $0 == ";" || $0 == "\t" }
            return Row(line: index + 1, cells: cells.map { trimmed($0) })
        }
    }

    private static func htmlRows(_ text: String) -> [Row] {
        var line = 1
        return text.split(separator: "<tr", omittingEmptySubsequences: false).map { part in
            defer { line += part.count { $0.isNewline } }
            let cells = part.split(separator: "<td", omittingEmptySubsequences: false)
                .flatMap { $0.split(separator: "<th", omittingEmptySubsequences: false) }.dropFirst()
            return Row(line: line, cells: cells.map { trimmed(withoutTags($0)) })
        }
    }

    /// The text of a cell, of whose own tag the beginning is cut off.
    private static func withoutTags(_ markup: Substring) -> Substring {
        var isText = false
        return Substring(
            markup.filter { character in
                if character == "<" { isText = false }
                defer { if character == ">" { isText = true } }
                return isText
            })
    }

    private static func trimmed(_ text: Substring) -> String {
        let isMargin = { (character: Character) in character.isWhitespace || character == "\"" }
        var rest = text.drop(while: isMargin)
        while let last = rest.last, isMargin(last) { rest.removeLast() }
        return String(rest)
    }
}
