import Foundation
import Statistics

/// Turns numbers that are told into findings.
///
/// 1. An item of which a group's favorable share is at least 70 %, its interval above one half, is a strength; one of at most
///    40 %, its interval below one half, is a challenge.
/// 2. A change that is told as higher or lower (``Comparison/verdict``) is a strength where it is for the better, a challenge
///    where it is for the worse.
/// 3. A gap between two groups that is told so, and is at least medium by Cohen's h, is a challenge: a misunderstanding.
/// 4. An item of which at least a third of a group is neutral, and no more than a fifth unfavorable, is an opportunity.
/// 5. A measure whose rate changed by more than chance is a strength or a challenge by its direction.
///
/// Only the last wave of each group counts, and of equal weight what comes first in the questionnaire. A share of fewer than
/// nine answers is neither of 1 and 4, also where a group agreed that it is shown: five officers who say yes are no strength of
/// a school, and would come before what hundreds of students say.
struct FindingRules {
    let surveys: SurveyResults
    let measures: MeasureTable
    let waves: [Wave]

    private static let high = 70.0
    private static let low = 40.0
    /// The fewest answers behind a level: as many as a share of staff needs where nobody agreed to be shown.
    private static let fewestAnswers = 9

    var findings: [Finding] {
        let all = levels + changes + gaps + counts
        let ranked = all.enumerated().sorted { left, right in
            left.element.weight == right.element.weight
                ? left.offset < right.offset : left.element.weight > right.element.weight
        }.map(\.element)
        return Finding.Kind.allCases.flatMap { kind in ranked.filter { $0.kind == kind } }
    }

    private var levels: [Finding] {
        surveys.ratings.compactMap { result in
            guard result.wave == lastWave(of: result.group), let share = result.share.shown,
                !share.favorable.isBound, share.n.least >= Self.fewestAnswers
            else { return nil }
            let percent = share.favorable.value
            // Where everybody answered, the share is what it is.
            let (lower, upper) = (share.interval?.lower ?? percent / 100, share.interval?.upper ?? percent / 100)
            // Cohen's h against one half.
            let weight = abs(2 * asin((percent / 100).squareRoot()) - Double.pi / 2)
            let kind: Finding.Kind? =
                percent >= Self.high && lower > 0.5
                ? .strength : percent <= Self.low && upper < 0.5 ? .challenge : nil
            if let kind {
                let category = kind == .challenge ? category(of: result.item, or: .level) : .level
                return finding(kind, category, result, weight, [.favorable])
            }
            guard let neutral = share.neutral.shown, let unfavorable = share.unfavorable.shown,
                neutral.value >= 100 / 3,
                unfavorable.value <= 20
            else { return nil }
            return finding(.opportunity, .undecided, result, neutral.value / 100, [.neutral, .unfavorable])
        }
    }

    private func finding(
        _ kind: Finding.Kind, _ category: Finding.Category, _ result: RatingResult, _ weight: Double,
        _ statistics: [Statistic]
    ) -> Finding {
        Finding(
            kind: kind, category: category, subject: result.item, groups: [result.group], period: result.wave,
            weight: weight,
            evidence: statistics.map { name(result.item, result.group.name, $0, result.wave, section: .item) })
    }

    private var changes: [Finding] {
        surveys.changes.compactMap { comparison in
            guard case .change(let group, _, let to) = comparison.kind, to == lastWave(of: group),
                let verdict = comparison.verdict, verdict == .higher || verdict == .lower,
                let effect = comparison.difference.shown?.effect
            else { return nil }
            let isBetter = verdict == .higher
            let section: ReportedNumber.Section = .change
            return Finding(
                kind: isBetter ? .strength : .challenge, category: isBetter ? .progress : .setback,
                subject: comparison.subject.id, groups: [group], period: to, weight: abs(effect),
                evidence: [.change, .benjaminiHochberg].map {
                    name(comparison.subject.id, group.name, $0, to, section: section)
                })
        }
    }

    private var gaps: [Finding] {
        surveys.gaps.compactMap { comparison in
            guard case .gap(let first, let second, let wave) = comparison.kind, wave == lastWave(of: first),
                case .item(let item) = comparison.subject, let verdict = comparison.verdict,
                verdict == .higher || verdict == .lower, let difference = comparison.difference.shown,
                let effect = difference.effect, let size = difference.size, size >= .medium
            else { return nil }
            let groups = first.name + "-vs-" + second.name
            return Finding(
                kind: .challenge, category: .misunderstanding, subject: item, groups: [first, second], period: wave,
                weight: abs(effect),
                evidence: [.gap, .benjaminiHochberg].map { name(item, groups, $0, wave, section: .gap) })
        }
    }

    private var counts: [Finding] {
        measures.rows.compactMap { row in
            guard row.students == .all, let wanted = row.measure.wantedDirection,
                let change = row.changes.last?.shown, change.verdict != .notDistinguishable,
                let interval = change.interval
            else { return nil }
            // The least change that the interval allows: the ratio itself is 0 where nothing was counted before.
            let least = interval.lower > 1 ? interval.lower : 1 / interval.upper
            let isBetter = (change.verdict == .fell) == (wanted == .fewer)
            return Finding(
                kind: isBetter ? .strength : .challenge, category: isBetter ? .progress : .setback,
                subject: row.measure.rawValue, groups: [], period: change.to.name, weight: log(least),
                evidence: [.change, .rateRatio].map {
                    name(row.measure.rawValue, "", $0, change.to.name, section: .measure)
                })
        }
    }

    /// The last wave that asked a group, also where its answers are withheld: those of an earlier one are no news.
    private func lastWave(of group: ReportingGroup) -> String? {
        surveys.participation.last { $0.group == group && $0.answered != .notAsked }?.wave
    }

    /// What a challenge of an item is about, by its domain.
    private func category(of item: String, or other: Finding.Category) -> Finding.Category {
        switch waves.last?.instrument.items.first(where: { $0.id == item })?.domain {
        case "communication": .communicationBarrier
        case "role-clarity": .conflictingPriorities
        default: other
        }
    }

    private func name(
        _ subject: String, _ group: String, _ statistic: Statistic, _ period: String, section: ReportedNumber.Section
    ) -> String {
        ReportedNumber(
            section: section, subject: subject, group: group, period: period, statistic: statistic,
            unit: statistic.unit, status: .told, value: nil
        ).name
    }
}
