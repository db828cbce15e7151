import Content
import Evaluation

extension Booklet {
    /// What there is to say of a domain, in a sentence: who sees it better or worse than at first; else where the groups stand,
    /// by their favorable shares, or where those are withheld by their scores; else why nothing is told.
    func headline(of domain: Instrument.Domain) throws -> String {
        let name = words.inText(title(of: domain))
        let changed = groups.compactMap { group in
            change(of: domain.id, group)?.verdict.map { (group: group, verdict: $0) }
        }
        guard changed.isEmpty else { return try headline(changed, name) }
        let last = wavesThatAsk(domain).last
        let results = groups.compactMap { group in last.flatMap { surveys.domain(domain.id, group, wave: $0.id) } }
        if let shares = try shareHeadline(results, name) { return shares }
        if let scores = try scoreHeadline(results, domain, name) { return scores }
        let isWithheld = results.contains { $0.score == .suppressed || $0.favorable == .suppressed }
        return try words("results.headline.\(isWithheld ? "withheld" : "unanswered")", ["domain": name])
    }

    /// Within so many percentage points groups are said to answer alike.
    private static var closeTogether: Double { 5 }

    /// Where the groups stand by their favorable shares; nil where none is told.
    private func shareHeadline(_ results: [DomainResult], _ domain: String) throws -> String? {
        let levels = results.compactMap { result in result.favorable.shown.map { (group: result.group, share: $0) } }
        guard let lowest = levels.min(by: { $0.share < $1.share }),
            let highest = levels.max(by: { $0.share < $1.share })
        else { return nil }
        let (low, high) = (try words.percent(lowest.share), try words.percent(highest.share))
        let isClose = highest.share - lowest.share < Self.closeTogether
        let key = levels.count == 1 ? "one" : low == high ? "even" : isClose ? "close" : "apart"
        return words.beginning(
            try words(
                "results.headline.\(key)",
                [
                    "domain": domain, "lowest": words.name(of: lowest.group), "low": low,
                    "highest": words.name(of: highest.group), "high": high,
                    "groups": words.names(of: levels.map(\.group)),
                ]))
    }

    /// Where the groups stand by their mean scores; nil where none is told.
    private func scoreHeadline(
        _ results: [DomainResult], _ domain: Instrument.Domain, _ name: String
    ) throws -> String? {
        let scores = try results.compactMap { result in
            try result.score.shown.map { score in
                try words(
                    "results.headline.score-of", ["score": text(of: score), "group": words.name(of: result.group)])
            }
        }
        guard !scores.isEmpty else { return nil }
        return try words(
            "results.headline.\(scores.count == 1 ? "score" : "scores")",
            ["domain": name, "list": words.list(scores), "scale": scale(of: domain)])
    }

    /// Who sees a domain better, worse and about the same.
    private func headline(
        _ changed: [(group: ReportingGroup, verdict: Comparison.Verdict)], _ domain: String
    ) throws -> String {
        func named(_ isMeant: (Comparison.Verdict) -> Bool) throws -> String? {
            let groups = changed.filter { isMeant($0.verdict) }.map(\.group)
            return groups.isEmpty ? nil : try words.names(of: groups)
        }
        let better = try named { $0 == .higher }
        let worse = try named { $0 == .lower }
        let same = try named { $0 == .aboutTheSame || $0 == .perhapsChance }
        let parts = [("better", better), ("worse", worse), ("same", same)].filter { $0.1 != nil }
        let key = parts.map(\.0).joined(separator: "-")
        return words.beginning(
            try words(
                "results.headline.\(key)",
                ["domain": domain, "better": better ?? "", "worse": worse ?? "", "same": same ?? ""]))
    }
}
