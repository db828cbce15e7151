import Diagnostics
import Markup

/// A small stylesheet whose rules are put on the elements themselves, since mail clients drop stylesheets.
///
/// Selectors are an element, a class, or both (`td.body`), lists of these, and one of these inside another (`.body h2`).
/// Anything else is an error at its line: no rule is dropped silently. Declarations of a later or more specific rule come
/// after those of an earlier one, so that they win; what an element's own `style` says comes last.
struct InlineStylesheet: Sendable {
    private let rules: [Rule]

    private struct Rule {
        let selectors: [[Simple]]
        let declarations: String
        let order: Int
    }

    /// An element, a class, or both.
    private struct Simple {
        let element: String?
        let className: String?

        var specificity: Int { (className == nil ? 0 : 100) + (element == nil ? 0 : 1) }

        func matches(_ node: MarkupNode) -> Bool {
            if let element, node.name != element { return false }
            guard let className else { return true }
            return node[attribute: "class"]?.split(whereSeparator: \.isWhitespace).contains { $0 == className } ?? false
        }
    }

    /// Reads a stylesheet.
    init(_ source: SourceFile) throws(DiagnosticLog) {
        var log = DiagnosticLog()
        var rules: [Rule] = []
        let text = Self.withoutComments(String(decoding: source.bytes, as: UTF8.self))
        var line = 1
        for block in text.split(separator: "}") {
            let start = line + block.prefix { $0.isWhitespace }.count { $0.isNewline }
            line += block.count { $0.isNewline }
            let parts = block.split(separator: "{", omittingEmptySubsequences: false)
            guard parts.contains(where: { $0.contains { !$0.isWhitespace } }) else { continue }
            let selectors = parts[0].split(separator: ",").map(Self.selector)
            guard parts.count == 2, !selectors.isEmpty, !selectors.contains(where: { $0 == nil }) else {
                log.report(
                    source.diagnostic(
                        at: SourceLocation(line: start), "this rule can't be put on elements",
                        hint: "selectors here are an element, a class, both, or one inside another"))
                continue
            }
            let declarations = Self.declarations(parts[1])
            guard declarations.allSatisfy({ $0.contains(":") }) else {
                log.report(
                    source.diagnostic(
                        at: SourceLocation(line: start), "this rule has a declaration without a value",
                        hint: "a declaration is a property, a colon and a value"))
                continue
            }
            rules.append(
                Rule(
                    selectors: selectors.compactMap { $0 }, declarations: declarations.joined(separator: "; "),
                    order: rules.count))
        }
        if log.hasErrors { throw log }
        self.rules = rules
    }

    /// Puts the rules' declarations on the elements they match.
    func apply(to tree: MarkupTree) {
        guard let root = tree.root else { return }
        var stack: [(node: MarkupNode, ancestors: [MarkupNode])] = [(root, [])]
        while let (node, ancestors) = stack.popLast() {
            let matching = rules.compactMap { rule -> (specificity: Int, order: Int, text: String)? in
                let best = rule.selectors.filter { Self.matches($0, node, ancestors) }
                    .map { $0.reduce(0) { $0 + $1.specificity } }.max()
                return best.map { ($0, rule.order, rule.declarations) }
            }
            if !matching.isEmpty {
                let sorted = matching.sorted { ($0.specificity, $0.order) < ($1.specificity, $1.order) }.map(\.text)
                let own = node[attribute: "style"].map { [$0] } ?? []
                let style = (sorted + own).filter { !$0.isEmpty }.joined(separator: "; ")
                node[attribute: "style"] = style.isEmpty ? nil : style
            }
            stack += node.children.map { ($0, ancestors + [node]) }
        }
    }

    private static func matches(_ selector: [Simple], _ node: MarkupNode, _ ancestors: [MarkupNode]) -> Bool {
        guard let last = selector.last, last.matches(node) else { return false }
        var rest = selector.dropLast()
        for ancestor in ancestors.reversed() {
            guard let wanted = rest.last else { return true }
            if wanted.matches(ancestor) { rest = rest.dropLast() }
        }
        return rest.isEmpty
    }

    /// The declarations of a rule, tidied. A semicolon between quotation marks or brackets ends none.
    private static func declarations(_ text: Substring) -> [String] {
        var declarations: [Substring] = []
        var start = text.startIndex
        var open: Character?
        for index in text.indices {
            switch (text[index], open) {
            case (";", nil):
                declarations.append(text[start..<index])
                start = text.index(after: index)
            case ("\"", nil), ("'", nil): open = text[index]
            case ("(", nil): open = ")"
            case (let character, let end?) where character == end: open = nil
            default: break
            }
        }
        return (declarations + [text[start...]]).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .filter { !$0.isEmpty }
    }

    private static func selector(_ text: Substring) -> [Simple]? {
        let parts = text.split(whereSeparator: \.isWhitespace).map { part -> Simple? in
            let names = part.split(separator: ".", omittingEmptySubsequences: false)
            guard names.count <= 2, names.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }),
                names.contains(where: { !$0.isEmpty }), names.count == 1 || !names[1].isEmpty
            else { return nil }
            return Simple(
                element: names[0].isEmpty ? nil : names[0].lowercased(),
                className: names.count == 2 ? String(names[1]) : nil
            )
        }
        return parts.isEmpty || parts.contains { $0 == nil } ? nil : parts.compactMap { $0 }
    }

    /// The text with comments turned into as many line ends as they have, so that lines are still counted right.
    private static func withoutComments(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "/*") {
            result += rest[..<start.lowerBound]
            let end = rest[start.upperBound...].firstRange(of: "*/")?.upperBound ?? rest.endIndex
            result += String(repeating: "\n", count: rest[start.lowerBound..<end].count { $0.isNewline })
            rest = rest[end...]
        }
        return result + rest
    }
}
