/// Reads lists of selectors (Selectors Level 3, and `:is`, `:where`, `:not` with lists and attribute flags of Level 4).
public struct SelectorParser {
    private let text: Bytes
    private var tokens: [CSSToken] = []
    private var index = 0
    private var depth = 0

    /// `:is(:is(…))` deeper than this is no selector anybody wrote.
    private static let deepest = 16
    /// Nor is one with more parts than this.
    private static let mostSteps = 500

    /// Why a list can't be read.
    public struct Failure: Error {
        /// The byte at which reading stopped.
        public let offset: Int
    }

    private init(_ text: Bytes, _ range: Range<Int>) {
        self.text = text
        var tokenizer = CSSTokenizer(text, range)
        while true {
            let token = tokenizer.next()
            tokens.append(token)
            if token.kind == .end { return }
        }
    }

    /// Reads a list of selectors.
    /// - Throws: where one of them is wrong or unknown, for then a browser passes over the whole rule.
    public static func list(
        _ text: Bytes, _ range: Range<Int>, names: inout AtomTable, pool: inout SelectorPool
    ) throws(Failure) -> [Selector] {
        var parser = SelectorParser(text, range)
        let list = try parser.readList(until: .end, &names, &pool)
        return list
    }

    private var token: CSSToken { tokens[index] }

    private mutating func advance() { if index + 1 < tokens.count { index += 1 } }

    private mutating func skipWhitespace() { while token.kind == .whitespace { advance() } }

    private func fail() -> Failure { Failure(offset: token.start) }

    /// - Parameter isRelative: whether a combinator may come first, as in `:has(> img)`.
    private mutating func readList(
        until end: CSSToken.Kind, isRelative: Bool = false, _ names: inout AtomTable, _ pool: inout SelectorPool
    ) throws(Failure) -> [Selector] {
        var list: [Selector] = []
        while true {
            if isRelative {
                skipWhitespace()
                if [UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "~")].contains(where: token.isDelim) {
                    advance()
                }
            }
            list.append(try readSelector(&names, &pool))
            if token.kind == .comma {
                advance()
            } else if token.kind == end {
                advance()
                return list
            } else {
                throw fail()
            }
        }
    }

    /// Reads the list of `:is()` or `:where()`, from which a browser leaves out selectors that it doesn't know (Selectors Level 4,
    /// section 4.2.1).
    private mutating func readForgivingList(
        _ names: inout AtomTable, _ pool: inout SelectorPool
    ) throws(Failure) -> [Selector] {
        var list: [Selector] = []
        while true {
            let start = index
            if let selector = try? readSelector(&names, &pool), token.kind == .comma || token.kind == .closeParen,
                !selector.needs.contains(.pseudoElement)
            {
                list.append(selector)
            } else {
                index = start
                skipToSeparator()
            }
            guard token.kind != .end else { throw fail() }
            let isLast = token.kind == .closeParen
            advance()
            if isLast { return list }
        }
    }

    /// Passes everything up to a comma or what closes a list.
    private mutating func skipToSeparator() {
        var open: [CSSToken.Kind] = []
        while token.kind != .end {
            if let closer = token.closer {
                open.append(closer)
            } else if token.kind == open.last {
                open.removeLast()
            } else if open.isEmpty, token.kind == .comma || token.kind == .closeParen {
                return
            }
            advance()
        }
    }

    /// Reads compounds from left to right and stores them from right to left.
    private mutating func readSelector(
        _ names: inout AtomTable, _ pool: inout SelectorPool
    ) throws(Failure) -> Selector {
        skipWhitespace()
        let start = token.start
        var steps: [SelectorStep] = []
        var weight = Weight()
        var needs: Selector.Needs = []
        while true {
            let compound = try readCompound(&names, &pool, &weight, &needs)
            steps.insert(contentsOf: compound, at: 0)
            guard steps.count <= Self.mostSteps else { throw fail() }
            let end = token.start
            let hadSpace = token.kind == .whitespace
            skipWhitespace()
            if token.kind == .comma || token.kind == .end || token.kind == .closeParen {
                let first = pool.steps.count
                pool.steps += steps
                let trimmed = text.trimmed(start..<end)
                return Selector(
                    steps: first..<pool.steps.count, specificity: weight.packed, needs: needs, text: trimmed)
            }
            // Nothing may follow a pseudo-element.
            guard !needs.contains(.pseudoElement) else { throw fail() }
            switch (token.kind, token.detail) {
            case (.delim, UInt8(ascii: ">")): steps.insert(.child, at: 0)
            case (.delim, UInt8(ascii: "+")): steps.insert(.nextSibling, at: 0)
            case (.delim, UInt8(ascii: "~")): steps.insert(.laterSibling, at: 0)
            default:
                guard hadSpace else { throw fail() }
                steps.insert(.descendant, at: 0)
                continue
            }
            advance()
            skipWhitespace()
        }
    }

    private mutating func readCompound(
        _ names: inout AtomTable, _ pool: inout SelectorPool, _ weight: inout Weight, _ needs: inout Selector.Needs
    ) throws(Failure) -> [SelectorStep] {
        var steps: [SelectorStep] = []
        if let type = try readType(&names, &weight) { steps.append(type) }
        while true {
            switch token.kind {
            case .hash where token.detail == 1:
                steps.append(.id(intern((token.start + 1)..<token.end, &names, lowercased: pool.ignoresCase)))
                weight.ids += 1
                advance()
            case .delim where token.detail == UInt8(ascii: "."):
                advance()
                guard token.kind == .ident else { throw fail() }
                steps.append(.className(intern(token.start..<token.end, &names, lowercased: pool.ignoresCase)))
                weight.classes += 1
                advance()
            case .openSquare:
                pool.attributes.append(try readAttribute())
                steps.append(.attribute(Int32(pool.attributes.count - 1)))
                weight.classes += 1
            case .colon:
                let isAfterElement = needs.contains(.pseudoElement)
                let place = fail()
                let step = try readPseudo(&names, &pool, &weight, &needs)
                if isAfterElement {
                    guard case .state = step else { throw place }
                }
                steps.append(step)
            default:
                guard !steps.isEmpty else { throw fail() }
                return steps
            }
            // After a pseudo-element come only states of it, such as `:hover`.
            if needs.contains(.pseudoElement), token.kind != .colon { return steps }
        }
    }

    private func intern(_ range: Range<Int>, _ names: inout AtomTable, lowercased: Bool = false) -> AtomTable.Atom {
        CSSName.withUnescaped(text, range) { names.intern($0, lowercased: lowercased) }
    }

    /// Reads `name`, `*`, and these after `*|` or `|`; another namespace would have to be declared, which no mail does.
    private mutating func readType(
        _ names: inout AtomTable, _ weight: inout Weight
    ) throws(Failure) -> SelectorStep? {
        let bar = UInt8(ascii: "|")
        let star = UInt8(ascii: "*")
        if token.isDelim(star), index + 1 < tokens.count, tokens[index + 1].isDelim(bar),
            index + 2 < tokens.count, tokens[index + 2].kind == .ident || tokens[index + 2].isDelim(star)
        {
            advance()
            advance()
        }
        // HTML's elements are in a namespace, so that `|p` matches none of them.
        let isWithoutNamespace = token.isDelim(bar)
        if isWithoutNamespace { advance() }
        if token.kind == .ident {
            let atom = intern(token.start..<token.end, &names, lowercased: true)
            advance()
            guard !token.isDelim(bar) else { throw fail() }
            weight.elements += 1
            return isWithoutNamespace ? .never : .type(atom)
        }
        guard token.isDelim(star) else {
            if isWithoutNamespace { throw fail() }
            return nil
        }
        advance()
        return isWithoutNamespace ? .never : .any
    }

    private mutating func readAttribute() throws(Failure) -> AttributeSelector {
        advance()
        skipWhitespace()
        if token.isDelim(UInt8(ascii: "*")), index + 1 < tokens.count, tokens[index + 1].isDelim(UInt8(ascii: "|")) {
            advance()
            advance()
        } else if token.isDelim(UInt8(ascii: "|")) {
            advance()
        }
        guard token.kind == .ident else { throw fail() }
        let name = CSSName.withUnescaped(text, token.start..<token.end) { $0.map(\.asciiLowercased) }
        advance()
        skipWhitespace()
        if token.kind == .closeSquare {
            advance()
            return AttributeSelector(name: name, comparison: nil, value: [], ignoresCase: false)
        }
        let comparison = try readComparison()
        skipWhitespace()
        guard token.kind == .ident || token.kind == .string else { throw fail() }
        var value = token.start..<token.end
        if token.kind == .string {
            let closed = value.count > 1 && text[value.upperBound - 1] == text[value.lowerBound]
            value = (value.lowerBound + 1)..<(value.upperBound - (closed ? 1 : 0))
        }
        let wanted = CSSName.withUnescaped(text, value) { Array($0) }
        advance()
        skipWhitespace()
        var ignoresCase = HTMLAttributes.haveCaselessValues.contains(String(decoding: name, as: UTF8.self))
        if token.kind == .ident {
            ignoresCase = text.equals(token.start..<token.end, lowercase: "i")
            guard ignoresCase || text.equals(token.start..<token.end, lowercase: "s") else { throw fail() }
            advance()
            skipWhitespace()
        }
        guard token.kind == .closeSquare else { throw fail() }
        advance()
        return AttributeSelector(name: name, comparison: comparison, value: wanted, ignoresCase: ignoresCase)
    }

    private mutating func readComparison() throws(Failure) -> AttributeSelector.Comparison {
        guard token.kind == .delim else { throw fail() }
        let sign = token.detail
        advance()
        if sign == UInt8(ascii: "=") { return .equal }
        let comparison: AttributeSelector.Comparison? =
            switch sign {
            case UInt8(ascii: "~"): .includes
            case UInt8(ascii: "|"): .dash
            case UInt8(ascii: "^"): .prefix
            case UInt8(ascii: "$"): .suffix
            case UInt8(ascii: "*"): .substring
            default: nil
            }
        guard let comparison, token.isDelim(UInt8(ascii: "=")), tokens[index - 1].end == token.start else {
            throw fail()
        }
        advance()
        return comparison
    }

    private mutating func readPseudo(
        _ names: inout AtomTable, _ pool: inout SelectorPool, _ weight: inout Weight, _ needs: inout Selector.Needs
    ) throws(Failure) -> SelectorStep {
        advance()
        let isElement = token.kind == .colon
        if isElement { advance() }
        let name: String
        let isFunction = token.kind == .function
        guard token.kind == .ident || isFunction else { throw fail() }
        name = CSSName.withUnescaped(text, token.start..<(token.end - (isFunction ? 1 : 0))) {
            String(decoding: $0.lazy.map(\.asciiLowercased), as: UTF8.self)
        }
        if isElement || PseudoClasses.legacyElements.contains(name) {
            guard PseudoClasses.isElement(name, isFunction: isFunction) else { throw fail() }
            if isFunction { try skipArguments() } else { advance() }
            needs.insert(.pseudoElement)
            weight.elements += 1
            return .any
        }
        if isFunction { return try readFunction(name, &names, &pool, &weight, &needs) }
        guard let step = PseudoClasses.step(name) else { throw fail() }
        advance()
        weight.classes += 1
        if case .state = step { needs.insert(.state) }
        switch step {
        case .nth(_, _, _, ofType: true), .only(ofType: true): pool.countsTypes = true
        default: break
        }
        return step
    }

    private mutating func skipArguments() throws(Failure) {
        var open = 1
        while open > 0 {
            advance()
            if token.kind == .end { return }
            if token.closer == .closeParen { open += 1 } else if token.kind == .closeParen { open -= 1 }
        }
        advance()
    }

    private mutating func readFunction(
        _ name: String, _ names: inout AtomTable, _ pool: inout SelectorPool, _ weight: inout Weight,
        _ needs: inout Selector.Needs
    ) throws(Failure) -> SelectorStep {
        let opening = token
        advance()
        switch name {
        case "not", "is", "where", "matches", "-webkit-any", "-moz-any":
            guard depth < Self.deepest else { throw fail() }
            depth += 1
            defer { depth -= 1 }
            let list =
                name == "is" || name == "where"
                ? try readForgivingList(&names, &pool) : try readList(until: .closeParen, &names, &pool)
            guard !list.contains(where: { $0.needs.contains(.pseudoElement) }) else {
                throw Failure(offset: opening.start)
            }
            if list.contains(where: { $0.needs.contains(.state) }) { needs.insert(.state) }
            let first = Int32(pool.nested.count)
            pool.nested += list
            if name != "where" { weight.add(list.map(\.specificity).max() ?? 0) }
            let range = first..<Int32(pool.nested.count)
            return name == "not" ? .noneOf(range) : .anyOf(range)
        case "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type":
            weight.classes += 1
            let start = token.start
            while token.kind != .closeParen, token.kind != .end {
                // `2n of .x` counts only some siblings, which is left to the client.
                if token.kind == .ident, text.equals(token.start..<token.end, lowercase: "of") {
                    advance()
                    let list = try readList(until: .closeParen, &names, &pool)
                    weight.add(list.map(\.specificity).max() ?? 0)
                    needs.insert(.state)
                    return .state
                }
                advance()
            }
            guard let nth = NthExpression(text, start..<token.start) else { throw Failure(offset: start) }
            advance()
            let ofType = name.hasSuffix("of-type")
            if ofType { pool.countsTypes = true }
            return .nth(step: nth.step, offset: nth.offset, fromEnd: name.contains("last"), ofType: ofType)
        case "has":
            guard depth < Self.deepest else { throw fail() }
            depth += 1
            defer { depth -= 1 }
            let list = try readList(until: .closeParen, isRelative: true, &names, &pool)
            weight.add(list.map(\.specificity).max() ?? 0)
            needs.insert(.state)
            return .state
        case "lang":
            skipWhitespace()
            guard token.kind == .ident || token.kind == .string else { throw fail() }
            let isString = token.kind == .string
            let range = isString ? (token.start + 1)..<max(token.start + 1, token.end - 1) : token.start..<token.end
            pool.languages.append(CSSName.withUnescaped(text, range) { $0.map(\.asciiLowercased) })
            advance()
            skipWhitespace()
            guard token.kind == .closeParen else { throw fail() }
            advance()
            weight.classes += 1
            return .language(Int32(pool.languages.count - 1))
        default:
            guard PseudoClasses.functionalStates.contains(name) else { throw Failure(offset: opening.start) }
            index -= 1
            try skipArguments()
            weight.classes += 1
            needs.insert(.state)
            return .state
        }
    }
}

/// What the parts of a selector weigh together.
private struct Weight {
    var ids: UInt32 = 0
    var classes: UInt32 = 0
    var elements: UInt32 = 0

    var packed: UInt32 { min(ids, 0xFFF) << 20 | min(classes, 0x3FF) << 10 | min(elements, 0x3FF) }

    mutating func add(_ packed: UInt32) {
        ids += packed >> 20
        classes += packed >> 10 & 0x3FF
        elements += packed & 0x3FF
    }
}
