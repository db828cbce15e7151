import Content
import Evaluation
import Foundation

extension NumberFiles {
    /// The numbers as JSON: the school, from how many people on something is told, findings, comments, and one line
    /// for each number.
    /// - Parameters:
    ///   - school: the school.
    ///   - table: its numbers.
    /// - Throws: `EncodingError` where a name can't be written.
    public static func json(_ school: School, _ table: NumberTable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Thousands of numbers go through no encoder, which took half the time of building all booklets.
        let document = String(decoding: try encoder.encode(NumberDocument(school)).dropLast(2), as: UTF8.self)
        var text = NumberText(document, lines: table.numbers.count)
        text.append(",\n  \"numbers\" : [")
        var separator: StaticString = "\n    "
        for numbers in table.topics {
            guard let first = numbers.first else { continue }
            let parts = ObjectParts(first)
            for number in numbers {
                text.append(separator)
                text.append(number, parts)
                separator = ",\n    "
            }
        }
        text.append("\n  ]\n}\n")
        return text.text
    }
}

/// What the objects of all numbers of a topic have in common.
private struct ObjectParts {
    /// The object up to the statistic in the number's name.
    let beginning: String
    /// The rest of the name, from behind the statistic on.
    let nameEnding: String
    /// The keys from the period on, up to the statistic.
    let middle: String
    /// The keys from the subject on, up to the unit.
    let ending: String

    init(_ number: ReportedNumber) {
        beginning =
            "{\"group\":\"\(number.group.escapedForJSON)\",\"name\":\"\(number.nameBeginning.escapedForJSON)"
        nameEnding = number.nameEnding.escapedForJSON + "\""
        middle =
            ",\"period\":\"\(number.period.escapedForJSON)\",\"section\":\"\(number.section.rawValue)\",\"statistic\":\""
        ending = ",\"subject\":\"\(number.subject.escapedForJSON)\",\"unit\":\""
    }
}

extension NumberText {
    /// Appends a number as an object, without the keys of what it does not have. Names of statistics, units and statuses need no
    /// escaping.
    fileprivate mutating func append(_ number: ReportedNumber, _ parts: ObjectParts) {
        append(parts.beginning)
        appendStatisticInName(of: number)
        append(parts.nameEnding)
        if let part = number.part {
            append(",\"part\":")
            append(String(part))
        }
        append(parts.middle)
        append(number.statistic.rawValue)
        append("\",\"status\":\"")
        append(number.status.rawValue)
        append("\"")
        if let step = number.step {
            append(",\"step\":")
            append(step)
        }
        append(parts.ending)
        append(number.unit.rawValue)
        append("\"")
        if let value = number.value, value.isFinite {
            append(",\"value\":")
            append(value)
        }
        append("}")
    }
}

extension String {
    /// The text as it stands in a JSON string (RFC 8259, section 7).
    fileprivate var escapedForJSON: String {
        let needsEscape = { (byte: UInt8) in
            byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
        }
        guard utf8.contains(where: needsEscape) else { return self }
        var escaped: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): escaped += [UInt8(ascii: "\\"), byte]
            case 0..<0x20: escaped += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}

/// The shape of the JSON file, but for its numbers.
private struct NumberDocument: Encodable {
    let school: String
    let sample: Bool
    let date: String?
    let isProtected: Bool
    let minimum: Minimum
    let findings: [FindingEntry]
    let comments: [CommentEntry]

    struct Minimum: Encodable {
        let studentsAndFamilies: Int
        let staff: Int
    }

    struct FindingEntry: Encodable {
        let kind, category, subject: String
        let groups: [String]
        let period: String
        let weight: Double
        let evidence: [String]
    }

    struct CommentEntry: Encodable {
        let item, wave, group, text: String
    }

    init(_ school: School) {
        let evaluation = school.evaluation
        self.school = school.slug
        sample = school.profile.isSample
        date = school.date?.iso8601
        isProtected = evaluation.isProtected
        minimum = Minimum(
            studentsAndFamilies: evaluation.rule.studentsAndFamilies, staff: evaluation.rule.staff)
        findings = evaluation.findings.map {
            FindingEntry(
                kind: $0.kind.rawValue, category: $0.category.rawValue, subject: $0.subject,
                groups: $0.groups.map(\.name), period: $0.period, weight: $0.weight, evidence: $0.evidence)
        }
        comments = evaluation.comments.map {
            CommentEntry(item: $0.item, wave: $0.wave, group: $0.group.name, text: $0.text)
        }
    }
}
