import CSV

/// One column of an export, as its header rows describe it.
struct SurveyColumn {
    /// What a column holds.
    enum Role: Equatable {
        /// Answers, as far as an item is found for it.
        case answers
        /// What a respondent typed beside an option such as "Other (please specify)".
        case otherText
        /// When a response was given; of several such columns the one of the lowest rank counts.
        case time(rank: Int)
        case responseID
        case status
        case finished
        case progress
        /// Who answered: never read.
        case identity
        /// What else the tool adds by itself.
        case tool
    }

    var role: Role
    /// What an item may be matched by: its id or its text.
    var names: [String]
    /// What stands for several columns together, and matches only where nothing else does.
    var weakNames: [String] = []
    /// A question and one of its options, for a column that holds a single option of several.
    var options: [(question: String, option: String)] = []
}

/// The columns of an export, from its header rows.
struct SurveyHeader {
    let columns: [SurveyColumn]

    /// Reads the header rows, which a table has to have.
    init(_ table: CSVTable, _ format: SurveyFormat) {
        let width = table.fieldCount(ofRow: 0)
        switch format {
        case .googleForms, .plain:
            columns = (0..<width).map { Self.singleRow(table[0, $0], isFirst: $0 == 0, format) }
        case .surveyMonkey:
            var question = ""
            columns = (0..<width).map { column in
                let own = table[0, column]
                // A blank cell belongs to the question to its left.
                if !own.trimmed.isEmpty { question = own }
                return Self.surveyMonkey(question, detail: table[1, column].trimmed)
            }
        case .qualtrics:
            columns = (0..<width).map { Self.qualtrics(table[0, $0], table[1, $0], importID: table[2, $0]) }
        }
    }

    /// Whether the third row is the one in which Qualtrics puts its own names of the columns.
    static func holdsImportIDs(_ table: CSVTable) -> Bool {
        (0..<min(table.fieldCount(ofRow: 2), 200)).contains { column in
            // Where answers are numbers, their length tells at once.
            let field = table[2, column]
            return field.utf8.count > 8 && field.contains("ImportId")
        }
    }

    /// A grid's column is headed `Question [Row]`, and the row is the item or an option.
    private static func singleRow(_ header: String, isFirst: Bool, _ format: SurveyFormat) -> SurveyColumn {
        let name = header.utf8.count <= 64 ? ColumnNames.compact(header) : header
        if name.isEmpty { return SurveyColumn(role: .tool, names: []) }
        if ColumnNames.tellsWhoAnswered(header) { return SurveyColumn(role: .identity, names: []) }
        if ColumnNames.isGoogleTimestamp(header) { return SurveyColumn(role: .time(rank: 0), names: []) }
        if format == .plain, let role = ColumnNames.plainRoles[name] {
            return SurveyColumn(role: role, names: [header])
        }
        if format == .googleForms, ["score", "puntuación"].contains(name) {
            return SurveyColumn(role: .tool, names: [])
        }
        guard header.hasSuffix("]"), let open = header.lastIndex(of: "[") else {
            return SurveyColumn(role: .answers, names: [header])
        }
        let row = String(header[header.index(after: open)...].dropLast())
        let question = String(header[..<open])
        if format == .googleForms, ["Score", "Feedback"].contains(row) { return SurveyColumn(role: .tool, names: []) }
        return SurveyColumn(role: .answers, names: [header, row], options: [(question, row)])
    }

    /// The second row holds the row of a matrix or the option of a multiple choice; a single question stands in the first.
    private static func surveyMonkey(_ question: String, detail: String) -> SurveyColumn {
        if ColumnNames.tellsWhoAnswered(question) { return SurveyColumn(role: .identity, names: []) }
        if let role = ColumnNames.surveyMonkeyRoles[ColumnNames.compact(String(question.prefix(32)))] {
            return SurveyColumn(role: role, names: [])
        }
        if question.trimmed.isEmpty && detail.isEmpty { return SurveyColumn(role: .tool, names: []) }
        if ColumnNames.isPlaceholder(detail) { return SurveyColumn(role: .answers, names: [question]) }
        if ColumnNames.tellsWhoAnswered(detail) { return SurveyColumn(role: .identity, names: []) }
        let options = [(question: question, option: detail)]
        if ColumnNames.isOther(detail) { return SurveyColumn(role: .otherText, names: [], options: options) }
        return SurveyColumn(
            role: .answers, names: [detail, "\(question) - \(detail)"], weakNames: [question], options: options)
    }

    /// The first row has the question's id, the second its text, with the row of a matrix or an option after a dash.
    private static func qualtrics(_ id: String, _ text: String, importID: String) -> SurveyColumn {
        let isQuestion = importID.contains("\"QID")
        let imported = importID.split(separator: "\"").dropFirst(3).first.map(String.init) ?? id
        if !isQuestion {
            for name in [imported, id] {
                if let role = ColumnNames.qualtricsRoles[ColumnNames.compact(name)] {
                    return SurveyColumn(role: role, names: [])
                }
            }
            if id.trimmed.isEmpty && text.trimmed.isEmpty { return SurveyColumn(role: .tool, names: []) }
        }
        if [id, imported, text].contains(where: ColumnNames.tellsWhoAnswered) {
            return SurveyColumn(role: .identity, names: [])
        }
        let selected = " - Selected Choice"
        let whole = text.hasSuffix(selected) ? String(text.dropLast(selected.count)) : text
        var column = SurveyColumn(role: id.hasSuffix("_TEXT") ? .otherText : .answers, names: [id, whole])
        var search = whole.startIndex
        while let dash = whole.range(of: " - ", in: search) {
            let question = String(whole[..<dash.lowerBound])
            let part = String(whole[dash.upperBound...])
            column.names.append(part)
            column.options.append(
                (question.hasSuffix(selected) ? String(question.dropLast(selected.count)) : question, part))
            search = dash.upperBound
        }
        // `Q5_2` is the second option of `Q5`, or the one coded with 2.
        if let underscore = id.lastIndex(of: "_"), let option = column.options.last?.option {
            column.options.append((String(id[..<underscore]), option))
        }
        // The option itself has a column of its own, or is told in that of the question.
        if column.role == .otherText { (column.names, column.options) = ([], []) }
        return column
    }
}

extension String {
    /// The first place of some text from an index on.
    fileprivate func range(of part: String, in start: Index) -> Range<Index>? {
        self[start...].firstRange(of: part)
    }
}
