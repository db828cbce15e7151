import Charts
import Content
import Evaluation
import Layouts

extension Booklet {
    /// A domain's scores by group, from the first survey to the last.
    func scoreChart(_ domain: Instrument.Domain) throws -> TemplateValue {
        let waves = wavesThatAsk(domain)
        guard let first = waves.first, let last = waves.last else { return .list([]) }
        let told = groups.filter { group in
            waves.contains { surveys.domain(domain.id, group, wave: $0.id)?.score.shown?.bound == .exactly }
        }
        guard !told.isEmpty else { return .list([]) }
        let caption = ChartCaption(
            id: "Figure-score-\(domain.id)", title: try headline(of: domain),
            description: try words(
                "figures.score.description", ["domain": title(of: domain), "scale": scale(of: domain)]),
            table: "Domain-\(domain.id)")
        let axis = ChartAxis(
            title: try words("figures.score.axis", ["scale": scale(of: domain)]), range: codes(of: domain),
            format: ChartNumberFormat(decimals: 0))
        if first.id == last.id {
            let rows = try told.map { group in
                DotPlot.Row(
                    try words.title(of: group), detail: try people(domain, group, first),
                    marks: [try mark(domain, group, first)])
            }
            return .figure(DotPlot(series: [.init(last.title)], groups: [.init(rows: rows)], axis: axis), caption)
        }
        let rows = try told.map { group in
            Dumbbell.Row(
                try words.title(of: group), detail: try people(domain, group, last),
                baseline: try mark(domain, group, first), followUp: try mark(domain, group, last),
                change: try change(of: domain.id, group)?.verdict.map { try words("verdicts.\($0.key)") })
        }
        let plot = Dumbbell(
            baseline: first.title, followUp: last.title, changeTitle: try words("figures.score.change"),
            groups: [.init(rows: rows)], axis: axis)
        return .figure(plot, caption)
    }

    private func mark(_ domain: Instrument.Domain, _ group: ReportingGroup, _ wave: Wave) throws -> ChartMark {
        let score = surveys.domain(domain.id, group, wave: wave.id)?.score ?? .notAsked
        guard let mean = score.shown, mean.bound == .exactly else {
            // Nothing is drawn of a bound or of what is withheld.
            return ChartMark(value: nil, text: try words.mark(score) { try text(of: $0) })
        }
        let interval = mean.interval.flatMap { $0.lower <= $0.upper ? $0.lower...$0.upper : nil }
        return ChartMark(value: mean.value, interval: interval, text: try text(of: mean))
    }

    private func people(_ domain: Instrument.Domain, _ group: ReportingGroup, _ wave: Wave) throws -> String? {
        try surveys.domain(domain.id, group, wave: wave.id)?.n.shown.map {
            try words("figures.n", ["count": words.number($0)])
        }
    }

    /// The ends of the scale on which a domain is scored.
    private func codes(of domain: Instrument.Domain) -> ClosedRange<Double>? {
        let codes = instrument?.ratings(in: domain).compactMap(\.rating).flatMap { $0.scale.points.map(\.code) } ?? []
        guard let least = codes.min(), let greatest = codes.max() else { return nil }
        return Double(least)...Double(greatest)
    }

    /// The answers to a domain's items in the last survey.
    func itemChart(_ domain: Instrument.Domain, _ items: [Item]) throws -> TemplateValue {
        let waves = wavesThatAsk(domain)
        guard let first = waves.first, let last = waves.last else { return .list([]) }
        let shown = try items.map { item in
            ChartGroup(title: try question(item), rows: try rows(of: item, first: first, last: last))
        }.filter { !$0.rows.isEmpty }
        guard !shown.isEmpty else { return .list([]) }
        let chart = DivergingBars(
            categories: [
                .init(try words("items.unfavorable"), .unfavorable), .init(try words("items.neutral"), .neutral),
                .init(try words("items.favorable"), .favorable),
            ],
            favorable: try words("items.favorable"), remainder: try words("figures.items.remainder"), groups: shown,
            format: try percentFormat(),
            summaryTitle: try words("figures.items.before", ["wave": words.inText(first.title)]))
        return .figure(
            chart,
            try ChartCaption(
                id: "Figure-items-\(domain.id)",
                title: words(
                    "figures.items.title",
                    ["domain": words.inText(title(of: domain)), "list": words.list(levels(of: domain))]),
                description: words("figures.items.description"),
                table: items.map(tableID).joined(separator: " ")))
    }

    /// An item's text, and that disagreeing is favorable where it is.
    private func question(_ item: Item) throws -> String {
        item.rating?.isReversed == true ? try text(of: item) + " " + words("items.reversed") : text(of: item)
    }

    /// Each group's favorable share of a domain in the last survey, in words; where none is told, the groups.
    private func levels(of domain: Instrument.Domain) throws -> [String] {
        guard let last = wavesThatAsk(domain).last else { return [] }
        let levels = try groups.compactMap { group in
            try surveys.domain(domain.id, group, wave: last.id)?.favorable.shown.map {
                try words("figures.share-of", ["share": words.percent($0), "group": words.name(of: group)])
            }
        }
        return levels.isEmpty ? try groups.map(words.name) : levels
    }

    /// The bars of an item: each group's answers in the last survey, of those that are told as more than a bound, of which
    /// nothing is drawn; and at the right the share at first.
    private func rows(of item: Item, first: Wave, last: Wave) throws -> [DivergingBars.Row] {
        try groups.compactMap { group in
            guard let share = surveys.rating(item.id, group, wave: last.id)?.share.shown, !share.favorable.isBound
            else { return nil }
            var before: String?
            if first.id != last.id, asks(item, in: first),
                let earlier = surveys.rating(item.id, group, wave: first.id)?.share.shown
            {
                before = try words.percent(earlier.favorable)
            }
            return DivergingBars.Row(
                try words.title(of: group), detail: try words("figures.n", ["count": words.number(share.n)]),
                answers: answers(share), summary: before)
        }
    }

    private func answers(_ share: PublishedShare) -> DivergingBars.Answers {
        guard let unfavorable = share.unfavorable.shown, !unfavorable.isBound else {
            return .favorable(share.favorable.value)
        }
        switch share.neutral {
        case .value(let neutral) where !neutral.isBound:
            return .shares([unfavorable.value, neutral.value, share.favorable.value])
        case .notAsked: return .shares([unfavorable.value, 0, share.favorable.value])
        default: return .favorable(share.favorable.value)
        }
    }

    /// How two groups see each domain, survey by survey.
    func partnershipChart(_ rows: [PartnershipRow], _ pair: (ReportingGroup, ReportingGroup)) throws -> TemplateValue {
        let groups = try school.waves.compactMap { wave -> ChartGroup<GapChart.Row>? in
            let marks = try rows.compactMap { row -> GapChart.Row? in
                guard let first = surveys.domain(row.domain.id, pair.0, wave: wave.id)?.favorable.shown,
                    let second = surveys.domain(row.domain.id, pair.1, wave: wave.id)?.favorable.shown
                else { return nil }
                let points = Int((first - second).magnitude.rounded())
                return GapChart.Row(
                    title(of: row.domain), first: ChartMark(value: first, text: try words.percent(first)),
                    second: ChartMark(value: second, text: try words.percent(second)),
                    gap: try words("figures.gap.points", count: points))
            }
            return marks.isEmpty ? nil : ChartGroup(title: wave.title, rows: marks)
        }
        guard !groups.isEmpty else { return .list([]) }
        let list = try rows.map {
            try words(
                "figures.gap.domain",
                [
                    "domain": words.inText(title(of: $0.domain)), "first": words.percent($0.first),
                    "second": words.percent($0.second),
                ])
        }
        let chart = GapChart(
            first: try words.title(of: pair.0), second: try words.title(of: pair.1),
            gapTitle: try words("figures.gap.title"), groups: groups,
            axis: ChartAxis(title: try words("figures.gap.axis"), range: 0...100, format: try percentFormat()))
        return .figure(
            chart,
            try ChartCaption(
                id: "Figure-partnership",
                title: words(
                    "figures.gap.caption",
                    ["first": words.name(of: pair.0), "second": words.name(of: pair.1), "list": words.list(list)]),
                description: words("figures.gap.description"), table: "Side-by-side"))
    }
}
