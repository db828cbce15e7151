import Charts
import Content
import Evaluation

extension Booklet {
    /// The answers to a domain's items, in as many figures as flow well over pages.
    func domainCharts(_ domain: Instrument.Domain, _ items: [Item]) throws -> [String] {
        try itemCharts(domain, items).filter { !$0.isEmpty }
    }

    /// A domain's scores by group, from the first survey to the last.
    func scoreChart(_ domain: Instrument.Domain) throws -> String {
        let waves = wavesThatAsk(domain)
        guard let first = waves.first, let last = waves.last else { return "" }
        let told = groups.filter { group in
            waves.contains { surveys.domain(domain.id, group, wave: $0.id)?.score.shown?.bound == .exactly }
        }
        guard !told.isEmpty else { return "" }
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
            return DotPlot(series: [.init(last.title)], groups: [.init(rows: rows)], axis: axis).svg(caption)
        }
        let rows = try told.map { group in
            Dumbbell.Row(
                try words.title(of: group), detail: try people(domain, group, last),
                baseline: try mark(domain, group, first), followUp: try mark(domain, group, last),
                change: try change(of: domain.id, group)?.verdict.map { try words("verdicts.\($0.key)") })
        }
        return Dumbbell(
            baseline: first.title, followUp: last.title, changeTitle: try words("figures.score.change"),
            groups: [.init(rows: rows)], axis: axis
        ).svg(caption)
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

    private func itemCharts(_ domain: Instrument.Domain, _ items: [Item]) throws -> [String] {
        let shown = try items.map { item in ChartGroup(title: text(of: item), rows: try rows(of: item)) }
        guard shown.contains(where: { !$0.rows.isEmpty }) else { return [] }
        let chart = DivergingBars(
            categories: [
                .init(try words("items.unfavorable"), .unfavorable), .init(try words("items.neutral"), .neutral),
                .init(try words("items.favorable"), .favorable),
            ],
            favorable: try words("items.favorable"), remainder: try words("figures.items.remainder"),
            groups: shown.filter { !$0.rows.isEmpty }, format: try percentFormat())
        let title = try words(
            "figures.items.title", ["domain": words.inText(title(of: domain)), "list": words.list(levels(of: domain))])
        let tables = items.map(tableID).joined(separator: " ")
        return try chart.parts(maximumHeight: Self.tallestFigure / 2).enumerated().map { index, part in
            part.svg(
                ChartCaption(
                    id: "Figure-items-\(domain.id)-\(index + 1)", title: title,
                    description: try words("figures.items.description"), table: tables))
        }
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

    /// The bars of an item: a group's answers in each survey, of those that are told at all.
    private func rows(of item: Item) throws -> [DivergingBars.Row] {
        try groups.flatMap { group in
            try school.waves.compactMap { wave in
                guard asks(item, in: wave),
                    let share = surveys.rating(item.id, group, wave: wave.id)?.share.shown
                else { return nil }
                return DivergingBars.Row(
                    try words("items.who", ["group": words.title(of: group), "wave": wave.title]),
                    detail: try words("figures.n", ["count": words.number(share.n)]), answers: try answers(share))
            }
        }
    }

    private func answers(_ share: PublishedShare) throws -> DivergingBars.Answers {
        if share.favorable.isBound { return .note(try words.percent(share.favorable)) }
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
    func partnershipChart(_ rows: [PartnershipRow], _ pair: (ReportingGroup, ReportingGroup)) throws -> String {
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
        guard !groups.isEmpty else { return "" }
        let list = try rows.map {
            try words(
                "figures.gap.domain",
                [
                    "domain": words.inText(title(of: $0.domain)), "first": words.percent($0.first),
                    "second": words.percent($0.second),
                ])
        }
        return GapChart(
            first: try words.title(of: pair.0), second: try words.title(of: pair.1),
            gapTitle: try words("figures.gap.title"),
            groups: groups,
            axis: ChartAxis(title: try words("figures.gap.axis"), range: 0...100, format: try percentFormat())
        ).svg(
            ChartCaption(
                id: "Figure-partnership",
                title: try words(
                    "figures.gap.caption",
                    ["first": words.name(of: pair.0), "second": words.name(of: pair.1), "list": words.list(list)]),
                description: try words("figures.gap.description"), table: "Side-by-side"))
    }
}
