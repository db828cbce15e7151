import Foundation

/// What one booklet told, after disclosure control: kept when it is delivered, so that the next one can say what changed.
///
/// It holds nothing that the booklet did not tell, and no HTML. Two booklets tell the same where their snapshots are equal.
public struct BookletSnapshot: Codable, Equatable, Sendable {
    /// All numbers in the order of the booklet, withheld ones with their mark and without a value.
    public let numbers: [ReportedNumber]
    /// What is told in words, by section; a section without an entry is absent.
    public let sections: [Section: [Entry]]
    /// The plan's action steps in the order of the plan.
    public let steps: [Step]

    /// Creates a snapshot.
    ///
    /// An entry or a step whose id another of its list has is told apart by its place among them, so that ids are unique.
    public init(numbers: [ReportedNumber], sections: [Section: [Entry]], steps: [Step]) {
        self.numbers = numbers.map(\.writable)
        self.sections = sections.filter { !$0.value.isEmpty }.mapValues { entries in
            var seen: [String: Int] = [:]
            return entries.map { entry in
                Entry(
                    id: Self.distinct(entry.id, &seen), title: entry.title, state: entry.state, detail: entry.detail)
            }
        }
        var seen: [String: Int] = [:]
        self.steps = steps.map { step in
            var step = step
            step.id = Self.distinct(step.id, &seen)
            return step
        }
    }

    /// The entries of a section; none where the booklet had none.
    public subscript(section: Section) -> [Entry] { sections[section] ?? [] }

    /// How many approved comments the booklet printed.
    public var comments: Int { self[.comments].count }

    /// The snapshot as JSON with sorted keys and one line end: equal snapshots are the same bytes.
    /// - Throws: `EncodingError`; not for snapshots made by the initializer, whose numbers are all finite.
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }

    /// Reads what ``json()`` wrote. Numbers of a kind that this version of Prowess doesn't know are left out.
    /// - Throws: `DecodingError` where the bytes are no snapshot.
    public init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json))
    }

    private enum CodingKeys: CodingKey {
        case numbers, sections, steps
    }

    /// Reads a snapshot.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        var reader = NumberRowReader()
        do {
            numbers = try values.decode([String].self, forKey: .numbers).compactMap { try reader.number(of: $0) }
        } catch is NumberRowReader.Malformed {
            throw DecodingError.dataCorruptedError(
                forKey: .numbers, in: values, debugDescription: "this is no row of a number")
        }
        sections = try values.decode([Section: [Entry]].self, forKey: .sections)
        steps = try values.decode([Step].self, forKey: .steps)
    }

    /// Writes a snapshot, each number as a row of a table.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(numbers.map(NumberRow.text), forKey: .numbers)
        try values.encode(sections, forKey: .sections)
        try values.encode(steps, forKey: .steps)
    }

    private static func distinct(_ id: String, _ seen: inout [String: Int]) -> String {
        let place = (seen[id] ?? 0) + 1
        seen[id] = place
        return place == 1 ? id : "\(id) (\(place))"
    }
}

extension ReportedNumber {
    /// The number as a row can hold it: with no tab in a name, and no value that has no digits.
    fileprivate var writable: Self {
        ReportedNumber(
            section: section, subject: subject.withoutTabs, group: group.withoutTabs, period: period.withoutTabs,
            statistic: statistic, unit: unit, part: part, status: status,
            value: value.flatMap { $0.isFinite ? $0 : nil }, step: step)
    }
}

extension String {
    fileprivate var withoutTabs: String { utf8.contains(UInt8(ascii: "\t")) ? replacing("\t", with: " ") : self }
}
