import Content
import Diagnostics
import Evaluation
import Layouts
import Publishing

/// One confidential report for each school, as artifacts.
public enum Booklets {
    /// Describes the booklets: `<school>/booklet.html`, print-ready, with its styles inside.
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
        do {
            return try library.schools.map { school in
                let booklet = Booklet(school: school, rule: library.site.disclosure)
                return Artifact(
                    product: .booklets, path: try ArtifactPath("\(school.slug)/booklet.html"), audience: .client
                ) {
                    .text(try layouts.render("booklet", booklet.values, shared: shared))
                }
            }
        } catch let error as ArtifactPathError {
            throw DiagnosticLog([Diagnostic(path: library.folder, message: error.description)])
        } catch {
            throw DiagnosticLog([Diagnostic(path: library.folder, message: "\(error)")])
        }
    }
}
