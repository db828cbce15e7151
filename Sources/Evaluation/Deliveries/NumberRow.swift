/// A number as one line of text with tabs between its fields: a booklet has thousands of numbers, and read and written field
/// by field they would take longer than all statistics.
///
/// The fields are section, subject, group, period, statistic, part, unit, status, value and step, in this order; those that a
/// number doesn't have are empty.
enum NumberRow {
    static let fieldCount = 10
    /// The first fields, which rows that follow each other mostly share.
    static let topicFieldCount = 4

    /// The row of a number.
    static func text(of number: ReportedNumber) -> String {
        [
            number.section.rawValue, number.subject, number.group, number.period, number.statistic.rawValue,
            number.part.map(String.init) ?? "", number.unit.rawValue, number.status.rawValue,
            number.value.map { String($0) } ?? "", number.step.map { String($0) } ?? "",
        ].joined(separator: "\t")
    }
}

/// Reads rows one after the other. What a row shares with the one before it is not made anew.
struct NumberRowReader {
    /// A text that is no row of a number.
    struct Malformed: Error {}

    private var fields: [Range<Int>] = []
    private var topicBytes: [UInt8] = []
    private var topic: (section: ReportedNumber.Section?, subject: String, group: String, period: String)?

    private static let statistics = Dictionary(
        uniqueKeysWithValues: Statistic.allCases.map { ($0.rawValue, $0) })

    /// The number of a row; nil where the row is of a kind that is no longer or not yet known.
    mutating func number(of row: String) throws(Malformed) -> ReportedNumber? {
        var row = row
        let read: Result<ReportedNumber?, Malformed> = row.withUTF8 { bytes in
            Result { () throws(Malformed) in try number(of: bytes) }
        }
        return try read.get()
    }

    private mutating func number(of row: UnsafeBufferPointer<UInt8>) throws(Malformed) -> ReportedNumber? {
        split(row)
        guard fields.count == NumberRow.fieldCount, let part = Self.number(text(row, 5), Int.init),
            let value = Self.number(text(row, 8), Double.init), let step = Self.number(text(row, 9), Double.init)
        else { throw Malformed() }
        let topic = topic(of: row)
        guard let section = topic.section, let statistic = Self.statistics[text(row, 4)],
            let unit = Statistic.Unit(rawValue: text(row, 6)),
            let status = ReportedNumber.Status(rawValue: text(row, 7))
        else { return nil }
        return ReportedNumber(
            section: section, subject: topic.subject, group: topic.group, period: topic.period, statistic: statistic,
            unit: unit, part: part, status: status, value: value, step: step)
    }

    private mutating func split(_ row: UnsafeBufferPointer<UInt8>) {
        fields.removeAll(keepingCapacity: true)
        var start = 0
        for (place, byte) in row.enumerated() where byte == UInt8(ascii: "\t") {
            fields.append(start..<place)
            start = place + 1
        }
        fields.append(start..<row.count)
    }

    private mutating func topic(
        of row: UnsafeBufferPointer<UInt8>
    ) -> (section: ReportedNumber.Section?, subject: String, group: String, period: String) {
        let bytes = row[..<fields[NumberRow.topicFieldCount - 1].upperBound]
        if let topic, topicBytes.elementsEqual(bytes) { return topic }
        let found = (
            section: ReportedNumber.Section(rawValue: text(row, 0)), subject: text(row, 1), group: text(row, 2),
            period: text(row, 3)
        )
        (topic, topicBytes) = (found, Array(bytes))
        return found
    }

    private func text(_ row: UnsafeBufferPointer<UInt8>, _ field: Int) -> String {
        String(decoding: row[fields[field]], as: UTF8.self)
    }

    /// A field's number: nil inside where the field is empty, nil outside where it holds something else.
    private static func number<Value>(_ field: String, _ read: (String) -> Value?) -> Value?? {
        guard !field.isEmpty else { return .some(nil) }
        return read(field).map { .some($0) }
    }
}
