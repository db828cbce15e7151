import CSV
import Diagnostics
import Foundation
import TestSupport
import Testing

/// The answers of one or more survey exports, counted with nothing of Prowess but its CSV reader.
struct SurveyRecount {
    struct Count {
        var valid = 0
        var favorable = 0
        var neutral = 0
    }

    private static let reversed = [
        "Officers are called for things that teachers or counselors should handle.",
        "There are places in this school where students don't feel safe.",
    ]
    /// How many answered anything.
    private(set) var respondents = 0
    /// The ratings of each question, by its text.
    private(set) var items: [String: Count] = [:]
    /// Each respondent's ratings by question, from 1 for the worst to 5 for the best.
    private(set) var scores: [[String: Int]] = []
    /// The fields of each respondent that hold no rating.
    private var otherFields: [[String]] = []

    /// Counts files of the sample schools that have so many rows before the first respondent's.
    init(_ files: [String], headers: Int) throws {
        for file in files { try add(file, headers) }
    }

    private mutating func add(_ file: String, _ headers: Int) throws {
        let bytes = try #require(FileManager.default.contents(atPath: Repository.content + "/schools/" + file))
        var log = DiagnosticLog()
        let table = try #require(CSVTable(SourceFile(path: file, bytes: [UInt8](bytes)), log: &log))
        for row in headers..<table.rowCount {
            let fields = table.row(row)
            // Qualtrics exports previews, and responses that were broken off.
            guard !fields.contains("Survey Preview"), !fields.contains("False") else { continue }
            respondents += 1
            otherFields.append(fields.filter { !Self.isRating($0) })
            scores.append([:])
            for (column, answer) in fields.enumerated() where Self.isRating(answer) {
                let second = headers > 1 ? table[1, column] : ""
                let question = second.isEmpty || second == "Response" ? table[0, column] : second
                let code = 1 + (Self.scale.firstIndex(of: answer) ?? 0)
                let score = Self.reversed.contains(question) ? 6 - code : code
                items[question, default: Count()].valid += 1
                items[question, default: Count()].favorable += score > 3 ? 1 : 0
                items[question, default: Count()].neutral += score == 3 ? 1 : 0
                scores[scores.count - 1][question] = score
            }
        }
    }

    private static let scale = [
        "Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree",
    ]

    private static func isRating(_ field: String) -> Bool { scale.contains(field) }

    /// How many chose each option, and how many any of them, however the tool joins or divides them.
    func choices(_ options: [String]) -> (counts: [Int], answered: Int) {
        let chosen = otherFields.map { fields in
            // What only consists of options is an answer; a comment may have their words in it.
            let answers = fields.filter { field in
                let rest = options.reduce(field) { $0.replacing($1, with: "") }
                return !field.isEmpty && rest.allSatisfy { ",; ".contains($0) }
            }
            return options.map { option in answers.contains { $0.contains(option) } }
        }
        return (options.indices.map { place in chosen.count { $0[place] } }, chosen.count { $0.contains(true) })
    }
}
