import Content
import Diagnostics
import Layouts
import Parallel
import Publishing

/// The newsletter's issues, as artifacts.
public enum Newsletter {
    /// Describes the issues. In `<slug>/` are `<slug>.html` for the mail tool, with its styles on the elements, `<slug>.txt`,
    /// `<slug>.eml`, which opens as a draft, and `preview.html`.
    /// - Parameters:
    ///   - library: the content.
    ///   - layouts: the templates of `Layouts/Newsletter`.
    ///   - jobs: how many issues are rendered at once.
    /// - Returns: the artifacts, and warnings about what some client or tool does not take.
    /// - Throws: `DiagnosticLog` with all that keeps an issue from being sent, and mistakes in the layouts.
    public static func artifacts(
        of library: Library, layouts: LayoutLibrary, jobs: Int = 1
    ) throws(DiagnosticLog) -> (artifacts: [Artifact], warnings: DiagnosticLog) {
        try requireUnsubscribe(library)
        var log = DiagnosticLog()
        var artifacts: [Artifact] = []
        let maker = IssueMaker(library: library, layouts: layouts)
        for (issue, made) in zip(library.issues, library.issues.concurrentMap(jobs: jobs) { maker.make($0) }) {
            log.merge(made.log)
            guard issue.slug != preview else {
                log.report(
                    Diagnostic(
                        path: issue.path,
                        message: "an issue named \"\(preview)\" would be written over by its own \(preview).html",
                        hint: "name the file after the issue's date, such as 2026-03.md"))
                continue
            }
            guard let parts = made.parts else { continue }
            do {
                artifacts += [
                    try artifact("\(issue.slug)/\(issue.slug).html", .text(parts.html)),
                    try artifact("\(issue.slug)/\(issue.slug).txt", .text(parts.text)),
                    try artifact("\(issue.slug)/\(issue.slug).eml", .bytes(parts.eml)),
                    try artifact("\(issue.slug)/\(preview).html", .text(parts.preview)),
                ]
            } catch {
                log.report(Diagnostic(path: issue.path, message: error.description))
            }
        }
        if log.hasErrors { throw log }
        return (artifacts, log)
    }

    /// The name of the page that shows an issue to its author.
    private static let preview = "preview"

    private static func artifact(
        _ path: String, _ content: ArtifactContent
    ) throws(ArtifactPathError) -> Artifact {
        Artifact(product: .newsletter, path: try ArtifactPath(path), audience: .public) { content }
    }
}
