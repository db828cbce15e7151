/// A number as one line of text with tabs between its fields: a booklet has thousands of numbers, and read and written field
/// by field they would take longer than all statistics.
///
/// The fields are section, subject, group, period, statistic, part, unit, status, value and step, in this order; those that a
/// number doesn't have are empty.
struct NumberRow: Codable {
    /// The number; nil where the row is of a kind that is no longer or not yet known.
    let number: ReportedNumber?

    private static let fieldCount = 10

    init(_ number: ReportedNumber) {
        self.number = number
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let fields = try container.decode(String.self).split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == Self.fieldCount, let part = Self.number(fields[5], Int.init),
            let value = Self.number(fields[8], Double.init), let step = Self.number(fields[9], Double.init)
        else { throw DecodingError.dataCorruptedError(in: container, debugDescription: "this is no row of a number") }
        guard let section = ReportedNumber.Section(rawValue: String(fields[0])),
            let statistic = Statistic(rawValue: String(fields[4])),
            let unit = Statistic.Unit(rawValue: String(fields[6])),
            let status = ReportedNumber.Status(rawValue: String(fields[7]))
        else {
            number = nil
            return
        }
        number = ReportedNumber(
            section: section, subject: String(fields[1]), group: String(fields[2]), period: String(fields[3]),
            statistic: statistic, unit: unit, part: part, status: status, value: value, step: step)
    }

    func encode(to encoder: any Encoder) throws {
        guard let number else { return }
        var container = encoder.singleValueContainer()
        try container.encode(
            [
                number.section.rawValue, number.subject, number.group, number.period, number.statistic.rawValue,
                number.part.map(String.init) ?? "", number.unit.rawValue, number.status.rawValue,
                number.value.map { String($0) } ?? "", number.step.map { String($0) } ?? "",
            ].joined(separator: "\t"))
    }

    /// A field's number: nil inside where the field is empty, nil outside where it holds something else.
    private static func number<Value>(_ field: Substring, _ read: (String) -> Value?) -> Value?? {
        guard !field.isEmpty else { return .some(nil) }
        return read(String(field)).map { .some($0) }
    }
}
