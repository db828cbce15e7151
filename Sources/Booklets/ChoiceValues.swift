import Content
import Evaluation
import Layouts

extension Booklet {
    /// How many chose each option, item by item: of the last wave's items, and of those asked in the same way before.
    var choiceValues: [String: TemplateValue] {
        let surveys = school.evaluation.surveys
        let items = school.waves.last?.instrument.items ?? []
        return ["choices": .list(items.compactMap { choice($0, surveys.shownGroups, surveys) })]
    }

    private func choice(_ item: Item, _ groups: [ReportingGroup], _ surveys: SurveyResults) -> TemplateValue? {
        let options: [Item.Choice]
        let isExclusive: Bool
        switch item.kind {
        case .singleChoice(let choices): (options, isExclusive) = (choices, true)
        case .multipleChoice(let choices): (options, isExclusive) = (choices, false)
        case .rating, .comment: return nil
        }
        let results = surveys.choices.filter { $0.item == item.id }
        let asked = groups.filter { group in results.contains { $0.group == group } }
        guard !asked.isEmpty else { return nil }
        return [
            "text": .text(item.text.text(in: school.profile.language)), "exclusive": .flag(isExclusive),
            "told": .flag(asked.contains { group in results.contains { $0.group == group && $0.counts.shown != nil } }),
            "groups": .list(asked.map { .text($0.title) }),
            "options": .list(
                options.enumerated().map { place, option in
                    [
                        "label": .text(option.label.text(in: school.profile.language)),
                        "cells": .list(
                            asked.map { group in
                                ["lines": .list(school.waves.map { line(item, place, results, group, $0) })]
                            }),
                    ]
                }),
        ]
    }

    /// One option's share of those who answered, in one wave.
    private func line(
        _ item: Item, _ place: Int, _ results: [ChoiceResult], _ group: ReportingGroup, _ wave: Wave
    ) -> TemplateValue {
        let isSame = wave.instrument.items.contains { $0.isComparable(with: item) }
        let result = isSame ? results.first { $0.group == group && $0.wave == wave.id } : nil
        let share = (result?.counts ?? .notAsked).map { counts in
            // All options are told only where it is told how many answered.
            PublishedPercent.exactly(count: counts[place], of: result?.n.shown?.least ?? 1)
        }
        return [
            "wave": .text(wave.title), "percent": .text(share.words { $0.text }),
            "n": .optional(share.shown == nil ? nil : result?.n.shown.map { Self.text($0) }),
        ]
    }
}
