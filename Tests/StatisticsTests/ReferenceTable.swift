import Foundation
import TestSupport
import Testing

/// Software whose numbers are committed in `Reference/`; its README says which versions.
enum ReferenceSoftware: String, CaseIterable, Sendable {
    case r
    case python
}

/// Tables of inputs, and of what other software made of them.
enum ReferenceTable {
    /// The rows of a table of inputs, by the names of its columns.
    static func cases(_ name: String) throws -> [[String: String]] { try rows("cases/\(name)") }

    /// Statistics by the id of their case; nil where the software has no number.
    static func values(_ software: ReferenceSoftware, suffix: String = "") throws -> [String: [String: Double?]] {
        var result: [String: [String: Double?]] = [:]
        for row in try rows(software.rawValue + suffix) {
            let (id, statistic, text) = (try row.text("id"), try row.text("statistic"), try row.text("value"))
            let value: Double? = text.isEmpty ? nil : try row.number("value")
            result[id, default: [:]][statistic] = .some(value)
        }
        return result
    }

    private static func rows(_ name: String) throws -> [[String: String]] {
        let path = Repository.tests("StatisticsTests") + "/Reference/\(name).csv"
        let rows = parsed(try String(contentsOfFile: path, encoding: .utf8))
        try #require(!rows.isEmpty, "\(name) is empty")
        return rows
    }

    /// The rows of a plain CSV without quotes.
    static func parsed(_ text: String) -> [[String: String]] {
        let lines = text.split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
        }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }
}

struct NotANumber: Error {
    let text: String
}

extension [String: String] {
    func text(_ key: String) throws -> String { try #require(self[key], "no column \(key)") }

    func integer(_ key: String) throws -> Int {
        let text = try text(key)
        return try #require(Int(text), "no whole number: \(text)")
    }

    func number(_ key: String) throws -> Double {
        let text = try text(key)
        return try #require(Double(text.lowercased()), "no number: \(text)")
    }

    /// Numbers with semicolons between them; nil for `NA`.
    func numbers(_ key: String) throws -> [Double?] {
        try text(key).split(separator: ";").map { part -> Double? in
            if part == "NA" { return nil }
            guard let number = Double(part) else { throw NotANumber(text: String(part)) }
            return number
        }
    }
}

/// Expects every statistic that a reference has of a case to be the same to nine digits, or to 1e-12 near 0.
///
/// - Parameter digits: fewer where a case itself has fewer.
func expectAgreement(
    _ ours: [String: Double?], with reference: [String: Double?]?, of id: String, digits: Int = 9,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    for (name, theirs) in try #require(reference, "no reference for \(id)", sourceLocation: sourceLocation) {
        let value = try #require(ours[name], "\(id): \(name) is not calculated", sourceLocation: sourceLocation)
        guard let value, let theirs else {
            #expect(value == theirs, "\(id): \(name)", sourceLocation: sourceLocation)
            continue
        }
        let allowed = max(1e-12, pow(10, -Double(digits)) * max(value.magnitude, theirs.magnitude))
        let agrees = value == theirs || (value - theirs).magnitude <= allowed
        #expect(agrees, "\(id): \(name) is \(value), the reference \(theirs)", sourceLocation: sourceLocation)
    }
}
