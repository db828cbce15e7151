import CSS

/// An element's rules, on both sides: those that are put on it, and those that stay in the stylesheet.
struct Contest {
    let rules: RuleSet
    let properties: PropertyTable
    /// The rules that are put on the element, the weakest first.
    let inlined: ArraySlice<Matches.Match>
    /// The rules that stay and that it could match.
    let kept: ArraySlice<Matches.Match>
    /// Whether a style can be put on it.
    let takesStyle: Bool

    /// A declaration and how strong its rule is on the element.
    typealias Entry = (match: Matches.Match, number: Int, declaration: Stylesheet.Declaration)

    /// The declarations of some rules, the weakest first.
    func declarations(_ matches: ArraySlice<Matches.Match>) -> some Sequence<Entry> {
        matches.lazy.flatMap { match in
            rules.declarations(of: match.rule).lazy.map { (match, $0, rules.sheet.declarations[$0]) }
        }
    }

    /// Declarations of rules that stay; those in a layer lose to everything outside of layers.
    var keptOutsideOfLayers: some Sequence<Entry> {
        declarations(kept).lazy.filter { !rules.isLayered[Int($0.match.rule)] }
    }

    /// The extremes of those declarations for which a condition holds.
    func extremes(
        _ entries: some Sequence<Entry>, where isIncluded: (Entry) -> Bool
    ) -> PropertyExtremes {
        var extremes = PropertyExtremes(properties)
        for entry in entries where isIncluded(entry) { extremes.add(entry.declaration.property, entry.match) }
        return extremes
    }
}
