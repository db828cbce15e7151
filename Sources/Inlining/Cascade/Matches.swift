import CSS

/// Which rules each element matches, the weakest first.
struct Matches {
    /// A rule that an element matches, with the weight of the strongest selector that does.
    struct Match: Hashable {
        let rule: Int32
        let specificity: UInt32
        /// Whether it only could match, once a client adds something.
        let isWaiting: Bool

        /// Whether it loses to another one.
        func isWeaker(than other: Match) -> Bool { (specificity, rule) < (other.specificity, other.rule) }
    }

    private var matches: [Match] = []
    private var starts: [Int32] = []

    /// - Parameters:
    ///   - matches: whether an element matches a selector that its name, id and classes allow.
    ///   - noteMatch: told of each selector, by its number, that an element matches.
    init(
        _ document: HTMLDocument, _ identities: ElementIdentities, _ index: SelectorIndex,
        matches test: (SelectorIndex.Entry, Int32) -> Bool,
        noteMatch: (_ selector: Int32, _ element: HTMLElement) -> Void = { _, _ in }
    ) {
        starts.reserveCapacity(document.elements.count + 1)
        matches.reserveCapacity(document.elements.count)
        // The last element that matched each rule, to know which rules match an element more than once.
        var lastElements = [Int](repeating: -1, count: index.ruleCount)
        for (number, element) in document.elements.enumerated() {
            let first = matches.count
            starts.append(Int32(first))
            index.forEachCandidate(
                name: element.name, id: identities.ids[number], classes: identities.classes(of: number)
            ) { entry in
                guard test(entry, Int32(number)) else { return }
                noteMatch(entry.number, element)
                insert(
                    Match(rule: entry.rule, specificity: entry.selector.specificity, isWaiting: entry.isWaiting),
                    from: first, isRepeated: lastElements[Int(entry.rule)] == number)
                lastElements[Int(entry.rule)] = number
            }
        }
        starts.append(Int32(matches.count))
    }

    private mutating func insert(_ match: Match, from first: Int, isRepeated: Bool) {
        if isRepeated,
            let same = matches[first...].firstIndex(where: {
                $0.rule == match.rule && $0.isWaiting == match.isWaiting
            })
        {
            guard matches[same].specificity < match.specificity else { return }
            matches.remove(at: same)
        }
        guard let last = matches[first...].last, match.isWeaker(than: last) else { return matches.append(match) }
        let place = matches[first...].partitioningIndex { match.isWeaker(than: $0) }
        matches.insert(match, at: place)
    }

    /// The rules that an element matches, the weakest first.
    func of(_ element: Int) -> ArraySlice<Match> { matches[Int(starts[element])..<Int(starts[element + 1])] }
}
