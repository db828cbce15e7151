import Evaluation
import Statistics

/// What is told of a school's counts, as text for a terminal.
struct MeasureText {
    private let table: MeasureTable

    init(_ table: MeasureTable) {
        self.table = table
    }

    var text: String {
        var lines = AlignedText()
        for row in table.rows {
            let title = row.measure.title + (row.students == .all ? "" : ", \(row.students.name)")
            for (place, year) in row.years.enumerated() where year != .notAsked {
                let rate = year.shown?.perStudent.map(per1000) ?? ""
                let change = place > 0 ? row.changes[place - 1].shown.map(words) ?? "" : ""
                lines.append([
                    title, table.periods[place].title, year.words { DecimalText(Double($0.count)).whole }, rate,
                    change,
                ])
            }
            if let disparity = row.disparity.shown {
                let interval = disparity.interval?.words(decimals: 2)
                lines.append([
                    title, disparity.period.title,
                    "risk ratio to all other students \(DecimalText(disparity.ratio).decimals(2))\(interval ?? "")",
                ])
            }
        }
        let text = lines.text()
        return text.isEmpty ? "" : "Measures (a rate ratio is the earlier rate by the later)\n" + text
    }

    private func per1000(_ rate: MeasureYear.Rate) -> String {
        let interval = rate.interval?.words(decimals: 2, times: 1000)
        return "\(DecimalText(1000 * rate.estimate).decimals(2)) per 1,000 students" + (interval ?? "")
    }

    private func words(_ change: MeasureChange) -> String {
        let ratio = change.ratio.map { "rate ratio \(DecimalText($0).decimals(2))" }
        let interval = change.interval?.words(decimals: 2)
        return [ratio.map { $0 + (interval ?? "") }, change.verdict.rawValue].compactMap { $0 }.joined(separator: ", ")
    }
}
