import Content
import Evaluation
import Foundation

extension NumberFiles {
    /// The numbers as JSON in UTF-8: the school, from how many people on something is told, findings, comments, and one line
    /// for each number.
    /// - Parameters:
    ///   - school: the school.
    ///   - table: its numbers.
    /// - Throws: `EncodingError` where a name can't be written.
    public static func json(_ school: School, _ table: NumberTable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Thousands of numbers go through no encoder, which took half the time of building all booklets.
        var text = JSONText(bytes: Array(try encoder.encode(NumberDocument(school)).dropLast(2)))
        text.append(",\n  \"numbers\" : [")
        var separator: StaticString = "\n    "
        for number in table.numbers {
            text.append(separator)
            text.append(number)
            separator = ",\n    "
        }
        text.append("\n  ]\n}\n")
        return text.bytes
    }
}

/// JSON text as its bytes.
private struct JSONText {
    private(set) var bytes: [UInt8]

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(verbatim text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// Appends a number as an object, without the keys of what it does not have.
    mutating func append(_ number: ReportedNumber) {
        append("{\"group\":")
        append(string: number.group)
        append(",\"name\":")
        append(string: number.name)
        if let part = number.part {
            append(",\"part\":")
            append(verbatim: String(part))
        }
        append(",\"period\":")
        append(string: number.period)
        append(",\"section\":")
        append(string: number.section.rawValue)
        append(",\"statistic\":")
        append(string: number.statistic.rawValue)
        append(",\"status\":")
        append(string: number.status.rawValue)
        if let step = number.step {
            append(",\"step\":")
            append(verbatim: NumberFiles.exact(step))
        }
        append(",\"subject\":")
        append(string: number.subject)
        append(",\"unit\":")
        append(string: number.unit.rawValue)
        if let value = number.value, value.isFinite {
            append(",\"value\":")
            append(verbatim: NumberFiles.exact(value))
        }
        append("}")
    }

    /// Appends a text as a JSON string (RFC 8259, section 7).
    private mutating func append(string text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { text in
            guard text.contains(where: Self.needsEscape) else { return bytes.append(contentsOf: text) }
            for byte in text { append(escaped: byte) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func append(escaped byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0..<0x20:
            append("\\u00")
            append(verbatim: (byte < 16 ? "0" : "") + String(byte, radix: 16))
        default: bytes.append(byte)
        }
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
