import Content
import Diagnostics
import Evaluation
import Layouts
import Publishing

/// One confidential report for each school, as artifacts.
public enum Booklets {
    /// Describes the booklets: `<school>/booklet.html`, print-ready, with its styles inside, and its numbers beside it:
    /// `numbers.csv`, `numbers.json`, and `dictionary.csv`, which says what they mean.
    /// - Parameters:
    ///   - library: the content.
    ///   - layouts: the templates of `Layouts/Booklet`.
    /// - Throws: `DiagnosticLog` where a school's folder can't be a path.
    public static func artifacts(
        of library: Library, layouts: LayoutLibrary
    ) throws(DiagnosticLog) -> [Artifact] {
        let shared = SharedContext([
            "practice": [
                "name": .text(library.site.name), "email": .text(library.site.email),
                "phone": .optional(library.site.phone), "address": .text(library.site.address.line),
                "color-primary": .text(library.site.colors.primary),
                "color-accent": .text(library.site.colors.accent),
            ]
        ])
        let summary = library.summary
        do {
            return try library.schools.flatMap { school in
                func artifact(
                    _ name: String, _ render: @escaping @Sendable () throws -> ArtifactContent
                ) throws -> Artifact {
                    Artifact(
                        product: .booklets, path: try ArtifactPath("\(school.slug)/\(name)"), audience: .client,
                        render: render)
                }
                return [
                    try artifact("booklet.html") {
                        .text(
                            try layouts.render(
                                "booklet", Booklet(school: school, summary: summary).values, shared: shared))
                    },
                    try artifact("numbers.csv") { .text(NumberFiles.csv(school.evaluation.numbers)) },
                    try artifact("numbers.json") { .text(try NumberFiles.json(school)) },
                    try artifact("dictionary.csv") { .text(NumberFiles.dictionary) },
                ]
            }
        } catch let error as ArtifactPathError {
            throw DiagnosticLog([Diagnostic(path: library.folder, message: error.description)])
        } catch {
            throw DiagnosticLog([Diagnostic(path: library.folder, message: "\(error)")])
        }
    }
}
