import Diagnostics
import Markup

/// A Markdown text with its links resolved, and the links that are still to be checked.
struct ReadBody: Sendable {
    let body: PageBody
    /// The text for readers of plain text, where it was asked for.
    let plainText: String
    let links: [NotedLink]
}

extension PageReader {
    /// Parses the text after the front matter, resolves its links and renders it. Links to the site begin with `urlPrefix`.
    /// A page's title is its only heading of the first level, so those of the text begin at the second.
    func readBody(
        of source: SourceFile, at file: String, _ matter: FrontMatter, highestHeading: Int = 2,
        plainTextWidth: Int? = nil, urlPrefix: String = "", log: inout DiagnosticLog
    ) -> ReadBody {
        var options = MarkdownOptions()
        options.allowsRawHTML = allowsRawHTML
        options.highestHeading = highestHeading
        let document = MarkdownDocument(
            source, bodyOffset: matter.bodyOffset, firstLine: matter.bodyLine, options: options)
        var noted: [NotedLink] = []
        var broken: [Diagnostic] = []
        document.resolveLinks(log: &log) { link in
            let location = SourceLocation(line: link.line, column: link.column)
            let resolved = links.resolve(link, in: source, at: file) { target in
                guard case .heading(file, let fragment) = target else {
                    noted.append(NotedLink(target: target, location: location))
                    return
                }
                let known = document.headings.map(\.id)
                if let problem = BrokenLink(fragment, of: source.path, known: known) {
                    broken.append(source.diagnostic(at: location, problem.message, hint: problem.hint))
                }
            }
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
            body: body, plainText: plainTextWidth.map { document.plainText(width: $0) } ?? "", links: noted)
    }
}

extension LinkResolution {
    /// The same with a prefix before URLs of the site.
    fileprivate func prefixed(with prefix: String) -> LinkResolution {
        switch self {
        case .replace(let url) where url.hasPrefix("/"): .replace(url: prefix + url)
        case .image(let url, let width, let height): .image(url: prefix + url, width: width, height: height)
        case .keep, .replace: self
        }
    }
}
