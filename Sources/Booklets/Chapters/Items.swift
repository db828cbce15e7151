import Content
import Evaluation
import Layouts

extension Booklet {
    /// A table of each rating, by domain; nil where no group is large enough to be told.
    func items() throws -> [String: TemplateValue]? {
        guard let instrument, !groups.isEmpty else { return nil }
        return [
            "domains": .list(
                try instrument.domains.compactMap { domain in
                    let items = instrument.ratings(in: domain)
                    guard !items.isEmpty else { return nil }
                    return ["title": .text(title(of: domain)), "items": .list(try items.map(item))]
                })
        ]
    }

    /// The id of an item's table.
    func tableID(of item: Item) -> String { "Item-" + item.id }

    private func item(_ item: Item) throws -> TemplateValue {
        let rows = try groups.flatMap { group in
            try school.waves.compactMap { wave in
                asks(item, in: wave) ? try surveys.rating(item.id, group, wave: wave.id).map { try row($0, wave) } : nil
            }
        }
        return [
            "id": .text(tableID(of: item)), "text": .text(text(of: item)),
            "reversed": .flag(item.rating?.isReversed ?? false), "has-rows": .flag(!rows.isEmpty), "rows": .list(rows),
        ]
    }

    private func row(_ result: RatingResult, _ wave: Wave) throws -> TemplateValue {
        func cell(_ value: (PublishedShare) throws -> String) throws -> TemplateValue {
            .text(try words.mark(result.share, value))
        }
        return [
            "who": .text(try words("items.who", ["group": words.title(of: result.group), "wave": wave.title])),
            "n": try cell { words.number($0.n) }, "favorable": try cell { try words.percent($0.favorable) },
            "neutral": try cell { try words.mark($0.neutral) { try words.percent($0) } },
            "unfavorable": try cell { try words.mark($0.unfavorable) { try words.percent($0) } },
            "interval": try cell { share in
                guard let interval = share.interval else { return NumberMark.none }
                return try words.span(
                    words.decimals(100 * interval.lower, 0), words.percent(100 * interval.upper))
            },
        ]
    }
}
