import Markup

extension PieceReader {
    /// A directive as readers of plain text have it.
    mutating func text(of directive: Directive) -> DirectiveText {
        let url = directive.attributes["url"].flatMap { $0.isEmpty ? nil : $0 }
        switch directive.name {
        case "lead":
            let more = directive.attributes["more"] ?? DirectiveWords.more(language)
            return DirectiveText(after: url.map { [PlainTextBlock([.init(more, url: $0)])] } ?? [])
        case "teaser":
            guard let page = page(of: directive).flatMap({ self.page($0) }) else { return DirectiveText() }
            let title = PlainTextBlock.Line(directive.label?.text ?? page.title, url: url)
            return DirectiveText(before: [PlainTextBlock([title] + [page.summary].compactMap(\.self).map { .init($0) })]
            )
        case "figure":
            let words = [directive.attributes["value"], directive.label?.text].compactMap(\.self)
            return DirectiveText(before: [PlainTextBlock(words.map { .init($0) })])
        case "button":
            return DirectiveText(before: [PlainTextBlock([.init(directive.label?.text ?? "", url: url)])])
        case "event":
            guard let event = event(directive) else { return DirectiveText() }
            let facts = [event.when(language: language), event.place].compactMap(\.self)
            return DirectiveText(before: [PlainTextBlock([.init(event.title, url: url)] + facts.map { .init($0) })])
        case "divider": return DirectiveText(before: [.rule])
        default: return DirectiveText()
        }
    }
}
