import CSV
import Evaluation

extension NumberFiles {
    /// The numbers as CSV (RFC 4180) in UTF-8, in the order of the booklet.
    public static func csv(_ table: NumberTable) -> [UInt8] {
        var text = NumberText(bytes: Array(CSVWriter(header: columns.map(\.name)).text.utf8))
        var topic: NumberTopic<RowParts>?
        for number in table.numbers {
            let current = NumberTopic.of(number, after: topic, RowParts.init)
            text.append(number, current.parts)
            topic = current
        }
        return text.bytes
    }

    /// What the rows of all numbers of a topic have in common.
    fileprivate struct RowParts {
        /// The name up to the statistic.
        let beginning: String
        /// The name from behind the statistic on, and the cells up to the next that is the number's own.
        let middle: String

        init(_ number: ReportedNumber) {
            // Whether the name needs quotation marks depends on all of it; no statistic does.
            let name = CSVWriter.quoted(number.nameBeginning + "\0" + number.nameEnding).split(
                separator: "\0", maxSplits: 1, omittingEmptySubsequences: false)
            beginning = String(name[0])
            let cells = [number.section.rawValue, number.subject, number.group, number.period].map(CSVWriter.quoted)
            middle = name[1] + "," + cells.joined(separator: ",") + ","
        }
    }
}

extension NumberText {
    fileprivate mutating func append(_ number: ReportedNumber, _ parts: NumberFiles.RowParts) {
        append(parts.beginning)
        append(number.statistic.rawValue)
        if let part = number.part {
            append("-")
            append(String(part))
        }
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
