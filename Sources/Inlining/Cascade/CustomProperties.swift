import CSS

/// The custom properties of each element, and values with `var()` resolved by them (CSS Custom Properties Level 1).
struct CustomProperties {
    /// The values that some elements have in common.
    private typealias Environment = [AtomTable.Atom: [UInt8]]

    private var environments: [Environment] = [[:]]
    private var environmentOfElement: [Int32]
    private let names: AtomTable

    /// A value that grows beyond this by being put into itself is invalid.
    private static let largestValue = 65_536
    private static let deepestFallback = 32

    /// A custom property and its text.
    typealias Declaration = (property: AtomTable.Atom, value: [UInt8])

    /// - Parameter declarations: the declarations of custom properties of an element, the weakest first.
    init(_ document: HTMLDocument, names: AtomTable, declarations: (Int) -> [Declaration]) {
        self.names = names
        environmentOfElement = [Int32](repeating: 0, count: document.elements.count)
        for (number, element) in document.elements.enumerated() {
            let inherited = element.parent >= 0 ? environmentOfElement[Int(element.parent)] : 0
            let own = declarations(number)
            environmentOfElement[number] = own.isEmpty ? inherited : add(own, to: environments[Int(inherited)])
        }
    }

    private mutating func add(
        _ own: [Declaration], to inherited: Environment
    ) -> Int32 {
        var unresolved: Environment = [:]
        for (property, value) in own { unresolved[property] = value }
        var resolver = Resolver(names: names, inherited: inherited, unresolved: unresolved)
        for property in unresolved.keys.sorted() { resolver.resolve(property) }
        environments.append(resolver.resolved)
        return Int32(environments.count - 1)
    }

    /// Whether a value may have a `var()`.
    static func mayUse(_ text: Bytes, _ value: Range<Int>) -> Bool {
        guard value.count > 6 else { return false }
        for index in value.lowerBound..<(value.upperBound - 5)
        where text[index] | 0x20 == UInt8(ascii: "v") && text.equals(index..<(index + 4), lowercase: "var(") {
            return true
        }
        return false
    }

    /// A value of an element with `var()` resolved; nil where a property has no value and there is no fallback.
    func resolved(_ value: Bytes, of element: Int) -> [UInt8]? {
        let resolver = Resolver(
            names: names, inherited: environments[Int(environmentOfElement[element])], unresolved: [:])
        let resolved = resolver.substituted(value) { resolver.inherited[$0] }
        guard let resolved, resolved.withUnsafeBufferPointer(Self.mayBeValue) else { return nil }
        return resolved
    }

    /// Whether a text may be the value of an ordinary property, which has no blocks and no semicolons in it.
    private static func mayBeValue(_ text: Bytes) -> Bool {
        guard text.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: ";") }), !MailTags.mayOccur(in: text)
        else { return true }
        var tokens = CSSTokenizer(text, 0..<text.count)
        while true {
            switch tokens.next().kind {
            case .end: return true
            case .openCurly, .semicolon: return false
            default: continue
            }
        }
    }

    /// Resolves the properties of one element, which may use each other.
    private struct Resolver {
        let names: AtomTable
        let inherited: Environment
        let unresolved: Environment
        var resolved: Environment
        /// Properties that are being resolved: one that needs itself has no value.
        private var pending: Set<AtomTable.Atom> = []
        private var done: Set<AtomTable.Atom> = []

        init(names: AtomTable, inherited: Environment, unresolved: Environment) {
            self.names = names
            self.inherited = inherited
            self.unresolved = unresolved
            resolved = inherited
        }

        /// Resolves one property, and before it those that it uses, without recursion: how many there are is the author's.
        mutating func resolve(_ first: AtomTable.Atom) {
            var stack = [first]
            while let property = stack.last {
                guard let value = unresolved[property], !done.contains(property) else {
                    stack.removeLast()
                    continue
                }
                let needs = value.withUnsafeBufferPointer { uses(in: $0) }
                if pending.insert(property).inserted {
                    let missing = needs.filter { unresolved[$0] != nil && !done.contains($0) && !pending.contains($0) }
                    if !missing.isEmpty {
                        stack += missing
                        continue
                    }
                }
                let isCircular = needs.contains { pending.contains($0) && !done.contains($0) }
                let values = resolved
                resolved[property] =
                    isCircular ? nil : value.withUnsafeBufferPointer { substituted($0) { values[$0] } }
                done.insert(property)
                stack.removeLast()
            }
        }

        /// The custom properties that a value names.
        private func uses(in value: Bytes) -> [AtomTable.Atom] {
            var found: [AtomTable.Atom] = []
            var tokens = CSSTokenizer(value, 0..<value.count)
            while true {
                let token = tokens.next()
                if token.kind == .end { return found }
                if token.kind == .ident, let atom = names.atom(of: Bytes(rebasing: value[token.start..<token.end])) {
                    found.append(atom)
                }
            }
        }

        func substituted(_ value: Bytes, _ lookUp: (AtomTable.Atom) -> [UInt8]?) -> [UInt8]? {
            substituted(value, 0..<value.count, depth: 0, lookUp)
        }

        private func substituted(
            _ value: Bytes, _ range: Range<Int>, depth: Int, _ lookUp: (AtomTable.Atom) -> [UInt8]?
        ) -> [UInt8]? {
            guard depth < CustomProperties.deepestFallback else { return nil }
            var result: [UInt8] = []
            var tokens = CSSTokenizer(value, range)
            while true {
                let token = tokens.next()
                if token.kind == .end { return result }
                guard token.kind == .function, value.equals(token.start..<token.end, lowercase: "var(") else {
                    result += value[token.start..<token.end]
                    continue
                }
                guard let use = Use(value, &tokens) else { return nil }
                let known = names.atom(of: Bytes(rebasing: value[use.name])).flatMap(lookUp)
                guard
                    let replacement = known
                        ?? use.fallback.flatMap({ substituted(value, $0, depth: depth + 1, lookUp) }),
                    result.count + replacement.count <= CustomProperties.largestValue
                else { return nil }
                if let last = result.last, let first = replacement.first, !last.isCSSSeparator, !first.isCSSSeparator {
                    result.append(UInt8(ascii: " "))
                }
                result += replacement
            }
        }
    }

    /// A `var()`: the name, and what it falls back to.
    private struct Use {
        let name: Range<Int>
        let fallback: Range<Int>?

        init?(_ value: Bytes, _ tokens: inout CSSTokenizer) {
            var token = tokens.next()
            while token.kind == .whitespace { token = tokens.next() }
            guard token.kind == .ident else { return nil }
            name = token.start..<token.end
            token = tokens.next()
            while token.kind == .whitespace { token = tokens.next() }
            guard token.kind == .comma else {
                guard token.kind == .closeParen || token.kind == .end else { return nil }
                fallback = nil
                return
            }
            let start = token.end
            var closers: [CSSToken.Kind] = [.closeParen]
            while let closer = closers.last {
                token = tokens.next()
                if token.kind == .end { break }
                if token.kind == closer {
                    closers.removeLast()
                } else if let opened = token.closer {
                    closers.append(opened)
                }
            }
            fallback = value.trimmed(start..<token.start)
        }
    }
}

extension UInt8 {
    /// Whether a value may be set right beside it without becoming one with it.
    fileprivate var isCSSSeparator: Bool { isCSSWhitespace || [0x28, 0x29, 0x2C, 0x2F].contains(self) }
}
