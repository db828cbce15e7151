import CSV

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

    /// The format that a table gives itself away as: Qualtrics by the third of its header rows, SurveyMonkey and Google Forms
    /// by the column that they begin with.
    init(guessedFrom table: CSVTable) {
        guard table.rowCount > 0 else {
            self = .plain
            return
        }
        if table.rowCount > 2, SurveyHeader.holdsImportIDs(table) {
            self = .qualtrics
        } else if table.rowCount > 1, ColumnNames.compact(table[0, 0]) == "respondentid",
            ColumnNames.compact(table[1, 0]).isEmpty
        {
            self = .surveyMonkey
        } else if ColumnNames.isGoogleTimestamp(table[0, 0]) {
            self = .googleForms
        } else {
            self = .plain
        }
    }
}
