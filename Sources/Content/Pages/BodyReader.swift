import Diagnostics
import Markup

/// A Markdown text with its links resolved, and the links that are still to be checked.
struct ReadBody: Sendable {
    let body: PageBody
    /// The text for readers of plain text, where it was asked for.
    let plainText: String
    let links: [NotedLink]
    /// The files that became part of the text.
    var embedded: Set<String> = []
}

extension PageReader {
    /// Parses the text after the front matter, resolves its links and renders it.
    /// - Parameters:
    ///   - highestHeading: the level of the text's highest headings; a page's title is its only one of the first.
    ///   - urlPrefix: what links to the site begin with.
    ///   - embedsImages: whether images become part of the text, for what is one file by itself.
    func readBody(
        of source: SourceFile, at file: String, _ matter: FrontMatter, highestHeading: Int = 2,
        plainTextWidth: Int? = nil, urlPrefix: String = "", embedsImages: Bool = false, log: inout DiagnosticLog
    ) -> ReadBody {
        if let problem = MarkdownLimits.problem(in: source, bodyOffset: matter.bodyOffset) {
            log.report(problem)
            return ReadBody(body: PageBody(html: "", headings: [], wordCount: 0), plainText: "", links: [])
        }
        var options = MarkdownOptions()
        options.allowsRawHTML = allowsRawHTML
        options.highestHeading = highestHeading
        let document = MarkdownDocument(
            source, bodyOffset: matter.bodyOffset, firstLine: matter.bodyLine, options: options)
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
            case .success(let resolution): return resolution.prefixed(with: urlPrefix)
            case .failure(let problem):
                broken.append(source.diagnostic(at: location, problem.message, hint: problem.hint))
                return nil
            }
        }
        broken.forEach { log.report($0) }
        let body = PageBody(html: document.html(), headings: document.headings, wordCount: document.wordCount)
        return ReadBody(
            body: body, plainText: plainTextWidth.map { document.plainText(width: $0) } ?? "", links: noted,
            embedded: embedded)
    }
}

extension LinkResolution {
    /// The same with a prefix before URLs of the site.
    fileprivate func prefixed(with prefix: String) -> LinkResolution {
        switch self {
        case .replace(let url) where url.hasPrefix("/"): .replace(url: prefix + url)
        case .image(let url, let width, let height) where url.hasPrefix("/"):
            .image(url: prefix + url, width: width, height: height)
        case .keep, .replace, .image: self
        }
    }
}
