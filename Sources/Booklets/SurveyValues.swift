import Charts
import Content
import Evaluation
import Layouts

extension Booklet {
    /// Who took part, and each item's result by group and wave.
    var surveyValues: [String: TemplateValue] {
        guard let instrument = school.instrument, let results else {
            return ["participation": [], "domains": [], "groups": [], "has-results": false, "instrument": .null]
        }
        let groups = results.shownGroups
        return [
            "instrument": ["title": .text(instrument.title), "version": .text(instrument.version)],
            "participation": .list(
                results.participation.filter { $0.invited != nil || $0.answered != .notAsked }.map(row)),
            "groups": .list(groups.map { .text($0.title) }),
            "has-results": .flag(!groups.isEmpty),
            "domains": .list(instrument.domains.map { domain($0, of: instrument, groups, results) }),
        ]
    }

    private func row(_ participation: Participation) -> TemplateValue {
        [
            "wave": .text(school.waves.first { $0.id == participation.wave }?.title ?? participation.wave),
            "group": .text(participation.group.title),
            "invited": .text(participation.invited.map(Self.grouped) ?? "not on record"),
            "answered": .text(
                Self.text(participation.answered, few: "fewer than \(rule.minimum(for: participation.group))") {
                    Self.grouped($0)
                }),
            "rate": .text(Self.rate(participation.responseRate)),
        ]
    }

    /// A response rate; of a survey that nobody answered it is zero.
    private static func rate(_ rate: Reported<Int>?) -> String {
        switch rate {
        case .value(let percent): "\(percent) %"
        case .suppressed: withheldMark
        case .noAnswers: "0 %"
        case .notAsked, nil: noneMark
        }
    }

    private func domain(
        _ domain: Instrument.Domain, of instrument: Instrument, _ groups: [StakeholderGroup], _ results: SurveyResults
    ) -> TemplateValue {
        [
            "title": .text(domain.title), "description": .optional(domain.summary.isEmpty ? nil : domain.summary),
            "items": .list(
                instrument.items.filter { $0.domain == domain.id }.map { item in
                    [
                        "text": .text(item.text), "reversed": .flag(item.isReversed),
                        "cells": .list(groups.map { cell(item, $0, results) }),
                    ]
                }),
        ]
    }

    /// One group's answers to an item: a line for each wave, and the bars.
    private func cell(_ item: Instrument.Item, _ group: StakeholderGroup, _ results: SurveyResults) -> TemplateValue {
        var lines: [TemplateValue] = []
        var bars: [ShareBars.Bar] = []
        for wave in school.waves {
            let result = results.result(wave: wave.id, group: group, item: item.id)
            lines.append([
                "wave": .text(wave.title),
                "percent": .text(Self.text(result, few: Self.withheldMark) { "\($0.percent) %" }),
                "n": .optional(result.shown.map { Self.grouped($0.count) }),
            ])
            if let share = result.shown { bars.append(.init(label: wave.title, percent: share.percent)) }
        }
        let title = "\(group.title): favorable answers to “\(item.text)”"
        return [
            "group": .text(group.title), "lines": .list(lines), "chart": .text(ShareBars(title: title, bars: bars).svg),
        ]
    }

    /// The mark of what is withheld, explained in the booklet's key.
    static let withheldMark = "†"
    /// The mark of what was never asked or counted.
    static let noneMark = "–"

    /// A reported number in words and marks.
    static func text<Value>(_ reported: Reported<Value>, few: String, _ shown: (Value) -> String) -> String {
        switch reported {
        case .value(let value): shown(value)
        case .suppressed: few
        case .notAsked: noneMark
        case .noAnswers: "no answers"
        }
    }
}
