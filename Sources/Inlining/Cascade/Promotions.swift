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
        let facts = ContestFacts(rules, properties)
        func contest(_ element: Int) -> Contest {
            Contest(
                facts: facts, inlined: inlined.of(element), kept: kept.of(element),
                takesStyle: document.elements[element].takesStyle)
        }
        let affected = document.elements.indices.filter { !kept.of($0).isEmpty }
        let distinct = Self.distinct(affected, inlined, kept)
        for element in distinct { promote(contest(element)) }
        if demoted.contains(true) {
            while document.elements.indices.reduce(false, { demoteOvertaken(contest($1)) || $0 }) {}
        }
        guard promoted.contains(true) else { return }
        // What becomes important may overtake another rule that stays, which then has to become important too.
        while distinct.reduce(false, { promoteOvertaken(contest($1)) || $0 }) {}
        func defend(_ elements: some Sequence<Int>) -> Bool {
            elements.reduce(false) { self.defend(contest($1), $1) { own($0) } || $0 }
        }
        var hasChanged = defend(affected)
        // What stays in the stylesheet as well is important on every element that it matches.
        while hasChanged { hasChanged = defend(document.elements.indices) }
        guard facts.declarations.contains(where: \.isImportant) else { return }
        liftsImportant = document.elements.indices.contains { overtakesImportant(contest($0)) }
    }

    /// One element for each set of rules that some match.
    private static func distinct(_ elements: [Int], _ inlined: Matches, _ kept: Matches) -> [Int] {
        var seen: Set<[Matches.Match]> = []
        return elements.filter { seen.insert(Array(inlined.of($0)) + Array(kept.of($0))).inserted }
    }

    private mutating func promote(_ contest: Contest) {
        let ordinary = contest.extremes(contest.inlined) { !$1.isImportant }
        contest.forEach(contest.kept) { stronger, number, declaration in
            guard !declaration.isCustom, !contest.facts.isLayered[Int(stronger.rule)] else { return }
            let property = declaration.property
            if !declaration.isImportant {
                guard !promoted[number], let weakest = ordinary.weakest(property), weakest.isWeaker(than: stronger)
                else {
                    return
                }
                // Against its own rule, which sets the same value, it need not win.
                if weakest.rule != stronger.rule { return promoted[number] = true }
            }
            contest.forEach(contest.inlined) { weaker, other, inlined in
                guard weaker.rule != stronger.rule, weaker.isWeaker(than: stronger),
                    inlined.isImportant == declaration.isImportant,
                    contest.facts.properties.overlap(property, inlined.property)
                else { return }
                if declaration.isImportant {
                    retained[other] = true
                    demoted[other] = true
                } else {
                    promoted[number] = true
                }
            }
        }
    }

    /// Leaves in the stylesheet what would win on an element against a stronger declaration that is left there.
    /// - Returns: whether anything is.
    private mutating func demoteOvertaken(_ contest: Contest) -> Bool {
        var hasChanged = false
        var left: [AtomTable.Atom] = []
        for match in contest.inlined.reversed() {
            for number in contest.facts.declarationsOfRule[Int(match.rule)].reversed() {
                let declaration = contest.facts.declarations[number]
                guard declaration.isImportant else { continue }
                if !demoted[number],
                    left.contains(where: { contest.facts.properties.overlap($0, declaration.property) })
                {
                    retained[number] = true
                    demoted[number] = true
                    hasChanged = true
                }
                if demoted[number] { left.append(declaration.property) }
            }
        }
        return hasChanged
    }

    /// - Returns: whether anything became important.
    private mutating func promoteOvertaken(_ contest: Contest) -> Bool {
        var hasChanged = false
        var raised = PropertyExtremes(contest.facts.properties)
        contest.forEach(contest.kept) { match, number, declaration in
            guard !declaration.isCustom else { return }
            let property = declaration.property
            if !promoted[number], !declaration.isImportant, !contest.facts.isLayered[Int(match.rule)],
                raised.weakest(property)?.isWeaker(than: match) == true
            {
                promoted[number] = true
                hasChanged = true
            }
            if promoted[number] { raised.add(property, match) }
        }
        return hasChanged
    }

    /// The ordinary declarations of stylesheets that an element matches and that became important.
    private func raised(_ contest: Contest) -> PropertyExtremes {
        var raised = contest.extremes(contest.kept) { number, _ in promoted[number] }
        contest.forEach(contest.inlined) { match, number, declaration in
            if retained[number], !declaration.isImportant { raised.add(declaration.property, match) }
        }
        return raised
    }

    /// Makes important what was put on an element and must go on winning.
    /// - Returns: whether another declaration stays in the stylesheet too.
    private mutating func defend(
        _ contest: Contest, _ element: Int, own: (Int) -> [Stylesheet.Declaration]
    ) -> Bool {
        var raised = raised(contest)
        guard !raised.isEmpty else { return false }
        var hasChanged = false
        let kept = contest.extremes(contest.kept) { _, _ in true }
        // An ordinary declaration can't become important on an element where it must go on losing to one that stays.
        var contested = contest.extremes(contest.kept) { $1.isImportant }
        contest.forEach(contest.inlined) { match, number, declaration in
            if demoted[number] { contested.add(declaration.property, match) }
        }
        contest.forEach(contest.inlined) { match, number, declaration in
            let property = declaration.property
            // A later declaration of the same rule is stronger too.
            guard !declaration.isImportant, let weakest = raised.weakest(property), !match.isWeaker(than: weakest)
            else { return }
            let isBetween = kept.strongest(property).map(match.isWeaker) ?? false
            if contest.takesStyle, !isBetween, !contested.has(property) {
                important.insert(Place(element: Int32(element), declaration: Int32(number)))
            } else if !retained[number] {
                retained[number] = true
                hasChanged = true
            }
            // Now it wins against stronger ones of the element too, which have to become important then.
            raised.add(property, match)
        }
        for (index, declaration) in own(element).enumerated()
        where !declaration.isImportant && raised.has(declaration.property) && !contested.has(declaration.property) {
            importantOwn.insert(Place(element: Int32(element), declaration: Int32(index)))
        }
        return hasChanged
    }

    /// Whether what became important wins against what was important in the stylesheet from the beginning.
    private func overtakesImportant(_ contest: Contest) -> Bool {
        let raised = raised(contest)
        guard !raised.isEmpty else { return false }
        var isOvertaken = false
        func check(_ match: Matches.Match, _ declaration: ContestFacts.Declaration) {
            if declaration.isImportant, raised.strongest(declaration.property)?.isWeaker(than: match) == false {
                isOvertaken = true
            }
        }
        contest.forEach(contest.kept) { match, _, declaration in
            if !contest.facts.isLayered[Int(match.rule)] { check(match, declaration) }
        }
        contest.forEach(contest.inlined) { match, number, declaration in
            if retained[number] || !contest.takesStyle { check(match, declaration) }
        }
        return isOvertaken
    }
}
