import Statistics

extension NumberTableBuilder {
    mutating func add(_ participation: Participation) {
        begin(.participation, "survey", participation.group.name, participation.wave)
        add(.invited, participation.invited.map { .value(Double($0)) } ?? .notAsked)
        add(.answered, participation.answered.map(Double.init))
        add(.responseRate, participation.responseRate?.map { 100 * $0 } ?? .notAsked)
        add(.marginOfError, participation.marginOfError?.map { 100 * $0 } ?? .notAsked)
        let rows: [(Statistic, KeyPath<ReportedDispositions, Reported<Int>>)] = [
            (.previews, \.previews), (.breakoffs, \.breakoffs), (.duplicates, \.duplicates), (.blank, \.blank),
            (.straightLiners, \.straightLiners), (.outsideWave, \.outsideWave),
        ]
        for (statistic, count) in rows {
            add(statistic, participation.dispositions.flatMap { $0[keyPath: count].map(Double.init) })
        }
    }

    mutating func add(_ result: RatingResult) {
        begin(.item, result.item, result.group.name, result.wave)
        add(result.n)
        add(.favorable, .favorableCount, result.share.map { $0.favorable })
        add(
            .favorableLower, .favorableUpper,
            result.share.flatMap { share in
                // Where everybody answered there is none; otherwise it is that of a bound.
                share.interval.map { .value($0.percent) } ?? (share.favorable.isBound ? .suppressed : .notAsked)
            })
        add(.neutral, .neutralCount, result.share.flatMap(\.neutral))
        add(.unfavorable, .unfavorableCount, result.share.flatMap(\.unfavorable))
        add(.pointCount, parts: result.distribution)
        add(.mean, .standardDeviation, .meanLower, .meanUpper, result.mean)
        add(.notApplicable, result.invalid.map { Double($0.notApplicable) })
        add(.dontKnow, result.invalid.map { Double($0.dontKnow) })
        add(.missing, result.invalid.map { Double($0.missing) })
        add(
            .itemNonresponse,
            result.invalid.flatMap { invalid in
                let asked = (result.n.shown?.exact ?? 0) + invalid.notApplicable + invalid.dontKnow + invalid.missing
                return ResponseRate.itemNonresponse(answered: asked - invalid.missing, asked: asked).map {
                    .value(100 * $0.estimate)
                } ?? .notAsked
            })
    }

    mutating func add(_ result: ChoiceResult) {
        begin(.item, result.item, result.group.name, result.wave)
        add(result.n)
        add(.optionCount, parts: result.counts)
    }

    mutating func add(_ result: DomainResult) {
        begin(.domain, result.domain, result.group.name, result.wave)
        add(result.n)
        add(.favorable, result.favorable)
        add(.score, .scoreDeviation, .scoreLower, .scoreUpper, result.score)
        add(.alpha, result.reliability.map(\.alpha))
        add(.alphaLower, .alphaUpper, result.reliability.flatMap { .some($0.interval) })
        guard let itemRest = result.reliability.shown?.itemRest else { return }
        for (item, correlation) in itemRest.sorted(by: { $0.key < $1.key }) {
            begin(.item, item, result.group.name, result.wave)
            add(.itemRest, correlation)
        }
    }
}

extension Interval {
    /// An interval of shares in percent.
    fileprivate var percent: Interval { scaled(by: 100) }
}
