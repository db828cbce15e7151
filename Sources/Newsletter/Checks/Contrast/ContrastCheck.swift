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

    /// One diagnostic for each pair of colors: at the first text of the issue that has them, or at the templates where only theirs
    /// has, so that many issues give one.
    /// - Parameters:
    ///   - dark: the same page as the dark scheme shows it. What is hard to read in both is told once.
    ///   - layouts: the folder of templates.
    static func diagnostics(of page: CheckedPage, dark: CheckedPage?, layouts: String) -> [Diagnostic] {
        let light = findings(in: page)
        let pairs = Set(light.map(\.pair))
        let onlyDark = dark.map { findings(in: $0).filter { !pairs.contains($0.pair) } } ?? []
        return light.map { $0.diagnostic(page, scheme: "", layouts: layouts) }
            + onlyDark.map { $0.diagnostic(page, scheme: " in the dark scheme", layouts: layouts) }
    }

    /// A pair of colors that is hard to read.
    private struct Finding {
        let pair: Pair
        let wanted: Double
        /// The first words that have it, and of these the most that a message shows.
        var words: (text: String, shown: String)
        /// Where they stand in the file; nil where they come from a template.
        var place: Int?

        func diagnostic(_ page: CheckedPage, scheme: String, layouts: String) -> Diagnostic {
            let colors =
                "\(pair.color.text) on \(pair.background.text) has a contrast of "
                + "\(tenths(pair.color.contrast(with: pair.background))) to 1, and \(tenths(wanted)) are needed"
            let isDarker = pair.color.contrast(with: .black) < pair.background.contrast(with: .black)
            let hint =
                isDarker
                ? "choose a darker color, or a lighter one behind it"
                : "choose a lighter color, or a darker one behind it"
            guard let place else {
                return Diagnostic(
                    .warning, path: layouts, message: "text is hard to read\(scheme): \(colors)",
                    hint: "\(hint): in colors of site.yaml, or in style.css")
            }
            return page.source.diagnostic(
                .warning, at: place, "the text \"\(words.shown)\" is hard to read\(scheme): \(colors)", hint: hint)
        }
    }

    private static func findings(in page: CheckedPage) -> [Finding] {
        guard let body = page.elements("//body").first else { return [] }
        markText(page)
        var found: [Pair: Int] = [:]
        var findings: [Finding] = []
        var rest = [(node: body, style: TextStyle())]
        while let (node, around) = rest.popLast() {
            let style = around.style(of: node, page.styles)
            guard !style.isHidden else { continue }
            if node[attribute: mark] != nil, style.isVisible, let background = style.background {
                let wanted = style.isLarge ? minimumOfLargeText : minimum
                let pair = Pair(color: style.color, background: background)
                if style.color.contrast(with: background) < wanted, let words = words(of: node) {
                    if let index = found[pair] {
                        // The templates' text may come before the author's.
                        if findings[index].place == nil, let place = page.source.offset(of: words.text) {
                            (findings[index].words, findings[index].place) = (words, place)
                        }
                    } else {
                        found[pair] = findings.count
                        findings.append(
                            Finding(
                                pair: pair, wanted: wanted, words: words, place: page.source.offset(of: words.text)))
                    }
                }
            }
            rest += node.children.reversed().map { ($0, style) }
        }
        return findings
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
