import CSS

/// Selectors by what an element must have for the last part of one to match it: an id, a class, or a name.
///
/// An element is held against those only that it could match, so that time grows with what matches rather than with the
/// number of rules.
struct SelectorIndex {
    /// A selector and the rule it is of.
    struct Entry {
        let selector: Selector
        let rule: Int32
        /// Its number among all selectors of the stylesheets.
        let number: Int32
        /// What has to match as it is of a selector that matches nothing yet and waits for what a client adds; nil for others.
        var ownSteps: Range<Int>?

        /// Whether it waits for what a client adds.
        var isWaiting: Bool { ownSteps != nil }
    }

    private(set) var entries: [Entry]
    /// The first entry for a key, and for each entry the next one with the same key; -1 where there is none.
    private var firsts: [Int32]
    private var nexts: [Int32]
    private let universalKey: Int
    /// One more than the largest number of a rule.
    let ruleCount: Int

    private enum Kind: Int {
        case type, className, id
    }

    init(_ entries: [Entry], pool: SelectorPool, nameCount: Int) {
        self.entries = entries
        universalKey = nameCount * 3
        ruleCount = entries.reduce(0) { max($0, Int($1.rule) + 1) }
        firsts = [Int32](repeating: -1, count: nameCount * 3 + 1)
        nexts = [Int32](repeating: -1, count: entries.count)
        for (number, entry) in entries.enumerated().reversed() {
            guard let key = Self.key(of: entry.selector, pool, universalKey) else { continue }
            nexts[number] = firsts[key]
            firsts[key] = Int32(number)
        }
    }

    private static func key(of selector: Selector, _ pool: SelectorPool, _ universalKey: Int) -> Int? {
        var best: (kind: Kind, key: Int)?
        for index in selector.steps {
            let candidate: (kind: Kind, atom: AtomTable.Atom)
            switch pool.steps[index] {
            case .type(let atom): candidate = (.type, atom)
            case .className(let atom): candidate = (.className, atom)
            case .id(let atom): candidate = (.id, atom)
            case .never: return nil
            case let step where step.isCombinator: return best?.key ?? universalKey
            default: continue
            }
            if best.map({ $0.kind.rawValue < candidate.kind.rawValue }) ?? true {
                best = (candidate.kind, Int(candidate.atom) * 3 + candidate.kind.rawValue)
            }
        }
        return best?.key ?? universalKey
    }

    /// Calls a function with each entry that an element could match.
    @inline(__always)
    func forEachCandidate(
        name: AtomTable.Atom, id: AtomTable.Atom, classes: ArraySlice<AtomTable.Atom>, _ body: (Entry) -> Void
    ) {
        visit(universalKey, body)
        visit(Int(name) * 3 + Kind.type.rawValue, body)
        for atom in classes { visit(Int(atom) * 3 + Kind.className.rawValue, body) }
        if id >= 0 { visit(Int(id) * 3 + Kind.id.rawValue, body) }
    }

    @inline(__always)
    private func visit(_ key: Int, _ body: (Entry) -> Void) {
        var number = firsts[key]
        while number >= 0 {
            body(entries[Int(number)])
            number = nexts[Int(number)]
        }
    }
}
