import Content
import Evaluation
import Layouts

extension Booklet {
    /// How many chose each option, item by item: of the last wave's items, and of those asked in the same way before.
    func choices(of instrument: Instrument) throws -> [TemplateValue] { try instrument.items.compactMap(choice) }

    private func choice(_ item: Item) throws -> TemplateValue? {
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
        let isTold = asked.contains { group in results.contains { $0.group == group && $0.counts.shown != nil } }
        return [
            "text": .text(text(of: item)), "exclusive": .flag(isExclusive), "told": .flag(isTold),
            "caption": .text(try words("results.choice-caption", ["question": text(of: item)])),
            "groups": .list(try asked.map { .text(try words.title(of: $0)) }),
            "options": .list(
                try options.enumerated().map { place, option in
                    [
                        "label": .text(option.label.text(in: words.language)),
                        "cells": .list(
                            try asked.map { group in
                                ["lines": .list(try school.waves.map { try line(item, place, results, group, $0) })]
                            }),
                    ]
                }),
        ]
    }

    /// One option's share of those who answered, in one wave.
    private func line(
        _ item: Item, _ place: Int, _ results: [ChoiceResult], _ group: ReportingGroup, _ wave: Wave
    ) throws -> TemplateValue {
        let result = asks(item, in: wave) ? results.first { $0.group == group && $0.wave == wave.id } : nil
        let share = (result?.counts ?? .notAsked).map { counts in
            // All options are told only where it is told how many answered.
            PublishedPercent.exactly(count: counts[place], of: result?.n.shown?.least ?? 1)
        }
        return [
            "wave": .text(wave.title), "percent": .text(try words.mark(share) { try words.percent($0) }),
            "n": .optional(share.shown == nil ? nil : result?.n.shown.map { words.number($0) }),
        ]
    }
}
