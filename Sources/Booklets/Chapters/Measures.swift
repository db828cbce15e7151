import Content
import Evaluation
import Layouts
import Statistics

extension Booklet {
    /// What was counted, by school year, with rates, intervals and what became of it; nil where nothing was.
    func measures() throws -> [String: TemplateValue]? {
        let table = evaluation.measures
        guard !table.rows.isEmpty else { return nil }
        let sentences = try sentences(table)
        return [
            "charts": try measureChart(table), "has-sentences": .flag(!sentences.isEmpty),
            "sentences": .list(sentences.map { .text($0) }),
            "periods": .list(table.periods.map { .text($0.title) }),
            "has-changes": .flag(table.periods.count > 1),
            "has-rates": .flag(table.rows.contains { $0.years.contains { $0.shown?.perStudent != nil } }),
            "rows": .list(try table.rows.map(row)),
        ]
    }

    private func row(_ row: MeasureTable.Row) throws -> TemplateValue {
        [
            "title": .text(try words("measures.titles.\(row.measure.rawValue)")),
            "students": .optional(row.students == .all ? nil : try title(of: row.students)),
            "years": .list(
                try row.years.map { year in
                    [
                        "count": .text(try words.mark(year) { words.number($0.count) }),
                        "rate": .optional(try year.shown?.perStudent.map(rate)),
                    ]
                }),
            "change": .text(try words.mark(row.changes.last ?? .notAsked, verdict)),
        ]
    }

    /// A rate per 1,000 students with its interval.
    private func rate(_ rate: MeasureYear.Rate) throws -> String {
        let value = words.decimals(1000 * rate.estimate, 1)
        guard let interval = rate.interval else { return try words("measures.rate", ["rate": value]) }
        return try words(
            "measures.rate-with-interval",
            [
                "rate": value,
                "interval": words.range(
                    words.decimals(1000 * interval.lower, 1), words.decimals(1000 * interval.upper, 1)),
            ])
    }

    private func verdict(_ change: MeasureChange) throws -> String {
        try words("measures.verdict.\(change.difference == 0 ? "unchanged" : change.verdict.key)")
    }

    /// What became of the measures of all students: those whose change may be chance, where they are several, in one sentence
    /// after the others.
    private func sentences(_ table: MeasureTable) throws -> [String] {
        let changed = table.rows.filter { $0.students == .all && $0.lastChange != nil }
        let alike = changed.filter { row in
            row.lastChange.map { $0.change.verdict == .notDistinguishable && $0.change.difference != 0 } ?? false
        }
        guard alike.count > 1, let change = alike.first?.lastChange?.change else {
            return try changed.compactMap { try sentence($0, table) }
        }
        let names = Set(alike.map(\.measure))
        let list = try alike.compactMap { row in
            try row.lastChange.map { _, before, after in
                try words(
                    "measures.several-of",
                    [
                        "measure": words.inText(words("measures.titles.\(row.measure.rawValue)")),
                        "before": words.number(before.count), "after": words.number(after.count),
                    ])
            }
        }
        return try changed.filter { !names.contains($0.measure) }.compactMap { try sentence($0, table) } + [
            words(
                "measures.several",
                ["list": words.list(list), "from": change.from.title, "to": change.to.title])
        ]
    }

    /// What became of a measure of all students from the last year but one to the last, in a sentence; nil where either is not
    /// told.
    func sentence(_ row: MeasureTable.Row, _ table: MeasureTable) throws -> String? {
        guard row.students == .all, let (change, before, after) = row.lastChange else { return nil }
        let isSame = change.difference == 0
        let key = isSame ? "unchanged" : change.verdict.key
        return try words(
            "measures.sentence.\(key)",
            [
                "measure": words("measures.titles.\(row.measure.rawValue)"), "before": words.number(before.count),
                "after": words.number(after.count), "from": change.from.title, "to": change.to.title,
            ])
    }

    /// A group of students in words: `black+female` is "Black, female".
    func title(of students: StudentGroup) throws -> String {
        words.beginning(try students.parts.map { try words("measures.students.\($0)") }.joined(separator: ", "))
    }
}

extension MeasureTable.Row {
    /// The last year's change, and the two years; nil where either is not told.
    var lastChange: (change: MeasureChange, before: MeasureYear, after: MeasureYear)? {
        guard let change = changes.last?.shown, let before = years.dropLast().last?.shown, let after = years.last?.shown
        else { return nil }
        return (change, before, after)
    }
}

extension MeasureChange.Verdict {
    /// The verdict's name among the phrases.
    var key: String {
        switch self {
        case .fell: "fell"
        case .rose: "rose"
        case .notDistinguishable: "same"
        }
    }
}
