import CSS

/// What a contest needs to know of the declarations of some stylesheets.
final class ContestFacts: Sendable {
    /// A declaration.
    struct Declaration {
        let property: AtomTable.Atom
        let isImportant: Bool
        let isCustom: Bool
    }

    let declarations: [Declaration]
    let declarationsOfRule: [Range<Int>]
    let isLayered: [Bool]
    let properties: PropertyTable

    init(_ rules: RuleSet, _ properties: PropertyTable) {
        declarations = rules.sheet.declarations.map {
            Declaration(property: $0.property, isImportant: $0.isImportant, isCustom: $0.isCustom)
        }
        declarationsOfRule = rules.sheet.rules.map(\.declarations)
        isLayered = rules.isLayered
        self.properties = properties
    }
}

/// An element's rules, on both sides: those that are put on it, and those that stay in the stylesheet.
struct Contest {
    let facts: ContestFacts
    /// The rules that are put on the element, the weakest first.
    let inlined: ArraySlice<Matches.Match>
    /// The rules that stay and that it could match, the weakest first.
    let kept: ArraySlice<Matches.Match>
    /// Whether a style can be put on it.
    let takesStyle: Bool

    /// Calls a function with the declarations of some rules, the weakest first.
    @inline(__always)
    func forEach(
        _ matches: ArraySlice<Matches.Match>, _ body: (Matches.Match, Int, ContestFacts.Declaration) -> Void
    ) {
        for match in matches {
            for number in facts.declarationsOfRule[Int(match.rule)] { body(match, number, facts.declarations[number]) }
        }
    }

    /// The extremes of those declarations of some rules for which a condition holds.
    @inline(__always)
    func extremes(
        _ matches: ArraySlice<Matches.Match>, where isIncluded: (Int, ContestFacts.Declaration) -> Bool
    ) -> PropertyExtremes {
        var extremes = PropertyExtremes(facts.properties)
        forEach(matches) { match, number, declaration in
            if isIncluded(number, declaration) { extremes.add(declaration.property, match) }
        }
        return extremes
    }
}
