import Content
import Evaluation
import Layouts

extension Booklet {
    /// The results by domain, and the items with options; nil where no group is large enough to be told.
    func results() throws -> [String: TemplateValue]? {
        guard let instrument, !groups.isEmpty else { return nil }
        return [
            "domains": .list(try instrument.domains.compactMap { try domain($0, of: instrument) }),
            "choices": .list(try choices(of: instrument)),
        ]
    }

    private func domain(_ domain: Instrument.Domain, of instrument: Instrument) throws -> TemplateValue? {
        let items = instrument.ratings(in: domain)
        guard !items.isEmpty else { return nil }
        let waves = wavesThatAsk(domain)
        let rows = try groups.filter { group in waves.contains { surveys.domain(domain.id, group, wave: $0.id) != nil }
        }
        .map { try row(domain, $0, waves) }
        guard !rows.isEmpty else { return nil }
        return [
            "id": .text(domain.id), "title": .text(title(of: domain)),
            "description": .optional(domain.summary?.text(in: words.language)),
            "headline": .text(try headline(of: domain)),
            "score-charts": try scoreChart(domain),
            "item-charts": try itemChart(domain, items),
            "caption": .text(try words("results.caption", ["domain": title(of: domain)])),
            "waves": .list(waves.map { .text($0.title) }), "has-change": .flag(waves.count > 1), "rows": .list(rows),
        ]
    }

    /// The waves in which a domain was scored, by time.
    func wavesThatAsk(_ domain: Instrument.Domain) -> [Wave] {
        school.waves.filter { wave in surveys.domains.contains { $0.wave == wave.id && $0.domain == domain.id } }
    }

    /// A group's favorable share and score in each wave, and what changed.
    private func row(_ domain: Instrument.Domain, _ group: ReportingGroup, _ waves: [Wave]) throws -> TemplateValue {
        [
            "group": .text(try words.title(of: group)),
            "cells": .list(
                try waves.map { wave in
                    let result = surveys.domain(domain.id, group, wave: wave.id)
                    let favorable = try words.mark(result?.favorable ?? .notAsked) { try words.percent($0) }
                    let score = try words.mark(result?.score ?? .notAsked) { try text(of: $0) }
                    return ["favorable": .text(favorable), "score": .text(score)]
                }),
            "change": .text(
                try waves.count > 1 ? change(of: domain.id, group).map(text) ?? NumberMark.none : NumberMark.none),
        ]
    }

    /// A mean as it may be told.
    func text(of mean: PublishedMean) throws -> String {
        let number = words.decimals(mean.value, mean.decimals ?? 2)
        return switch mean.bound {
        case .exactly: number
        case .atMost: try words("number.at-most", ["number": number])
        case .atLeast: try words("number.at-least", ["number": number])
        }
    }

    /// The change of a group from its first wave to its last, of a domain or an item.
    func change(of subject: String, _ group: ReportingGroup) -> Comparison? {
        surveys.changes.last { comparison in
            guard case .change(group, _, _) = comparison.kind else { return false }
            return comparison.subject.id == subject
        }
    }

    /// A change of a domain score in words, with its interval.
    private func text(of comparison: Comparison) throws -> String {
        try words.mark(comparison.difference) { difference in
            let verdict = try words("verdicts.\(comparison.verdict?.key ?? "same")")
            let estimate = words.signed(difference.estimate, 2)
            guard let interval = difference.interval else {
                return try words("results.change", ["verdict": verdict, "change": estimate])
            }
            return try words(
                "results.change-with-interval",
                [
                    "verdict": verdict, "change": estimate,
                    "interval": words.range(words.signed(interval.lower, 2), words.signed(interval.upper, 2)),
                ])
        }
    }
}

extension Comparison.Verdict {
    /// The verdict's name among the phrases.
    var key: String {
        switch self {
        case .higher: "higher"
        case .lower: "lower"
        case .aboutTheSame: "same"
        case .perhapsChance: "chance"
        }
    }
}
