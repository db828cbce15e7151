import Consent
import Content

extension SubscriberStatistics {
    /// The numbers as plain text, with a small chart of months.
    public var text: String {
        var sections = [
            "\(count) people on record, \(mailableCount) may be written to (\(demanded.rawValue) or better)"
        ]
        sections.append(
            Self.table(byStatus.map { [$0.status?.rawValue ?? "nothing that counts", String($0.count)] }))
        if !months.isEmpty { sections.append(chart) }
        if !agreements.isEmpty {
            sections.append(
                "Agreed to, by people who are subscribed or pending\n"
                    + Self.table(agreements.map { [$0.name, $0.versions, String($0.count), $0.standing.words] }))
        }
        if outdatedCount > 0 {
            sections.append(
                "\(outdatedCount) have to agree anew before they are written to: a policy has changed in what matters.")
        }
        if let head { sections.append("Head of the ledger: \(head)") }
        return sections.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var chart: String {
        let most = months.map(\.subscribed).max() ?? 0
        let rows = months.map { month -> [String] in
            let length = most == 0 ? 0 : (month.subscribed * 30 + most - 1) / most
            return [
                month.name, String(month.subscribed), String(month.pending), String(month.gone),
                String(repeating: "█", count: length),
            ]
        }
        return "People by the month in which their status of today began\n"
            + Self.table([["month", "subscribed", "pending", "gone", ""]] + rows)
    }

    /// Rows in columns: the first to the left, numbers to the right.
    private static func table(_ rows: [[String]]) -> String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let pad = String(repeating: " ", count: widths[column] - cell.count)
                let isNumber = column > 0 && cell.allSatisfy(\.isNumber) && !cell.isEmpty
                let isHeading = column > 0 && row.first == "month"
                line += "  " + (isNumber || isHeading ? pad + cell : cell + pad)
            }
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}

extension SubscriberStatistics.Agreement {
    /// What the notice is called.
    var name: String {
        guard let notice else { return "words that are not on record" }
        return notice.utf8.count == 64 ? notice.prefix(12) + "…" : notice
    }

    /// The versions in a few words.
    var versions: String {
        guard let privacyVersion, let termsVersion else { return "no versions" }
        return "privacy policy \(privacyVersion), terms \(termsVersion)"
    }
}

extension PolicyStanding {
    /// What it means, in a few words.
    var words: String {
        switch self {
        case .current: "in force"
        case .older: "older"
        case .outdated: "outdated: to agree anew"
        }
    }
}
