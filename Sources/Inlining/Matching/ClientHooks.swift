import CSS

/// Tells which part of a selector that matches nothing could be a client's own: elements that it puts around a message, and
/// classes and attributes that it adds.
struct ClientHooks {
    private let pool: SelectorPool
    /// For each atom, whether it is an element's name, and whether it is an id or a class.
    private let names: [Bool]
    private let identities: [Bool]
    /// For each attribute selector, whether any element has an attribute of that name.
    private let hasAttribute: [Bool]

    init(_ text: Bytes, _ document: HTMLDocument, _ identities: ElementIdentities, _ pool: SelectorPool, nameCount: Int)
    {
        self.pool = pool
        var names = [Bool](repeating: false, count: nameCount)
        for element in document.elements { names[Int(element.name)] = true }
        var known = [Bool](repeating: false, count: nameCount)
        for atom in identities.ids where atom >= 0 { known[Int(atom)] = true }
        for atom in identities.classes { known[Int(atom)] = true }
        self.names = names
        self.identities = known
        hasAttribute = pool.attributes.map { selector in
            document.attributes.contains { attribute in
                attribute.name.count == selector.name.count
                    && zip(text[attribute.name.wide], selector.name).allSatisfy { $0.asciiLowercased == $1 }
            }
        }
    }

    /// The steps that have to match as they are once the client's part is taken away from the outside; nil where the selector
    /// has no such part, so that it can never match.
    ///
    /// Of `[data-ogsc] .content a` that is `.content a`; `.content .teaser a` has none in a message with content and no teaser.
    func ownSteps(of selector: Selector) -> Range<Int>? {
        var end = selector.steps.upperBound
        var ownEnd: Int?
        while let combinator = (selector.steps.lowerBound..<end).last(where: { pool.steps[$0].isCombinator }) {
            guard (combinator..<end).contains(where: isUnknown) else { break }
            end = combinator
            ownEnd = end
        }
        if end == selector.steps.upperBound, !selector.steps.contains(where: { pool.steps[$0].isCombinator }) {
            return selector.steps.contains(where: isUnknown) ? selector.steps : nil
        }
        return ownEnd.map { selector.steps.lowerBound..<$0 }
    }

    private func isUnknown(_ index: Int) -> Bool {
        switch pool.steps[index] {
        case .type(let name): !names[Int(name)]
        case .id(let name), .className(let name): !identities[Int(name)]
        case .attribute(let number): !hasAttribute[Int(number)]
        default: false
        }
    }
}
