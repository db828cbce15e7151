import Charts
import Content
import Evaluation
import Layouts

extension Booklet {
    /// Who took part, and each item's result by group and wave.
    var surveyValues: [String: TemplateValue] {
        guard let instrument = school.waves.last?.instrument else {
            return ["participation": [], "domains": [], "groups": [], "has-results": false, "instrument": .null]
        }
        let surveys = school.evaluation.surveys
        let groups = surveys.shownGroups
        return [
            "instrument": ["title": .text(instrument.title), "version": .text(instrument.version)],
            "participation": .list(
                surveys.participation.filter { $0.invited != nil || $0.answered != .notAsked }.map(row)),
            "groups": .list(groups.map { .text($0.title) }),
            "has-results": .flag(!groups.isEmpty),
            "domains": .list(instrument.domains.map { domain($0, of: instrument, groups, surveys) }),
        ]
    }

    private func row(_ participation: Participation) -> TemplateValue {
        [
            "wave": .text(school.waves.first { $0.id == participation.wave }?.title ?? participation.wave),
            "group": .text(participation.group.title),
            "invited": .text(participation.invited.map(Self.grouped) ?? "not on record"),
            "answered": .text(participation.answered.words(withheld: few(participation)) { Self.grouped($0) }),
            "rate": .text(Self.rate(participation.responseRate)),
        ]
    }

    /// What stands for a number of people that is not told: how many they are fewer than, unless another reason withholds it.
    private func few(_ participation: Participation) -> String {
        school.evaluation.withheldByRelease.contains(.survey(wave: participation.wave, participation.group))
            ? NumberMark.withheld : "fewer than \(minimum(of: participation.group))"
    }

    /// The fewest answers of a group that are told.
    func minimum(of group: ReportingGroup) -> Int {
        group.members.map(school.evaluation.rule.minimum).max() ?? school.evaluation.rule.studentsAndFamilies
    }

    /// A response rate; of a survey that nobody answered it is zero.
    private static func rate(_ rate: Reported<Double>?) -> String {
        switch rate {
        case .value(let share): "\(Int((100 * share).rounded())) %"
        case .suppressed: NumberMark.withheld
        case .noAnswers: "0 %"
        case .notAsked, nil: NumberMark.none
        }
    }

    private func domain(
        _ domain: Instrument.Domain, of instrument: Instrument, _ groups: [ReportingGroup], _ surveys: SurveyResults
    ) -> TemplateValue {
        [
            "title": .text(domain.title), "description": .optional(domain.summary.isEmpty ? nil : domain.summary),
            "items": .list(
                instrument.ratings(in: domain).map { item in
                    [
                        "text": .text(item.text.text(in: school.profile.language)),
                        "reversed": .flag(item.rating?.isReversed ?? false),
                        "cells": .list(groups.map { cell(item, $0, surveys) }),
                    ]
                }),
        ]
    }

    /// One group's answers to an item: a line for each wave, and the bars.
    private func cell(_ item: Item, _ group: ReportingGroup, _ surveys: SurveyResults) -> TemplateValue {
        var lines: [TemplateValue] = []
        var bars: [ShareBars.Bar] = []
        for wave in school.waves {
            let isSame = wave.instrument.items.contains { $0.isComparable(with: item) }
            let share = isSame ? surveys.rating(item.id, group, wave: wave.id)?.share ?? .notAsked : .notAsked
            lines.append([
                "wave": .text(wave.title),
                "percent": .text(share.words { $0.favorable.text }),
                "n": .optional(share.shown.map { Self.text($0.n) }),
            ])
            if let favorable = share.shown?.favorable, !favorable.isBound {
                bars.append(.init(label: wave.title, percent: favorable.rounded))
            }
        }
        // The last bar is drawn as the present, so that without it there is none.
        if bars.last?.label != school.waves.last?.title { bars = [] }
        let title = "\(group.title): favorable answers to “\(item.text.text(in: school.profile.language))”"
        return [
            "group": .text(group.title), "lines": .list(lines), "chart": .text(ShareBars(title: title, bars: bars).svg),
        ]
    }

    /// A number of people: itself, or the range that it is in.
    static func text(_ count: PublishedCount) -> String {
        switch count {
        case .exactly(let count): grouped(count)
        case .between(let least, let greatest): "\(grouped(least))–\(grouped(greatest))"
        }
    }
}
