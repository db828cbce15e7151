import Statistics

/// All comparisons that a booklet makes, with p-values adjusted over all of them.
struct Comparisons {
    private(set) var changes: [Comparison] = []
    private(set) var gaps: [Comparison] = []
    private let ratings: [RatingResult]
    private let domains: [DomainResult]
    private let ratingPlaces: ResultIndex
    private let domainPlaces: ResultIndex

    init(
        waves: [Wave], groups: [ReportingGroup], ratings: (results: [RatingResult], places: ResultIndex),
        domains: (results: [DomainResult], places: ResultIndex)
    ) {
        (self.ratings, ratingPlaces) = ratings
        (self.domains, domainPlaces) = domains
        for group in groups { compareWaves(waves, group) }
        for wave in waves { compareGroups(wave, groups) }
    }

    /// Compares each later wave with the first in which the same item was put to the same group.
    private mutating func compareWaves(_ waves: [Wave], _ group: ReportingGroup) {
        for (index, later) in waves.enumerated() {
            let earlier = waves[..<index]
            guard !earlier.isEmpty else { continue }
            for item in later.instrument.items {
                guard let result = ratingPlaces[later.id, group, item.id],
                    let first = earlier.first(where: { earlier in
                        ratingPlaces[earlier.id, group, item.id] != nil
                            && earlier.instrument.items.contains { $0.isComparable(with: item) }
                    }), let before = ratingPlaces[first.id, group, item.id]
                else { continue }
                changes.append(
                    Comparison(
                        .change(group, from: first.id, to: later.id), .item(item.id), ratings[result], ratings[before]))
            }
            for domain in later.instrument.domains {
                guard let result = domainPlaces[later.id, group, domain.id],
                    let first = earlier.first(where: { earlier in
                        domainPlaces[earlier.id, group, domain.id] != nil
                            && Self.scoresAlike(domain.id, earlier.instrument, later.instrument)
                    }), let before = domainPlaces[first.id, group, domain.id]
                else { continue }
                changes.append(
                    Comparison(
                        .change(group, from: first.id, to: later.id), .domain(domain.id), domains[result],
                        domains[before]))
            }
        }
    }

    /// Whether a domain's score is made of the same items in two editions.
    private static func scoresAlike(_ domain: String, _ first: Instrument, _ second: Instrument) -> Bool {
        func scored(_ instrument: Instrument) -> [Item] {
            instrument.items.filter { $0.domain == domain && $0.rating != nil }.sorted { $0.id < $1.id }
        }
        let (first, second) = (scored(first), scored(second))
        return first.count == second.count && zip(first, second).allSatisfy { $0.isComparable(with: $1) }
    }

    /// Compares each two groups in a wave.
    private mutating func compareGroups(_ wave: Wave, _ groups: [ReportingGroup]) {
        let (items, subjects) = (wave.instrument.items.map(\.id), wave.instrument.domains.map(\.id))
        // Each group is looked up once, and not again for every other that it is compared with.
        let places = groups.map { group in
            let (rated, scored) = (ratingPlaces[wave.id, group], domainPlaces[wave.id, group])
            return (items: items.map { rated[$0] }, domains: subjects.map { scored[$0] })
        }
        let pairCount = groups.count * (groups.count - 1) / 2
        gaps.reserveCapacity(gaps.count + pairCount * (items.count + subjects.count))
        for (index, first) in groups.enumerated() {
            for (other, second) in groups.enumerated().dropFirst(index + 1) {
                let kind = Comparison.Kind.gap(first, second, wave: wave.id)
                for (place, item) in items.enumerated() {
                    guard let a = places[index].items[place], let b = places[other].items[place] else { continue }
                    gaps.append(Comparison(kind, .item(item), ratings[a], ratings[b]))
                }
                for (place, domain) in subjects.enumerated() {
                    guard let a = places[index].domains[place], let b = places[other].domains[place] else { continue }
                    gaps.append(Comparison(kind, .domain(domain), domains[a], domains[b]))
                }
            }
        }
    }

    /// Adjusts the p-values of all comparisons together: a reader looks at all of them for something that stands out.
    mutating func adjust() {
        let p = changes.map { $0.difference.shown?.p } + gaps.map { $0.difference.shown?.p }
        let holm = MultipleComparisons.holm(p)
        let benjaminiHochberg = MultipleComparisons.benjaminiHochberg(p)
        let adjusted = { (comparison: Comparison, place: Int) in
            var comparison = comparison
            comparison.holm = holm[place]
            comparison.benjaminiHochberg = benjaminiHochberg[place]
            return comparison
        }
        // Lists that are made at once have no room to grow, which all schools together would keep in memory.
        gaps = gaps.indices.map { adjusted(gaps[$0], changes.count + $0) }
        changes = changes.indices.map { adjusted(changes[$0], $0) }
    }
}

extension Comparison {
    /// Compares an item's results.
    fileprivate init(_ kind: Kind, _ subject: Subject, _ first: RatingResult, _ second: RatingResult) {
        self.init(
            kind: kind, subject: subject, difference: Difference.between(first.share, second.share),
            ranks: RankComparison(first.scored, second.scored))
    }

    /// Compares a domain's results.
    fileprivate init(_ kind: Kind, _ subject: Subject, _ first: DomainResult, _ second: DomainResult) {
        self.init(kind: kind, subject: subject, difference: Difference.between(first, second), ranks: nil)
    }
}
