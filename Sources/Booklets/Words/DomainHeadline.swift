import Content
import Evaluation

extension Booklet {
    /// What there is to say of a domain, in a sentence: who sees it better or worse than at first; else where the groups stand.
    func headline(of domain: Instrument.Domain) throws -> String {
        let changed = groups.compactMap { group in
            change(of: domain.id, group)?.verdict.map { (group: group, verdict: $0) }
        }
        let name = words.inText(title(of: domain))
        guard changed.isEmpty, let last = wavesThatAsk(domain).last else { return try headline(changed, name) }
        let levels = groups.compactMap { group in
            surveys.domain(domain.id, group, wave: last.id)?.favorable.shown.map { (group: group, share: $0) }
        }
        guard let lowest = levels.min(by: { $0.share < $1.share }),
            let highest = levels.max(by: { $0.share < $1.share })
        else { return try words("results.headline.withheld", ["domain": name]) }
        let (low, high) = (try words.percent(lowest.share), try words.percent(highest.share))
        let isClose = highest.share - lowest.share < Self.closeTogether
        let key = levels.count == 1 ? "one" : low == high ? "even" : isClose ? "close" : "apart"
        return try words(
            "results.headline.\(key)",
            [
                "domain": name, "lowest": words.name(of: lowest.group), "low": low,
                "highest": words.name(of: highest.group), "high": high,
            ])
    }

    /// Within so many percentage points groups are said to answer alike.
    private static var closeTogether: Double { 5 }

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
