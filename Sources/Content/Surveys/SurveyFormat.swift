import CSV
import Foundation

/// The tool that exported a survey, which decides how its columns and rows are read.
enum SurveyFormat: String, CaseIterable, Sendable {
    case googleForms = "google-forms"
    case surveyMonkey = "surveymonkey"
    case qualtrics
    case plain

    /// How many rows come before the first respondent's.
    var headerRowCount: Int {
        switch self {
        case .googleForms, .plain: 1
        case .surveyMonkey: 2
        case .qualtrics: 3
        }
    }

    /// What each column may be matched by: item ids and question texts, the most exact first.
    func names(of table: CSVTable) -> [[String]] {
        let width = table.rowCount > 0 ? table.fieldCount(ofRow: 0) : 0
        return (0..<width).map { column in
            switch self {
            case .googleForms, .plain: Self.gridRow(of: table[0, column])
            case .surveyMonkey: Self.surveyMonkeyNames(table, column)
            case .qualtrics: [table[0, column]] + Self.matrixRow(of: table[1, column])
            }
        }
    }

    /// Whether a row is an answer that counts: no test of the survey's author, and finished.
    func isCounted(_ row: Int, of table: CSVTable, columns: [String: Int]) -> Bool {
        guard self == .qualtrics else { return true }
        if let status = columns["Status"].map({ table[row, $0].lowercased() }) {
            // In words, or as a sum of 1 (preview), 2 (test), 4 (imported), 8 (spam), 16 (offline), 32 (employees).
            let isNamed = ["preview", "test", "spam"].contains { status.contains($0) }
            guard !isNamed, (Int(status) ?? 0) & (1 | 2 | 8) == 0 else { return false }
        }
        guard let finished = columns["Finished"].map({ table[row, $0].lowercased() }) else { return true }
        return finished == "true" || finished == "1"
    }

    /// Whether a column holds what the tool adds by itself, never an item.
    func isMetadata(_ names: [String]) -> Bool {
        guard let name = names.first?.trimmed else { return true }
        switch self {
        case .googleForms: return ["Timestamp", "Email Address", "Username", "Score"].contains(name)
        case .surveyMonkey:
            return [
                "Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name",
                "Last Name",
            ].contains(name) || name.hasPrefix("Custom Data")
        case .qualtrics:
            return [
                "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished",
                "RecordedDate", "ResponseId", "RecipientLastName", "RecipientFirstName", "RecipientEmail",
                "ExternalReference", "ExternalDataReference", "LocationLatitude", "LocationLongitude",
                "DistributionChannel", "UserLanguage",
            ].contains(name)
        case .plain: return name.isEmpty
        }
    }

    /// A grid's column is headed `Question [Row]`, and the row is the item.
    private static func gridRow(of header: String) -> [String] {
        guard header.hasSuffix("]"), let open = header.lastIndex(of: "[") else { return [header] }
        return [header, String(header[header.index(after: open)...].dropLast())]
    }

    /// A matrix column's text is `Question - Row`, and the row is the item.
    private static func matrixRow(of text: String) -> [String] {
        guard let dash = text.range(of: " - ", options: .backwards) else { return [text] }
        return [text, String(text[dash.upperBound...])]
    }

    /// The second row holds the item of a matrix; a single question stands in the first, and a blank cell of the first
    /// belongs to the question to its left.
    private static func surveyMonkeyNames(_ table: CSVTable, _ column: Int) -> [String] {
        let detail = table.rowCount > 1 ? table[1, column].trimmed : ""
        let isPlaceholder = detail.isEmpty || detail == "Response" || detail == "Open-Ended Response"
        var question = table[0, column]
        var left = column
        while question.isEmpty, left > 0 {
            left -= 1
            question = table[0, left]
        }
        return isPlaceholder ? [question] : [detail, question]
    }
}
