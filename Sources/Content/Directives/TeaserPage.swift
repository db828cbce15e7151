import Diagnostics
import Markup

/// What a teaser tells of a page.
struct TeaserPage: Sendable {
    let title: String
    let summary: String?
    /// Its picture, and the picture's file.
    let image: (image: PageImage, file: String)?
}

extension PageReader {
    /// Reads a page's front matter for a teaser. What is wrong with it is told when the page itself is read.
    func teaserPage(_ file: String) -> TeaserPage? {
        var ignored = DiagnosticLog()
        guard let source = readText(file, log: &ignored), let matter = FrontMatter(of: source, log: &ignored),
            matter.isPresent,
            let keys = YAMLReader(source, firstLine: matter.yamlLine).mapping(of: matter.yaml),
            // An issue of the newsletter has a subject and a preheader.
            let title = keys.optional("title", .text) ?? keys.optional("subject", .text)
        else { return nil }
        let summary = keys.optional("summary", .text) ?? keys.optional("preheader", .text)
        return TeaserPage(title: title, summary: summary, image: readImage(keys, file: file))
    }
}
