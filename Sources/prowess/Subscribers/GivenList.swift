import Consent
import Ledger
import Subscribers

/// The list that is given to a mail tool, however many files it has, as the audit trail has it.
struct GivenList {
    /// How many, the digest of all files in their order, and what they rest on.
    let summary: ExportSummary

    init(_ files: [ExportedList], tool: ListFormat, head: String?) {
        // One file, as of nearly every tool, is not copied.
        let bytes = files.count == 1 ? files[0].bytes : files.flatMap(\.bytes)
        summary = ExportSummary(
            tool: tool.rawValue, count: files.reduce(0) { $0 + $1.count }, list: Digest.hex(of: bytes),
            head: head ?? "")
    }

    /// Notes in the ledger that the list was given out.
    /// - Returns: the line that says so.
    func note(in writer: inout LedgerWriter) throws -> String {
        try writer.note(summary)
        let people = summary.count == 1 ? "1 person" : "\(summary.count) people"
        return "subscribers: \(people) on the list for \(summary.tool)" + (writer.head.map { ", head \($0.hex)" } ?? "")
    }
}
