import CSS

/// What has to become `!important` so that rules which stay in the stylesheet are as strong against those that were put on
/// elements as they were before.
///
/// An inline style beats a stylesheet. So a declaration that stays and used to win becomes important; one that was put on an
/// element and used to win against that becomes important there. Where an important declaration would have to be between two
/// that stay, the rule that was inlined also stays in the stylesheet.
struct Promotions {
    /// Declarations that stay in the stylesheet and become important.
    private(set) var promoted: [Bool]
    /// Declarations that are put on elements and stay in the stylesheet too, as important ones.
    private(set) var retained: [Bool]
    /// Important declarations that are put on elements as ordinary ones, since they stay in the stylesheet too.
    private(set) var demoted: [Bool]
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
        for element in affected {
            defend(
                element, rules, properties, inlined.of(element), kept.of(element), own: own(element),
                takesStyle: document.elements[element].takesStyle)
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

    private mutating func defend(
        _ element: Int, _ rules: RuleSet, _ properties: PropertyTable, _ matched: ArraySlice<Matches.Match>,
        _ kept: ArraySlice<Matches.Match>, own: [Stylesheet.Declaration], takesStyle: Bool
    ) {
        for weaker in kept {
            for number in rules.declarations(of: weaker.rule) where promoted[number] {
                let property = rules.sheet.declarations[number].property
                for stronger in matched where weaker.isWeaker(than: stronger) {
                    for other in rules.declarations(of: stronger.rule) {
                        let inlined = rules.sheet.declarations[other]
                        guard !inlined.isImportant, properties.overlap(property, inlined.property),
                            !isContested(inlined.property, rules, properties, stronger: kept, demoted: matched)
                        else { continue }
                        let isBetween = kept.contains { strongest in
                            stronger.isWeaker(than: strongest)
                                && rules.declarations(of: strongest.rule).contains {
                                    properties.overlap(rules.sheet.declarations[$0].property, inlined.property)
                                }
                        }
                        if isBetween || !takesStyle {
                            retained[other] = true
                        } else {
                            important.insert(Place(element: Int32(element), declaration: Int32(other)))
                        }
                    }
                }
                for (index, declaration) in own.enumerated()
                where !declaration.isImportant && properties.overlap(property, declaration.property)
                    && !isContested(declaration.property, rules, properties, stronger: kept, demoted: matched)
                {
                    importantOwn.insert(Place(element: Int32(element), declaration: Int32(index)))
                }
            }
        }
    }

    /// Whether an important declaration stays in the stylesheet that an ordinary one must go on losing to, so that it can't
    /// become important itself.
    private func isContested(
        _ property: AtomTable.Atom, _ rules: RuleSet, _ properties: PropertyTable,
        stronger kept: ArraySlice<Matches.Match>, demoted matched: ArraySlice<Matches.Match>
    ) -> Bool {
        func overlaps(_ number: Int) -> Bool {
            properties.overlap(rules.sheet.declarations[number].property, property)
        }
        return kept.contains { match in
            rules.declarations(of: match.rule).contains { rules.sheet.declarations[$0].isImportant && overlaps($0) }
        } || matched.contains { match in rules.declarations(of: match.rule).contains { demoted[$0] && overlaps($0) } }
    }
}
