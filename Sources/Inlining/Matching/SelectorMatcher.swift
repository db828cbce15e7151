import CSS

/// Tells whether an element matches a selector, from right to left (Selectors Level 3).
///
/// A failure tells how far to go back, so that a selector with several combinators takes no more steps than there are
/// ancestors and siblings for each of them.
struct SelectorMatcher {
    let text: Bytes
    let document: HTMLDocument
    let identities: ElementIdentities
    let pool: SelectorPool
    /// The place of each element among siblings of the same name, and how many there are; empty where no selector asks.
    private var typePlaces: [(index: Int32, count: Int32)] = []

    private enum Outcome {
        case matched, failed, restartFromDescendant, impossible
    }

    init(_ text: Bytes, _ document: HTMLDocument, _ identities: ElementIdentities, _ pool: SelectorPool) {
        self.text = text
        self.document = document
        self.identities = identities
        self.pool = pool
        if pool.countsTypes { typePlaces = Self.typePlaces(document) }
    }

    private struct Kin: Hashable {
        let parent: Int32
        let name: AtomTable.Atom
    }

    private static func typePlaces(_ document: HTMLDocument) -> [(index: Int32, count: Int32)] {
        var counts: [Kin: Int32] = [:]
        let indices = document.elements.map { element in
            counts[Kin(parent: element.parent, name: element.name), default: 0] += 1
            return counts[Kin(parent: element.parent, name: element.name)] ?? 0
        }
        return zip(document.elements, indices).map { element, index in
            (index, counts[Kin(parent: element.parent, name: element.name)] ?? index)
        }
    }

    /// Whether an element matches. A state of the client's counts as true.
    func matches(_ selector: Selector, _ element: Int32) -> Bool {
        match(selector.steps, element) == .matched
    }

    /// Whether an element could match once a client has put elements around the message, or attributes on its own.
    /// - Parameter ownSteps: what of the selector is not the client's.
    func mayMatch(ownSteps: Range<Int>, _ element: Int32) -> Bool {
        guard !ownSteps.contains(where: { pool.steps[$0].isCombinator }) else {
            return match(ownSteps, element) == .matched
        }
        return ownSteps.allSatisfy { index in
            if case .attribute = pool.steps[index] { return true }
            return matches(pool.steps[index], element)
        }
    }

    private func match(_ steps: Range<Int>, _ element: Int32) -> Outcome {
        var index = steps.lowerBound
        while index < steps.upperBound, !pool.steps[index].isCombinator {
            guard matches(pool.steps[index], element) else { return .failed }
            index += 1
        }
        guard index < steps.upperBound else { return .matched }
        let rest = (index + 1)..<steps.upperBound
        let combinator = pool.steps[index]
        var candidate = element
        while true {
            switch combinator {
            case .descendant, .child: candidate = document.elements[Int(candidate)].parent
            default: candidate = document.elements[Int(candidate)].previous
            }
            guard candidate >= 0 else {
                switch combinator {
                case .descendant, .child: return .impossible
                default: return .restartFromDescendant
                }
            }
            let outcome = match(rest, candidate)
            switch (outcome, combinator) {
            case (.matched, _), (.impossible, _), (_, .nextSibling), (.restartFromDescendant, .laterSibling):
                return outcome
            case (_, .child): return .restartFromDescendant
            default: continue
            }
        }
    }

    private func matches(_ step: SelectorStep, _ number: Int32) -> Bool {
        let element = document.elements[Int(number)]
        switch step {
        case .any, .state: return true
        case .type(let name): return element.name == name
        case .id(let id): return identities.ids[Int(number)] == id
        case .className(let name):
            var index = Int(identities.starts[Int(number)])
            let end = Int(identities.starts[Int(number) + 1])
            while index < end {
                if identities.classes[index] == name { return true }
                index += 1
            }
            return false
        case .attribute(let index): return matches(pool.attributes[Int(index)], element)
        case .root: return element.parent < 0
        case .empty: return element.childCount == 0 && !element.hasText
        case .nth(let step, let offset, let fromEnd, let ofType):
            let (index, count) = place(of: number, element, ofType: ofType)
            return Self.isMember(fromEnd ? count - index + 1 : index, step: step, offset: offset)
        case .only(let ofType): return place(of: number, element, ofType: ofType).count == 1
        case .link:
            return (element.name == ElementNames.a || element.name == ElementNames.area)
                && attribute(named: Self.href, of: element) != nil
        case .language(let index): return hasLanguage(pool.languages[Int(index)], number)
        case .anyOf(let nested): return nested.contains { match(pool.nested[Int($0)].steps, number) == .matched }
        case .noneOf(let nested):
            return !nested.contains {
                let selector = pool.nested[Int($0)]
                return !selector.needs.contains(.state) && match(selector.steps, number) == .matched
            }
        default: return false
        }
    }

    private static let href = Array("href".utf8)
    private static let languageNames = [Array("lang".utf8), Array("xml:lang".utf8)]

    private func place(of number: Int32, _ element: HTMLElement, ofType: Bool) -> (index: Int32, count: Int32) {
        if ofType { return typePlaces[Int(number)] }
        let siblings = element.parent >= 0 ? document.elements[Int(element.parent)].childCount : 1
        return (element.index, siblings)
    }

    private static func isMember(_ index: Int32, step: Int32, offset: Int32) -> Bool {
        let difference = index - offset
        guard step != 0 else { return difference == 0 }
        return difference % step == 0 && difference / step >= 0
    }

    private func attribute(named name: [UInt8], of element: HTMLElement) -> HTMLAttribute? {
        for index in element.attributes {
            let attribute = document.attributes[Int(index)]
            guard attribute.name.count == name.count else { continue }
            var offset = 0
            while offset < name.count, text[Int(attribute.name.lowerBound) + offset].asciiLowercased == name[offset] {
                offset += 1
            }
            if offset == name.count { return attribute }
        }
        return nil
    }

    private func matches(_ selector: AttributeSelector, _ element: HTMLElement) -> Bool {
        guard let attribute = attribute(named: selector.name, of: element) else { return false }
        guard let comparison = selector.comparison else { return true }
        return HTMLText.withDecoded(text, attribute.value.wide) { value in
            func same(_ part: Slice<Bytes>) -> Bool {
                part.count == selector.value.count
                    && zip(part, selector.value).allSatisfy {
                        $0 == $1 || (selector.ignoresCase && $0.asciiLowercased == $1.asciiLowercased)
                    }
            }
            let wanted = selector.value.count
            switch comparison {
            case .equal: return same(value[...])
            case .includes:
                return wanted > 0 && value.split(whereSeparator: \.isCSSWhitespace).contains(where: same)
            case .dash:
                return same(value[...])
                    || (value.count > wanted && value[wanted] == UInt8(ascii: "-") && same(value.prefix(wanted)))
            case .prefix: return wanted > 0 && value.count >= wanted && same(value.prefix(wanted))
            case .suffix: return wanted > 0 && value.count >= wanted && same(value.suffix(wanted))
            case .substring:
                guard wanted > 0, value.count >= wanted else { return false }
                return (0...(value.count - wanted)).contains { same(value[$0..<($0 + wanted)]) }
            }
        }
    }

    private func hasLanguage(_ wanted: [UInt8], _ number: Int32) -> Bool {
        var number = number
        while number >= 0 {
            let element = document.elements[Int(number)]
            for name in Self.languageNames {
                guard let attribute = attribute(named: name, of: element) else { continue }
                let value = text[attribute.value.wide].map(\.asciiLowercased)
                return value == wanted || value.starts(with: wanted + [UInt8(ascii: "-")])
            }
            number = element.parent
        }
        return false
    }
}
