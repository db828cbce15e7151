import CSS
import Diagnostics
import Markup

/// Styles that a large mail program does not apply, where the e-mail reads worse without them.
///
/// They come from the templates and not from an issue's text, so they are told of the folder of templates, once for all issues.
/// A declaration that another of the same property precedes, which every program takes, has a fallback and is no mistake. Within
/// `@media` and the like everything is an addition that a program may leave out.
enum ClientSupportCheck {
    static func diagnostics(of page: CheckedPage, layouts: String) -> [Diagnostic] {
        let entries = ClientSupport.table.entries.filter(\.matters)
        var found: [String: ClientSupport.Entry] = [:]
        var seen: Set<String> = []
        for node in page.elements("//*[@style]") {
            guard let style = node[attribute: "style"],
                seen.insert("\(node[attribute: "bgcolor"] ?? "")|\(style)").inserted
            else { continue }
            let declarations = page.styles.declarations(of: style)
            // Hidden text is hidden in many ways at once, since no program takes all of them.
            guard declarations.value(of: "display") != "none" else { continue }
            note(declarations, of: node, entries, in: &found)
        }
        for node in page.elements("//style") {
            for name in atRules(in: node.text) {
                if let entry = entries.first(where: { $0.atRules?.contains(name) == true }) {
                    found["@\(name)"] = entry
                }
            }
        }
        return found.sorted { $0.key < $1.key }.map { subject, entry in
            Diagnostic(
                .warning, path: layouts,
                message: "\(subject) is not applied by \(entry.lacks.map(\.title).joined(separator: " and "))",
                hint:
                    "write what every program takes before it; see \(ClientSupport.table.source)features/\(entry.source)/"
            )
        }
    }

    private static func note(
        _ declarations: StyleDeclarations, of node: MarkupNode, _ entries: [ClientSupport.Entry],
        in found: inout [String: ClientSupport.Entry]
    ) {
        let all = declarations.all.map { ($0, CSSWords($0.value)) }
        for (index, (declaration, words)) in all.enumerated() {
            for entry in entries {
                guard let subject = entry.subject(in: declaration, words), found[subject] == nil else { continue }
                let hasAttribute = declaration.property.hasPrefix("background") && node[attribute: "bgcolor"] != nil
                let hasFallback = all[..<index].contains { earlier, words in
                    isSame(earlier.property, declaration.property) && entry.subject(in: earlier, words) == nil
                }
                if !hasFallback, !hasAttribute { found[subject] = entry }
            }
        }
    }

    /// Whether one property's value stands for the other's: a background's color for the whole of it.
    private static func isSame(_ earlier: String, _ property: String) -> Bool {
        earlier == property
            || (["background", "background-image"].contains(property)
                && ["background", "background-color"].contains(earlier))
    }

    /// The names of rules that begin with `@`.
    private static func atRules(in css: String) -> Set<String> {
        var css = css.lowercased()
        return css.withUTF8 { text in
            var names = AtomTable()
            return Set(
                StylesheetParser.read(text, 0..<text.count, names: &names).rules.filter { $0.kind != .style }
                    .map { String(decoding: text[$0.name], as: UTF8.self) })
        }
    }
}
