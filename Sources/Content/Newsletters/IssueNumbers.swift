import Diagnostics

/// Numbers of issues, which are each given once.
enum IssueNumbers {
    /// Reports each issue that has the number of an earlier one.
    static func report(_ issues: [Issue], to log: inout DiagnosticLog) {
        var first: [Int: Issue] = [:]
        for issue in issues.sorted(by: { ($0.date, $0.slug) < ($1.date, $1.slug) }) {
            guard let number = issue.number else { continue }
            guard let other = first[number] else {
                first[number] = issue
                continue
            }
            log.report(
                issue.source.diagnostic(
                    at: issue.places["number"] ?? .start, "number \(number) is that of another issue",
                    hint: "the other is \(other.path)"))
        }
    }
}
