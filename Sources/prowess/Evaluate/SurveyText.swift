import Content
import Evaluation
import Statistics

/// What is told of a school's surveys, as text for a terminal.
struct SurveyText {
    private let school: School
    private let surveys: SurveyResults

    init(_ school: School) {
        self.school = school
        surveys = school.evaluation.surveys
    }

    var text: String {
        [participation, domains, choices, gaps].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private var participation: String {
        var table = AlignedText()
        for row in surveys.participation where row.invited != nil || row.answered != .notAsked {
            let error = row.marginOfError?.shown.map { "± \(DecimalText(100 * $0).decimals(1)) points" } ?? ""
            table.append([
                title(ofWave: row.wave), row.group.title,
                row.answered.words { DecimalText(Double($0)).whole },
                row.invited.map { "of " + DecimalText(Double($0)).whole } ?? "",
                row.responseRate.map { rate in rate.words { DecimalText(100 * $0).whole + " %" } } ?? "", error,
            ])
        }
        let text = table.text()
        return text.isEmpty ? "" : "Who took part\n" + text + dispositions
    }

    /// What became of rows that don't count, or count with a doubt.
    private var dispositions: String {
        var table = AlignedText()
        for row in surveys.participation {
            guard let rows = row.dispositions.shown else { continue }
            let counts = [
                (rows.previews, "previews"), (rows.breakoffs, "break-offs"), (rows.duplicates, "duplicates"),
                (rows.blank, "blank"), (rows.straightLiners, "straight-liners"), (rows.outsideWave, "outside the wave"),
            ].filter { $0.0 != .value(0) }
            guard !counts.isEmpty else { continue }
            table.append([
                title(ofWave: row.wave), row.group.title,
                counts.map { count, name in name + " " + count.words { String($0) } }.joined(separator: ", "),
            ])
        }
        return table.text()
    }

    private var domains: String {
        guard let instrument = school.waves.last?.instrument else { return "" }
        return instrument.domains.map { domain($0, of: instrument) }.joined(separator: "\n")
    }

    private func domain(_ domain: Instrument.Domain, of instrument: Instrument) -> String {
        var table = AlignedText()
        for group in surveys.groups {
            for wave in school.waves {
                guard let result = surveys.domain(domain.id, group, wave: wave.id) else { continue }
                table.append([
                    group.title, wave.title, "score " + result.score.words(mean),
                    "favorable " + result.favorable.words { DecimalText($0).whole + " %" },
                    result.reliability.shown.map { "alpha " + DecimalText($0.alpha).decimals(2) } ?? "",
                    change(.domain(domain.id), group, wave),
                ])
            }
        }
        var text = domain.title.original + "\n" + table.text()
        for item in instrument.ratings(in: domain) {
            text += "  \(item.text.original)\(item.rating?.isReversed == true ? " (disagreement is favorable)" : "")\n"
            var table = AlignedText()
            for group in surveys.groups {
                for wave in school.waves {
                    guard let result = surveys.rating(item.id, group, wave: wave.id) else { continue }
                    table.append([
                        group.title, wave.title, result.share.words(share), change(.item(item.id), group, wave),
                    ])
                }
            }
            text += table.text(indent: 4)
        }
        return text
    }

    /// Items with options: how many of those who answered chose each.
    private var choices: String {
        let items = school.waves.last?.instrument.items ?? []
        return items.map { item -> String in
            guard let options = item.options else { return "" }
            var table = AlignedText()
            for result in surveys.choices where result.item == item.id {
                let n = result.n.shown?.least ?? 0
                let counts = result.counts.words { counts in
                    zip(options, counts).map { option, count in
                        "\(option.label.original) \(DecimalText(100 * Double(count) / Double(max(1, n))).whole) %"
                    }.joined(separator: ", ")
                }
                table.append([result.group.title, title(ofWave: result.wave), counts])
            }
            let text = table.text()
            return text.isEmpty ? "" : item.text.original + "\n" + text
        }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func share(_ share: PublishedShare) -> String {
        let n =
            switch share.n {
            case .exactly(let n): "n = \(DecimalText(Double(n)).whole)"
            case .between(let least, let greatest):
                "n = \(DecimalText(Double(least)).whole) to \(DecimalText(Double(greatest)).whole)"
            }
        let interval = share.interval?.words(decimals: 0, times: 100)
        return share.favorable.text + (interval ?? "") + ", " + n
    }

    private func mean(_ mean: PublishedMean) -> String {
        let number = DecimalText(mean.value).decimals(mean.decimals ?? 2)
        let interval = mean.interval?.words(decimals: 2)
        return switch mean.bound {
        case .exactly: number + (interval ?? "")
        case .atMost: "at most " + number
        case .atLeast: "at least " + number
        }
    }

    private func change(_ subject: Comparison.Subject, _ group: ReportingGroup, _ wave: Wave) -> String {
        let comparison = surveys.changes.first { comparison in
            guard case .change(group, _, wave.id) = comparison.kind else { return false }
            return comparison.subject == subject
        }
        return comparison.flatMap(words).map { "change " + $0 } ?? ""
    }

    /// A difference with its interval, what may be said of it, and the p-value adjusted over all comparisons.
    private func words(_ comparison: Comparison) -> String? {
        guard let difference = comparison.difference.shown, let verdict = comparison.verdict else { return nil }
        let places = if case .item = comparison.subject { 0 } else { 2 }
        let sign = difference.estimate > 0 ? "+" : ""
        let interval = difference.interval?.words(decimals: places)
        let size = difference.size.map { ", \($0)" } ?? ""
        let p = comparison.benjaminiHochberg.map {
            ", adjusted p \($0 < 0.001 ? "< 0.001" : "= " + DecimalText($0).decimals(3))"
        }
        return sign + DecimalText(difference.estimate).decimals(places) + (interval ?? "") + ", " + verdict.rawValue
            + size + (p ?? "")
    }

    /// Gaps that are more than chance; the others are in the CSV and JSON.
    private var gaps: String {
        var table = AlignedText()
        for comparison in surveys.gaps {
            guard case .gap(let first, let second, let wave) = comparison.kind, let verdict = comparison.verdict,
                verdict == .higher || verdict == .lower, let words = words(comparison)
            else { continue }
            table.append([
                comparison.subject.id, "\(first.title) and \(second.title.lowercased())", title(ofWave: wave),
                words,
            ])
        }
        let text = table.text()
        return text.isEmpty ? "" : "Gaps between groups\n" + text
    }

    private func title(ofWave id: String) -> String { school.waves.first { $0.id == id }?.title ?? id }
}
