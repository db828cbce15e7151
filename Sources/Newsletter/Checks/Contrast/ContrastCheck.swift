import Diagnostics
import Markup

/// Text that is hard to tell from what is behind it (WCAG 2.2, 1.4.3): from styles and attributes of the elements, which every mail
/// program takes.
enum ContrastCheck {
    static let minimum = 4.5
    static let minimumOfLargeText = 3.0

    private struct Pair: Hashable {
        let color: MailColor
        let background: MailColor
    }

    /// One diagnostic for each pair of colors, at the first text that has them.
    /// - Parameter scheme: what is said after the text where it is not how every mail program shows it.
    static func diagnostics(of page: CheckedPage, scheme: String = "") -> [Diagnostic] {
        guard let body = page.elements("//body").first else { return [] }
        markText(page)
        var seen: Set<Pair> = []
        var diagnostics: [Diagnostic] = []
        var rest = [(node: body, style: TextStyle())]
        while let (node, around) = rest.popLast() {
            let style = around.style(of: node, page.styles)
            guard !style.isHidden else { continue }
            if node[attribute: mark] != nil, style.isVisible, let background = style.background {
                let contrast = style.color.contrast(with: background)
                let wanted = style.isLarge ? minimumOfLargeText : minimum
                if contrast < wanted, let words = words(of: node),
                    seen.insert(Pair(color: style.color, background: background)).inserted
                {
                    diagnostics.append(
                        page.source.diagnostic(
                            .warning, at: page.source.offset(of: words.text),
                            "the text \"\(words.shown)\" is hard to read\(scheme): \(style.color.text) on \(background.text) has a contrast of "
                                + "\(tenths(contrast)) to 1, and \(tenths(wanted)) are needed",
                            hint: style.color.contrast(with: .black) < background.contrast(with: .black)
                                ? "choose a darker color, or a lighter one behind it"
                                : "choose a lighter color, or a darker one behind it"))
                }
            }
            rest += node.children.reversed().map { ($0, style) }
        }
        return diagnostics
    }

    private static let mark = "prowess-has-text"

    /// Marks the elements that have text of their own. The tree is nobody else's.
    private static func markText(_ page: CheckedPage) {
        for node in page.elements("//body/descendant-or-self::*[text()[normalize-space()]]") {
            node[attribute: mark] = ""
        }
    }

    /// The first words of an element; nil where it has nothing but invisible characters.
    private static func words(of node: MarkupNode) -> (text: String, shown: String)? {
        let text = node.text.collapsed
        guard
            text.unicodeScalars.contains(where: {
                !$0.properties.isDefaultIgnorableCodePoint && !$0.properties.isWhitespace
            })
        else { return nil }
        let first = text.split(separator: " ").prefix(6).joined(separator: " ")
        return (first, first.count < text.count ? "\(first.prefix(40)) …" : String(first.prefix(40)))
    }

    /// Cut, not rounded, so that what is too little does not look like enough.
    private static func tenths(_ number: Double) -> String {
        let tenths = Int(number * 10)
        return "\(tenths / 10).\(tenths % 10)"
    }
}
