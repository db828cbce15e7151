import Charts
import Consent

/// The statistics as a page for the practice alone: one file without scripts, fonts or anything from elsewhere.
struct StatisticsPage {
    let statistics: SubscriberStatistics
    /// What the newsletter is called.
    let title: String
    /// How many months are drawn, the latest ones; the table has all.
    private let drawnMonths = 24

    var html: String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>Subscribers of \(Self.escaped(title))</title>
        <style>
        \(Self.style)
        </style>
        </head>
        <body>
        <main>
        <h1>Subscribers of \(Self.escaped(title))</h1>
        <p>\(statistics.count) people are on record; \(statistics.mailableCount) may be written to, with the proof that \
        the practice demands: \(statistics.demanded.rawValue).</p>
        \(sections.joined(separator: "\n"))
        </main>
        </body>
        </html>

        """
    }

    private var sections: [String] {
        var sections = [
            Self.table(
                id: "status", caption: "Where people stand", head: ["Status", "People"],
                rows: statistics.byStatus.map { [$0.status?.rawValue ?? "nothing that counts", String($0.count)] })
        ]
        if !statistics.months.isEmpty { sections.append(monthSection) }
        if !statistics.agreements.isEmpty { sections.append(agreementSection) }
        if let head = statistics.head {
            sections.append(
                "<h2>Head of the ledger</h2>\n<p><code>\(head)</code></p>\n"
                    + "<p>Note it elsewhere: <code>prowess subscribers verify --head</code> then tells whether events "
                    + "were cut off.</p>")
        }
        return sections
    }

    private var monthSection: String {
        let table = Self.table(
            id: "months", caption: "People by the month in which their status of today began",
            head: ["Month", "Subscribed", "Pending", "Gone"],
            rows: statistics.months.map { [$0.name, String($0.subscribed), String($0.pending), String($0.gone)] })
        let drawn = statistics.months.suffix(drawnMonths)
        func panel(_ title: String, _ unit: String, _ count: (SubscriberStatistics.Month) -> Int) -> RateTrend.Panel {
            RateTrend.Panel(
                title: title, unit: unit,
                points: drawn.map { month in
                    .init(month.name, ChartMark(value: Double(count(month)), text: String(count(month))))
                })
        }
        let figure = RateTrend(
            panels: [
                panel("Subscribed", "asked and confirmed", \.subscribed), panel("Pending", "asked only", \.pending),
                panel("Gone", "withdrawn, bounced or complained", \.gone),
            ], columns: 1, format: ChartNumberFormat())
        let caption = ChartCaption(
            id: "months-figure", title: monthFinding(Array(drawn)),
            description:
                "Three lines over \(drawn.count) months: how many people are subscribed, pending or gone since each.",
            table: "months")
        return
            "<h2>Since when</h2>\n<figure class=\"scroll\" aria-label=\"Months\" tabindex=\"0\">\n\(figure.svg(caption))\n</figure>\n\(table)"
    }

    private func monthFinding(_ months: [SubscriberStatistics.Month]) -> String {
        guard let best = months.max(by: { $0.subscribed < $1.subscribed }), best.subscribed > 0 else {
            return "Nobody is subscribed."
        }
        return "Most people who are subscribed today are so since \(best.name): \(best.subscribed)."
    }

    private var agreementSection: String {
        let table = Self.table(
            id: "agreements", caption: "What people who are subscribed or pending agreed to",
            head: ["Notice", "Privacy policy", "Terms", "Versions", "People"],
            rows: statistics.agreements.map {
                [$0.name, $0.privacyVersion ?? "–", $0.termsVersion ?? "–", $0.standing.words, String($0.count)]
            })
        let older =
            switch (statistics.olderCount, statistics.outdatedCount) {
            case (0, _): "Everybody agreed to the versions that are in force."
            case (let older, 0): "\(older) agreed to older versions; none of them has to agree anew."
            case (let older, let outdated):
                "\(older) agreed to older versions; \(outdated) of them get no mail until they agree anew."
            }
        return "<h2>Agreed to what</h2>\n<p>\(older)</p>\n\(table)"
    }

    /// A table whose first column heads its rows; the last cells are numbers.
    private static func table(id: String, caption: String, head: [String], rows: [[String]]) -> String {
        let header = head.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
        let body = rows.map { row in
            "<tr><th scope=\"row\">\(escaped(row[0]))</th>"
                + row.dropFirst().map { cell in
                    cell.allSatisfy(\.isNumber) ? "<td class=\"number\">\(cell)</td>" : "<td>\(escaped(cell))</td>"
                }.joined() + "</tr>"
        }
        return """
            <div class="scroll" role="region" aria-labelledby="\(id)-caption" tabindex="0">
            <table id="\(id)">
            <caption id="\(id)-caption">\(escaped(caption))</caption>
            <thead><tr>\(header)</tr></thead>
            <tbody>
            \(body.joined(separator: "\n"))
            </tbody>
            </table>
            </div>
            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    private static let style = """
        :root { color-scheme: light dark; }
        body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #1d232b; background: #fff; }
        main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
        h1 { line-height: 1.2; font-size: 1.75rem; }
        table { border-collapse: collapse; width: 100%; margin: 0 0 1.5rem; }
        caption { text-align: start; font-weight: 600; padding: .25rem 0; }
        th, td { text-align: start; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid #c9d0d8; }
        tbody th { font-weight: 400; }
        .number { font-variant-numeric: tabular-nums; }
        .scroll { overflow-x: auto; }
        .scroll:focus-visible { outline: 3px solid #1f6fb2; outline-offset: 2px; }
        figure { margin: 0 0 1rem; }
        svg { width: 100%; min-width: 36rem; height: auto; }
        code { overflow-wrap: anywhere; }
        @media (prefers-color-scheme: dark) {
        body { color: #e8ecf1; background: \(DarkPalette.paper); }
        th, td { border-color: #39414b; }
        .scroll:focus-visible { outline-color: #77c3f9; }
        \(DarkPalette.rules)
        }
        """
}
