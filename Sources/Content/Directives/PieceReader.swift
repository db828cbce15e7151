import Dates
import Diagnostics
import Markup

/// Turns directives into what they stand for.
struct PieceReader {
    let pages: PageReader
    let source: SourceFile
    /// The file that they stand in, relative to Content/.
    let file: String
    /// The language of the words that directives bring with them.
    let language: String
    /// Whether images become part of the text.
    let embedsImages: Bool
    /// Pages that teasers tell of, read once.
    private var told: [String: TeaserPage?] = [:]

    init(pages: PageReader, source: SourceFile, file: String, language: String, embedsImages: Bool) {
        (self.pages, self.source, self.file) = (pages, source, file)
        (self.language, self.embedsImages) = (language, embedsImages)
    }

    /// The pieces of a text.
    /// - Parameter prefix: what URLs of the site begin with.
    mutating func read(_ pieces: [MarkdownPiece], prefix: String) -> [IssuePiece] {
        var read: [IssuePiece] = []
        for piece in pieces {
            switch piece {
            case .html(let html): read.append(.html(html))
            case .directive(let directive, let content):
                if let piece = self.piece(directive, content, prefix: prefix) { read.append(piece) }
            }
        }
        return read
    }

    /// What a directive stands for; nil where what is wrong with it has been reported.
    private mutating func piece(
        _ directive: Directive, _ content: [MarkdownPiece], prefix: String
    ) -> IssuePiece? {
        switch directive.name {
        case "lead":
            return .lead(
                Lead(
                    image: image(of: directive), url: directive.attributes["url"],
                    more: directive.attributes["more"] ?? DirectiveWords.more(language), location: directive.location),
                read(content, prefix: prefix))
        case "teaser": return teaser(directive, prefix: prefix).map(IssuePiece.teaser)
        case "figure":
            let blocks = read(content, prefix: prefix)
            return .figure(
                PullFigure(
                    value: directive.attributes["value"] ?? "",
                    caption: blocks.isEmpty ? directive.label?.html ?? "" : blocks.html(language: language),
                    hasBlocks: !blocks.isEmpty, location: directive.location))
        case "button":
            return .button(
                Button(
                    label: directive.label?.text ?? "", labelHTML: directive.label?.html ?? "",
                    url: directive.attributes["url"] ?? "", location: directive.location))
        case "event": return event(directive).map { .event($0, read(content, prefix: prefix)) }
        case "row":
            let columns = content.compactMap { piece -> [MarkdownPiece]? in
                guard case .directive(let column, let content) = piece, column.name == "column" else { return nil }
                return content
            }
            guard columns.count == 2 else { return nil }
            return .row(read(columns[0], prefix: prefix), read(columns[1], prefix: prefix))
        case "divider": return .divider
        default: return nil
        }
    }

    private mutating func teaser(_ directive: Directive, prefix: String) -> Teaser? {
        guard let file = page(of: directive), let page = page(file), let url = directive.attributes["url"] else {
            return nil
        }
        let image = page.image.flatMap { image, file -> PageImage? in
            if embedsImages {
                guard case .success(let url) = pages.links.embed(file) else { return nil }
                return PageImage(url: url, alternative: image.alternative, size: image.size)
            }
            return PageImage(url: prefix + image.url, alternative: image.alternative, size: image.size)
        }
        return Teaser(
            title: directive.label?.text ?? page.title, summary: page.summary, url: url, image: image,
            more: directive.attributes["more"], headingLevel: directive.headingLevel, location: directive.location)
    }

    /// What an event tells; nil where its date is none.
    func event(_ directive: Directive) -> Event? {
        let end = directive.attributes["end"].flatMap { CalendarDate(iso8601: $0) }
        return directive.attributes["date"].flatMap { CalendarDate(iso8601: $0) }.map { date in
            Event(
                title: directive.label?.text ?? "", titleHTML: directive.label?.html ?? "", date: date,
                end: end == date ? nil : end, time: directive.attributes["time"], place: directive.attributes["place"],
                url: directive.attributes["url"], headingLevel: directive.headingLevel, location: directive.location)
        }
    }

    private func image(of directive: Directive) -> PageImage? {
        guard let url = directive.attributes["image"], let alternative = directive.attributes["alt"] else { return nil }
        return PageImage(url: url, alternative: alternative, size: directive.imageSize)
    }

    /// The page that a teaser leads to, as it was written.
    func page(of teaser: Directive) -> String? {
        guard let url = teaser.written["url"], !url.contains("://") else { return nil }
        let written = String(url.prefix { $0 != "#" && $0 != "?" })
        if written.hasPrefix("/") { return pages.links.file(ofURL: written) }
        let path = written.percentDecoded
        return RelativePath.resolve(path, from: file).flatMap { pages.links.page(at: $0)?.file }
    }

    /// What a teaser tells of a page.
    mutating func page(_ file: String) -> TeaserPage? {
        if let known = told[file] { return known }
        let read = pages.teaserPage(file)
        told[file] = read
        return read
    }
}
