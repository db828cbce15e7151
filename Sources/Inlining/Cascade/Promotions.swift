import CSS

/// What has to become `!important` so that rules which stay in the stylesheet are as strong against those that were put on
/// elements as they were before.
///
/// An inline style beats a stylesheet. So a declaration that stays and used to win becomes important; one that was put on an
/// element and used to win against that becomes important there. Where an important declaration would have to be between two
/// that stay, the rule that was inlined also stays in the stylesheet. Where what became important would win against what was
/// important from the beginning, the latter is written once more with a selector that weighs more.
///
/// One case can't be expressed: a style attribute's own ordinary declaration that used to win against a rule that becomes
/// important, and that loses to an important one that stays. It has no selector that could stay, and stays ordinary.
struct Promotions {
    /// Declarations that stay in the stylesheet and become important.
    private(set) var promoted: [Bool]
    /// Declarations that are put on elements and stay in the stylesheet too, as important ones.
    private(set) var retained: [Bool]
    /// Important declarations that are put on elements as ordinary ones, since they stay in the stylesheet too.
    private(set) var demoted: [Bool]
    /// Whether declarations that were important from the beginning must weigh more than those that became so.
    private(set) var liftsImportant = false
    /// Declarations that become important on an element.
    private(set) var important: Set<Place> = []
    /// Declarations of style attributes that become important.
    private(set) var importantOwn: Set<Place> = []

    /// A declaration on an element.
    struct Place: Hashable {
        let element: Int32
        let declaration: Int32
    }

    /// Nothing needs to become important.
    init(declarationCount: Int) {
        promoted = [Bool](repeating: false, count: declarationCount)
        retained = promoted
        demoted = promoted
    }

    /// - Parameters:
    ///   - inlined: the rules that are put on each element.
    ///   - kept: the rules that stay and that each element could match.
    ///   - own: the declarations of an element's style attribute.
    init(
        _ rules: RuleSet, _ properties: PropertyTable, _ document: HTMLDocument, inlined: Matches, kept: Matches,
        own: (Int) -> [Stylesheet.Declaration]
    ) {
        self.init(declarationCount: rules.sheet.declarations.count)
        let affected = document.elements.indices.filter { !kept.of($0).isEmpty }
        for element in affected { promote(element, rules, properties, inlined.of(element), kept.of(element)) }
        guard promoted.contains(true) else { return }
        // What becomes important may overtake another rule that stays, which then has to become important too.
        while affected.reduce(false, { promoteOvertaken($1, rules, properties, kept.of($1)) || $0 }) {}
        func defend(_ element: Int) -> Bool {
            let defense = Defense(
                element: element, rules: rules, properties: properties, inlined: inlined.of(element),
                kept: kept.of(element), takesStyle: document.elements[element].takesStyle)
            return self.defend(defense) { own(element) }
        }
        var isDone = !affected.reduce(false) { defend($1) || $0 }
        // What stays in the stylesheet as well is important on every element that it matches.
        while !isDone { isDone = !document.elements.indices.reduce(false) { defend($1) || $0 } }
        liftsImportant = document.elements.indices.contains { element in
            let element = Defense(
                element: element, rules: rules, properties: properties, inlined: inlined.of(element),
                kept: kept.of(element), takesStyle: document.elements[element].takesStyle)
            return overtakesImportant(element)
        }
    }

    private mutating func promote(
        _ element: Int, _ rules: RuleSet, _ properties: PropertyTable, _ inlined: ArraySlice<Matches.Match>,
        _ kept: ArraySlice<Matches.Match>
    ) {
        for stronger in kept where !rules.isLayered[Int(stronger.rule)] {
            for number in rules.declarations(of: stronger.rule) {
                let declaration = rules.sheet.declarations[number]
                guard !declaration.isCustom else { continue }
                for weaker in inlined where weaker.rule != stronger.rule && weaker.isWeaker(than: stronger) {
                    for other in rules.declarations(of: weaker.rule) {
                        let inlined = rules.sheet.declarations[other]
                        guard inlined.isImportant == declaration.isImportant,
                            properties.overlap(declaration.property, inlined.property)
                        else { continue }
                        if declaration.isImportant {
                            retained[other] = true
                            demoted[other] = true
                        } else {
                            promoted[number] = true
                        }
                    }
                }
            }
        }
    }

    /// - Returns: whether anything became important.
    private mutating func promoteOvertaken(
        _ element: Int, _ rules: RuleSet, _ properties: PropertyTable, _ kept: ArraySlice<Matches.Match>
    ) -> Bool {
        var hasChanged = false
        for weaker in kept {
            for number in rules.declarations(of: weaker.rule) where promoted[number] {
                let property = rules.sheet.declarations[number].property
                for stronger in kept where weaker.isWeaker(than: stronger) && !rules.isLayered[Int(stronger.rule)] {
                    for other in rules.declarations(of: stronger.rule) {
                        let declaration = rules.sheet.declarations[other]
                        guard !promoted[other], !declaration.isImportant, !declaration.isCustom,
                            properties.overlap(property, declaration.property)
                        else { continue }
                        promoted[other] = true
                        hasChanged = true
                    }
                }
            }
        }
        return hasChanged
    }

    /// An element on which something that was put there must go on winning.
    private struct Defense {
        let element: Int
        let rules: RuleSet
        let properties: PropertyTable
        let inlined: ArraySlice<Matches.Match>
        let kept: ArraySlice<Matches.Match>
        let takesStyle: Bool

        func declarations(_ match: Matches.Match) -> Range<Int> { rules.declarations(of: match.rule) }

        func property(_ number: Int) -> AtomTable.Atom { rules.sheet.declarations[number].property }

        func isImportant(_ number: Int) -> Bool { rules.sheet.declarations[number].isImportant }
    }

    /// Ordinary declarations of a stylesheet that an element matches and that became important there.
    private func raised(_ on: Defense) -> [(match: Matches.Match, number: Int)] {
        let promoted = on.kept.flatMap { match in
            on.declarations(match).filter { self.promoted[$0] && !on.isImportant($0) }.map { (match, $0) }
        }
        return promoted
            + on.inlined.flatMap { match in
                on.declarations(match).filter { retained[$0] && !on.isImportant($0) }.map { (match, $0) }
            }
    }

    /// - Returns: whether another declaration stays in the stylesheet too.
    private mutating func defend(_ on: Defense, own: () -> [Stylesheet.Declaration]) -> Bool {
        let raised = raised(on)
        guard !raised.isEmpty else { return false }
        let own = own()
        var hasChanged = false
        for (weaker, number) in raised {
            let property = on.property(number)
            for stronger in on.inlined where weaker.isWeaker(than: stronger) {
                for other in on.declarations(stronger) where !on.isImportant(other) && !retained[other] {
                    guard on.properties.overlap(property, on.property(other)) else { continue }
                    if on.takesStyle, !isContested(on.property(other), on), !isBetween(stronger, on.property(other), on)
                    {
                        important.insert(Place(element: Int32(on.element), declaration: Int32(other)))
                    } else {
                        retained[other] = true
                        hasChanged = true
                    }
                }
            }
            for (index, declaration) in own.enumerated()
            where !declaration.isImportant && on.properties.overlap(property, declaration.property)
                && !isContested(declaration.property, on)
            {
                importantOwn.insert(Place(element: Int32(on.element), declaration: Int32(index)))
            }
        }
        return hasChanged
    }

    /// Whether a rule that stays is stronger still.
    private func isBetween(_ match: Matches.Match, _ property: AtomTable.Atom, _ on: Defense) -> Bool {
        on.kept.contains { strongest in
            match.isWeaker(than: strongest)
                && on.declarations(strongest).contains { on.properties.overlap(on.property($0), property) }
        }
    }

    /// Whether an important declaration stays in the stylesheet that an ordinary one must go on losing to, so that it can't
    /// become important on the element.
    private func isContested(_ property: AtomTable.Atom, _ on: Defense) -> Bool {
        on.kept.contains { match in
            on.declarations(match).contains { on.isImportant($0) && on.properties.overlap(on.property($0), property) }
        }
            || on.inlined.contains { match in
                on.declarations(match).contains { demoted[$0] && on.properties.overlap(on.property($0), property) }
            }
    }

    /// Whether what became important wins against what was important in the stylesheet from the beginning.
    private func overtakesImportant(_ on: Defense) -> Bool {
        let raised = raised(on)
        guard !raised.isEmpty else { return false }
        func isOvertaken(_ match: Matches.Match, _ number: Int) -> Bool {
            raised.contains { weaker, other in
                on.properties.overlap(on.property(number), on.property(other))
                    && (weaker.rule == match.rule || match.isWeaker(than: weaker))
            }
        }
        return on.kept.contains { match in
            !on.rules.isLayered[Int(match.rule)]
                && on.declarations(match).contains { on.isImportant($0) && isOvertaken(match, $0) }
        }
            || on.inlined.contains { match in
                on.declarations(match).contains {
                    on.isImportant($0) && (retained[$0] || !on.takesStyle) && isOvertaken(match, $0)
                }
            }
    }
}
