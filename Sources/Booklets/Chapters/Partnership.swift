import Content
import Evaluation
import Layouts

extension Booklet {
    /// How officers and administrators see it, side by side; where they are told together, beside another group of the school;
    /// nil where neither is told.
    func partnership() throws -> [String: TemplateValue]? {
        guard let (pair, rows) = partnershipRows else { return nil }
        let views = try widestGaps.compactMap { try sentence($0) }.map(words.beginning)
        let waves = waves(of: rows, pair)
        return [
            "introduction": .text(try introduction(pair)),
            "columns": .list(
                try [pair.0, pair.1].flatMap { group in try waves.map { .text(try head(group, $0, of: waves)) } }),
            "comparison": .text(
                try waves.last.map { last in
                    waves.count == 1
                        ? try words("partnership.comparison")
                        : try words("partnership.comparison-in", ["wave": last.title])
                } ?? ""),
            "charts": try partnershipChart(rows, pair),
            "rows": .list(
                try rows.map { row in
                    [
                        "domain": .text(title(of: row.domain)),
                        "cells": .list(try [pair.0, pair.1].flatMap { try cells(row.domain, $0, waves) }),
                        "verdict": .text(try verdict(row, pair)),
                    ]
                }),
            "has-views": .flag(!views.isEmpty), "views": .list(views.map { .text($0) }),
        ]
    }

    /// The two groups, and the domains of which both are told; nil where there is no such domain.
    var partnershipRows: (pair: (ReportingGroup, ReportingGroup), rows: [PartnershipRow])? {
        guard let pair = partners, let instrument else { return nil }
        let rows = instrument.domains.compactMap { PartnershipRow($0, pair, self) }
        return rows.isEmpty ? nil : (pair, rows)
    }

    /// The first and the last survey in which either group's view of a domain is told.
    private func waves(of rows: [PartnershipRow], _ pair: (ReportingGroup, ReportingGroup)) -> [Wave] {
        let told = school.waves.filter { wave in
            rows.contains { row in
                [pair.0, pair.1].contains { surveys.domain(row.domain.id, $0, wave: wave.id)?.favorable.shown != nil }
            }
        }
        guard let first = told.first, let last = told.last else { return [] }
        return told.count == 1 ? [first] : [first, last]
    }

    private func head(_ group: ReportingGroup, _ wave: Wave, of waves: [Wave]) throws -> String {
        let title = try words.title(of: group)
        return waves.count == 1 ? title : try words("items.who", ["group": title, "wave": wave.title])
    }

    /// A group's favorable share of a domain in each survey, and by how much the last differs from the first.
    private func cells(
        _ domain: Instrument.Domain, _ group: ReportingGroup, _ waves: [Wave]
    ) throws -> [TemplateValue] {
        let shares = waves.map { surveys.domain(domain.id, group, wave: $0.id)?.favorable ?? .notAsked }
        return try shares.enumerated().map { place, share in
            var change: String?
            if place > 0, let before = shares[0].shown, let after = share.shown {
                // Of the numbers as they are printed, so that they add up.
                let points = after.rounded(.toNearestOrAwayFromZero) - before.rounded(.toNearestOrAwayFromZero)
                change = try words(
                    "partnership.change", count: points.magnitude == 1 ? 1 : 2, ["change": words.signed(points, 0)])
            }
            return [
                "share": .text(try words.mark(share) { try words.percent($0) }), "change": .optional(change),
            ]
        }
    }

    /// The two groups whose views stand side by side.
    private var partners: (ReportingGroup, ReportingGroup)? {
        let officers = ReportingGroup.stakeholders(.sro)
        let administrators = ReportingGroup.stakeholders(.administrator)
        if groups.contains(officers), groups.contains(administrators) { return (officers, administrators) }
        guard let leaders = [.leadership, officers, administrators].first(where: groups.contains) else { return nil }
        let others: [ReportingGroup] = [.stakeholders(.teacher), .stakeholders(.student), .stakeholders(.parent)]
        return others.first(where: groups.contains).map { (leaders, $0) }
    }

    private func introduction(_ pair: (ReportingGroup, ReportingGroup)) throws -> String {
        let key = pair.0 == .leadership ? "together" : pair.1 == .stakeholders(.administrator) ? "apart" : "beside"
        return try words(
            "partnership.\(key)", ["first": words.name(of: pair.0), "second": words.name(of: pair.1)])
    }

    private func verdict(_ row: PartnershipRow, _ pair: (ReportingGroup, ReportingGroup)) throws -> String {
        let higher = row.verdict == .lower ? pair.1 : pair.0
        return try words("partnership.verdict.\(row.verdict?.key ?? "unknown")", ["group": words.title(of: higher)])
    }

    /// The items on which two groups differ most.
    var widestGaps: ArraySlice<Finding> {
        evaluation.findings.filter { $0.category == .misunderstanding }.prefix(Self.mostViews)
    }

    private static var mostViews: Int { 5 }
}

/// A domain as two groups see it in the last wave that asked both.
struct PartnershipRow {
    let domain: Instrument.Domain
    /// Favorable answers in percent.
    let first, second: Double
    /// How the first group's score lies to the second's; nil where they can't be compared.
    let verdict: Comparison.Verdict?

    init?(_ domain: Instrument.Domain, _ pair: (ReportingGroup, ReportingGroup), _ booklet: Booklet) {
        let surveys = booklet.surveys
        guard let wave = booklet.wavesThatAsk(domain).last,
            let first = surveys.domain(domain.id, pair.0, wave: wave.id)?.favorable.shown,
            let second = surveys.domain(domain.id, pair.1, wave: wave.id)?.favorable.shown
        else { return nil }
        (self.domain, self.first, self.second) = (domain, first, second)
        verdict = PartnershipRow.gap(domain, pair, wave.id, surveys)?.verdict(of: pair.0)
    }

    private static func gap(
        _ domain: Instrument.Domain, _ pair: (ReportingGroup, ReportingGroup), _ wave: String, _ surveys: SurveyResults
    ) -> Comparison? {
        surveys.gaps.first { gap in
            gap.subject == .domain(domain.id)
                && [.gap(pair.0, pair.1, wave: wave), .gap(pair.1, pair.0, wave: wave)].contains(gap.kind)
        }
    }
}

extension Comparison {
    /// What may be said of a gap from a group's side.
    fileprivate func verdict(of group: ReportingGroup) -> Verdict? {
        if case .gap(group, _, _) = kind { return verdict }
        return switch verdict {
        case .higher: .lower
        case .lower: .higher
        default: verdict
        }
    }
}
