import Charts
import Content
import Diagnostics
import Evaluation
import Layouts
import PDF
import Publishing

/// One confidential report for each school, as artifacts.
public enum Booklets {
    /// Describes the booklets: `<school>/booklet.html`, print-ready, with its styles inside, and its numbers beside it:
    /// `numbers.csv`, `numbers.json`, and `dictionary.csv`, which says what they mean. And for the school's families two pages
    /// in plain language, `families.en.html` and `families.es.html`, whatever the school's language.
    /// - Parameters:
    ///   - library: the content.
    ///   - layouts: the templates and words of `Layouts/Booklet`.
    ///   - schools: the folders of the schools whose booklets are described; nil for all.
    ///   - pageSize: the paper; nil for what site.yaml says.
    ///   - printer: what makes PDFs of the documents too, imposed ones of booklets where it imposes; nil for none.
    /// - Throws: `DiagnosticLog` where a school's folder can't be a path, or where there are no words in its language.
    public static func artifacts(
        of library: Library, layouts: LayoutLibrary, schools: Set<String>? = nil,
        pageSize: BookletSettings.PageSize? = nil, printer: PDFPrinter? = nil
    ) throws(DiagnosticLog) -> [Artifact] {
        let summary = library.summary
        var settings = library.site.booklets
        settings.pageSize = pageSize ?? settings.pageSize
        var artifacts: [Artifact] = []
        var imposed: [Artifact] = []
        var languages: [String: (words: Wording, shared: SharedContext)] = [:]
        for school in library.schools where schools?.contains(school.slug) ?? true {
            let tag = school.profile.language
            for tag in [tag] + FamilySummary.languages where languages[tag] == nil {
                languages[tag] = try language(tag, of: school, library, layouts)
            }
            guard let language = languages[tag] else { continue }
            let booklet = Booklet(
                school: school, summary: summary, words: language.words, practice: library.site.name,
                settings: settings)
            let documents = BookletDocuments(
                slug: school.slug, stem: "booklet", printer: printer, imposes: printer?.imposes ?? false
            ) {
                try layouts.render("booklet", booklet.values(), shared: language.shared)
            }
            imposed += try Self.artifacts(library) { try documents.imposedArtifacts() }
            artifacts += try Self.artifacts(library) { try documents.artifacts() }
            let numbers = Shared<NumberTable>(uses: 2)
            artifacts += [
                try artifact(school, "numbers.csv", library) {
                    .text(NumberFiles.csv(try numbers.take { school.evaluation.numbers }))
                },
                try artifact(school, "numbers.json", library) {
                    .text(try NumberFiles.json(school, numbers.take { school.evaluation.numbers }))
                },
                try artifact(school, "dictionary.csv", library) { () throws -> ArtifactContent in
                    .text(try NumberFiles.dictionary(in: language.words))
                },
            ]
            for tag in FamilySummary.languages {
                guard let language = languages[tag] else { continue }
                let summary = FamilySummary(booklet: booklet.said(in: language.words))
                let documents = BookletDocuments(slug: school.slug, stem: "families.\(tag)", printer: printer) {
                    try layouts.render("families", summary.values(), shared: language.shared)
                }
                artifacts += try Self.artifacts(library) { try documents.artifacts() }
            }
        }
        // Sheets come last: each is made of a PDF, for which its thread would wait.
        return artifacts + imposed
    }

    /// The words of a language, and what all booklets in it have in common.
    private static func language(
        _ tag: String, of school: School, _ library: Library, _ layouts: LayoutLibrary
    ) throws(DiagnosticLog) -> (words: Wording, shared: SharedContext) {
        guard layouts.hasPhrases(in: tag) else { throw DiagnosticLog([unknown(tag, of: school, library, layouts)]) }
        let phrases = try layouts.phrases(in: tag)
        let site = library.site
        let shared = SharedContext([
            "language": .text(phrases.language), "words": phrases.fixed,
            // These stand in the print style sheet.
            "running": [
                "confidential": .text(try phrases("running.confidential").cssString),
                "page": .text(try phrases("running.page").cssString),
                "of": .text(try phrases("running.of").cssString),
            ],
            "figures": ["dark": .text(DarkPalette.rules)],
            "practice": [
                "name": .text(site.name), "email": .text(site.email), "phone": .optional(site.phone),
                "address": .text(site.address.line), "color-primary": .text(site.colors.primary),
                "color-accent": .text(site.colors.accent), "logo": .optional(site.booklets.logo),
            ],
        ])
        return (Wording(phrases: phrases), shared)
    }

    private static func unknown(
        _ tag: String, of school: School, _ library: Library, _ layouts: LayoutLibrary
    ) -> Diagnostic {
        Diagnostic(
            path: "\(library.folder)/schools/\(school.slug)/school.yaml",
            message: "there are no words for a booklet in the language \"\(tag)\"",
            hint:
                "write \(layouts.phraseLanguages.map { "\"language: \($0)\"" }.joined(separator: " or ")), or translate "
                + "\(layouts.folder)/words/en.yaml as \(tag.prefix { $0 != "-" }.lowercased()).yaml beside it")
    }

    private static func artifact(
        _ school: School, _ name: String, _ library: Library,
        _ render: @escaping @Sendable () throws -> ArtifactContent
    ) throws(DiagnosticLog) -> Artifact {
        try artifacts(library) {
            [
                Artifact(
                    product: .booklets, path: try ArtifactPath("\(school.slug)/\(name)"), audience: .client,
                    render: render)
            ]
        }[0]
    }

    /// Artifacts; what can't be a path is told of the content's folder.
    private static func artifacts(
        _ library: Library, _ describe: () throws -> [Artifact]
    ) throws(DiagnosticLog) -> [Artifact] {
        do {
            return try describe()
        } catch {
            throw DiagnosticLog([Diagnostic(path: library.folder, message: "\(error)")])
        }
    }
}
