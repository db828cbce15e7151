import CSV
import Evaluation

extension NumberFiles {
    /// The numbers as CSV (RFC 4180), in the order of the booklet.
    public static func csv(_ table: NumberTable) -> String {
        var text = NumberText(CSVWriter(header: columns.map(\.name)).text, lines: table.numbers.count)
        for numbers in table.topics {
            guard let first = numbers.first else { continue }
            let parts = RowParts(first)
            for number in numbers { text.append(number, parts) }
        }
        return text.text
    }

    /// What the rows of all numbers of a topic have in common.
    fileprivate struct RowParts {
        /// The name up to the statistic.
        let beginning: String
        /// The name from behind the statistic on, and the cells up to the next that is the number's own.
        let middle: String

        init(_ number: ReportedNumber) {
            var (beginning, ending) = (number.nameBeginning, number.nameEnding)
            // Whether the name needs quotation marks depends on all of it; no statistic does.
            if CSVWriter.needsQuotes(beginning + ending) {
                beginning = "\"" + CSVWriter.doubled(beginning)
                ending = CSVWriter.doubled(ending) + "\""
            }
            self.beginning = beginning
            middle = [
                ending, number.section.rawValue, CSVWriter.quoted(number.subject), CSVWriter.quoted(number.group),
                CSVWriter.quoted(number.period), "",
            ].joined(separator: ",")
        }
    }
}

extension NumberText {
    fileprivate mutating func append(_ number: ReportedNumber, _ parts: NumberFiles.RowParts) {
        append(parts.beginning)
        appendStatisticInName(of: number)
        append(parts.middle)
        append(number.statistic.rawValue)
        append(",")
        if let part = number.part { append(String(part)) }
        append(",")
        append(number.status.rawValue)
        append(",")
        if let value = number.value { append(value) }
        append(",")
        if let step = number.step { append(step) }
        append(",")
        append(number.unit.rawValue)
        append("\r\n")
    }
}
