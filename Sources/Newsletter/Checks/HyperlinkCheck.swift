import Diagnostics
import Markup

/// Links that lead nowhere from an inbox, and links whose words don't say where they lead (WCAG 2.2, 2.4.4).
enum HyperlinkCheck {
    static func diagnostics(of page: CheckedPage) -> [Diagnostic] {
        var seen: [String: Int] = [:]
        return page.elements("//body//a[@href]").flatMap { link in
            let words = link.text.collapsed
            let occurrence = seen[words, default: 0]
            seen[words] = occurrence + 1
            let place = {
                page.source.offset(of: words, occurrence: occurrence, prefix: "[") ?? page.source.offset(of: words)
                    ?? page.place(ofLinkTo: link)
            }
            return [
                LinkTarget(link[attribute: "href"] ?? "").problem(in: page, place: place),
                problem(ofWords: words, link, page, place: place),
            ].compactMap { $0 }
        }
    }

    private static func problem(
        ofWords words: String, _ link: MarkupNode, _ page: CheckedPage, place: () -> Int?
    ) -> Diagnostic? {
        if words.isEmpty {
            let isNamed =
                link[attribute: "aria-label"]?.collapsed.isEmpty == false || pictures(in: link).contains { !$0.isEmpty }
            guard !isNamed else { return nil }
            return page.source.diagnostic(
                at: nil, "the link to \(link[attribute: "href"]?.prefix(60) ?? "") has no words",
                hint: "write what the reader finds there")
        }
        guard VagueWords.contains(words) else { return nil }
        let isOwn = page.source.offset(of: words) != nil
        return page.source.diagnostic(
            .warning, at: place(), "the words \"\(words)\" don't say where the link leads",
            hint: isOwn
                ? "link the words that name what the reader finds there"
                : "give it words of your own: more=\"…\" after the url")
    }

    private static func pictures(in link: MarkupNode) -> [String] {
        var words: [String] = []
        var rest = link.children
        while let node = rest.popLast() {
            if node.name == "img" { words.append(node[attribute: "alt"]?.collapsed ?? "") }
            rest += node.children
        }
        return words
    }
}
