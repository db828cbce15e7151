import Diagnostics
import Markup

/// A Markdown text with its links resolved, and the links that are still to be checked.
struct ReadBody: Sendable {
    let body: PageBody
    /// The text as it is mailed, where that was asked for.
    var mail: MailText?
    let links: [NotedLink]
    /// The files that became part of the text.
    var embedded: Set<String> = []
}

/// How a text that is mailed is read beside how the site shows it.
struct MailSettings: Sendable {
    /// What links to the site begin with.
    let urlPrefix: String
    /// The width of the text for readers of plain text.
    let plainTextWidth: Int
}

/// A text as it is mailed.
struct MailText: Sendable {
    /// The text in its parts; links to the site are absolute.
    let pieces: [IssuePiece]
    /// The text for readers of plain text.
    let plainText: String
    /// Its links and images as they were written.
    let references: [TextReference]
}

extension PageReader {
    /// Parses the text after the front matter, resolves its links and renders it.
    /// - Parameters:
    ///   - highestHeading: the level of the text's highest headings; a page's title is its only one of the first.
    ///   - urlPrefix: what links to the site begin with.
    ///   - embedsImages: whether images become part of the text, for what is one file by itself.
    ///   - mail: how it is mailed, where it is.
    ///   - language: the language of the text.
    func readBody(
        of source: SourceFile, at file: String, _ matter: FrontMatter, highestHeading: Int = 2,
        urlPrefix: String = "", embedsImages: Bool = false, mail: MailSettings? = nil, language: String,
        log: inout DiagnosticLog
    ) -> ReadBody {
        if let problem = MarkdownLimits.problem(in: source, bodyOffset: matter.bodyOffset) {
            log.report(problem)
            return ReadBody(body: PageBody(html: "", headings: [], wordCount: 0), links: [])
        }
        var options = MarkdownOptions()
        options.allowsRawHTML = allowsRawHTML
        options.highestHeading = highestHeading
        options.directives = DirectiveDefinition.all
        options.allowsPersonalization = mail != nil
        let document = MarkdownDocument(
            source, bodyOffset: matter.bodyOffset, firstLine: matter.bodyLine, options: options)
        document.checkDirectives(log: &log)
        let references = mail == nil ? [] : document.references()
        var noted: [NotedLink] = []
        var broken: [Diagnostic] = []
        var embedded: Set<String> = []
        document.resolveLinks(log: &log) { link in
            let location = SourceLocation(line: link.line, column: link.column)
            let resolved =
                embedsImages && link.isImage
                ? links.embed(link, at: file)
                : links.resolve(link, in: source, at: file) { target in
                    guard case .heading(file, let fragment) = target else {
                        noted.append(NotedLink(target: target, location: location))
                        return
                    }
                    let known = document.headings.map(\.id)
                    if let problem = BrokenLink(fragment, of: source.path, known: known) {
                        broken.append(source.diagnostic(at: location, problem.message, hint: problem.hint))
                    }
                }
            if embedsImages, link.isImage, let image = links.file(of: link, at: file) { embedded.insert(image) }
            switch resolved {
            case .success(let resolution): return resolution
            case .failure(let problem):
                broken.append(source.diagnostic(at: location, problem.message, hint: problem.hint))
                return nil
            }
        }
        broken.forEach { log.report($0) }
        if !urlPrefix.isEmpty { document.prefixSiteLinks(with: urlPrefix) }
        var pieces = PieceReader(
            pages: self, source: source, file: file, language: language, embedsImages: embedsImages)
        let parts = document.pieces()
        pieces.check(parts, log: &log)
        let html = pieces.read(parts, prefix: urlPrefix).html(language: language)
        let body = PageBody(
            html: Personalization.render(html) { $0 }, headings: document.headings, wordCount: document.wordCount)
        if mail != nil { HeadingOrder.report(document.headings, in: source, to: &log) }
        let mailed = mail.map { mail in
            document.prefixSiteLinks(with: mail.urlPrefix)
            return MailText(
                pieces: pieces.read(document.pieces(), prefix: mail.urlPrefix),
                plainText: document.plainText(width: mail.plainTextWidth) { pieces.text(of: $0) },
                references: references)
        }
        return ReadBody(body: body, mail: mailed, links: noted, embedded: embedded)
    }
}
