import CSV
import Content
import Evaluation
import Foundation

/// How schools compare, as text, CSV or JSON.
struct SummaryText {
    private let summary: PracticeSummary
    private let rollUps: [LeadershipRollUp]
    private let schools: Int

    init(_ library: Library) {
        schools = library.schools.count
        rollUps = library.rollUps
        summary = library.summary
    }

    func text(_ format: EvaluateCommand.Format) throws -> String {
        switch format {
        case .text: text
        case .csv: csv
        case .json: try json
        }
    }

    private var text: String {
        guard !summary.rows.isEmpty else {
            return """
                \(schools) school\(schools == 1 ? "" : "s"). Fewer than \(PracticeSummary.fewestSchools) of them tell the same \
                number, so that nothing is compared.

                """ + rollUps.map(words).joined()
        }
        var text = "\(schools) schools: quartiles and medians of what their booklets tell\n"
        for scope in Set(summary.rows.map(\.scope)).sorted() {
            var table = AlignedText()
            for row in summary.rows where row.scope == scope {
                table.append([
                    row.subject, row.group?.title ?? "", row.statistic.rawValue,
                    DecimalText(row.lowerQuartile).decimals(2), DecimalText(row.median).decimals(2),
                    DecimalText(row.upperQuartile).decimals(2), "\(row.schools) schools",
                ])
            }
            text += "\n\(Self.title(scope))\n" + table.text()
        }
        return text + rollUps.map(words).joined()
    }

    /// How officers and administrators answer over schools.
    private func words(_ rollUp: LeadershipRollUp) -> String {
        var table = AlignedText()
        for result in rollUp.surveys.ratings {
            let share = result.share.shown
            table.append([
                result.item, result.group.title, share?.favorable.text ?? "†",
                share.flatMap { share in share.n.exact.map { "n = \($0)" } } ?? "",
            ])
        }
        return "\n\(rollUp.instrument.title.original): officers and administrators of \(rollUp.schools) schools\n"
            + table.text()
    }

    private var csv: String {
        var writer = CSVWriter(header: [
            "scope", "instrument", "subject", "group", "statistic", "schools", "lower-quartile", "median",
            "upper-quartile", "status", "value",
        ])
        for entry in entries {
            writer.append([
                entry.scope, entry.instrument, entry.subject, entry.group ?? "", entry.statistic, String(entry.schools),
                entry.lowerQuartile.map { String($0) } ?? "", entry.median.map { String($0) } ?? "",
                entry.upperQuartile.map { String($0) } ?? "", entry.status, entry.value.map { String($0) } ?? "",
            ])
        }
        return writer.text
    }

    private var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(entries), as: UTF8.self) + "\n"
        }
    }

    /// A number over schools: quartiles and a median of theirs, or one of all their answers taken together.
    private struct Entry: Encodable {
        let scope, instrument, subject: String
        let group: String?
        let statistic: String
        let schools: Int
        var lowerQuartile, median, upperQuartile: Double?
        var status = ReportedNumber.Status.told.rawValue
        var value: Double?
    }

    private var entries: [Entry] {
        let quartiles = summary.rows.map { row in
            Entry(
                scope: Self.title(row.scope), instrument: row.instrument, subject: row.subject, group: row.group?.name,
                statistic: row.statistic.rawValue, schools: row.schools, lowerQuartile: row.lowerQuartile,
                median: row.median, upperQuartile: row.upperQuartile)
        }
        let together = rollUps.flatMap { rollUp in
            rollUp.numbers.map { number in
                Entry(
                    scope: "Taken together", instrument: rollUp.instrument.slug, subject: number.subject,
                    group: number.group, statistic: number.statistic.rawValue, schools: rollUp.schools,
                    status: number.status.rawValue, value: number.value)
            }
        }
        return quartiles + together
    }

    private static func title(_ scope: PracticeSummary.Scope) -> String {
        switch scope {
        case .practice: "All schools"
        case .district(let name): "District \(name)"
        case .level(let name): "Level \(name)"
        }
    }
}
