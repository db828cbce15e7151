import Content
import Diagnostics
import Layouts
import Markup
import Publishing

/// The newsletter's issues, as artifacts.
public enum Newsletter {
    private static let stylesheet = "inline.css"

    /// Describes the issues: `<slug>/<slug>.html` for the mail tool, with its styles on the elements, and `.txt`.
    /// - Parameters:
    ///   - library: the content.
    ///   - layouts: the templates of `Layouts/Newsletter`.
    /// - Throws: `DiagnosticLog` where the layouts' stylesheet is missing or has rules that can't be inlined.
    public static func artifacts(of library: Library, layouts: LayoutLibrary) throws(DiagnosticLog) -> [Artifact] {
        try requireUnsubscribe(library)
        let colors = library.site.colors
        let style = try layouts.render(
            stylesheet, ["color-primary": .text(colors.primary), "color-accent": .text(colors.accent)])
        let sheet = try InlineStylesheet(SourceFile(path: "\(layouts.folder)/\(stylesheet).mustache", text: style))
        var artifacts: [Artifact] = []
        do {
            for issue in library.issues {
                let values = values(of: issue, in: library)
                artifacts.append(
                    try artifact("\(issue.slug)/\(issue.slug).html") {
                        let tree = try MarkupTree.parseHTML(try layouts.render("issue", values))
                        sheet.apply(to: tree)
                        return .text(tree.html() + "\n")
                    })
                artifacts.append(
                    try artifact("\(issue.slug)/\(issue.slug).txt") {
                        .text(try layouts.render("issue.txt", values))
                    })
            }
        } catch {
            throw DiagnosticLog([Diagnostic(path: library.folder, message: error.description)])
        }
        return artifacts
    }

    private static func artifact(
        _ path: String, render: @escaping @Sendable () throws -> ArtifactContent
    ) throws(ArtifactPathError) -> Artifact {
        Artifact(product: .newsletter, path: try ArtifactPath(path), audience: .public, render: render)
    }

    /// Text broken into lines for readers of plain text.
    private static func lines(_ text: String) -> TemplateValue {
        .text(text.wrapped(to: Issue.plainTextWidth).joined(separator: "\n"))
    }

    private static func values(of issue: Issue, in library: Library) -> [String: TemplateValue] {
        let site = library.site
        return [
            "language": .text(site.language), "subject": .text(issue.subject), "preheader": .text(issue.preheader),
            "number": .optional(issue.number.map(String.init)),
            "date-text": .text(issue.date.longText(language: site.language)),
            "body": .text(Personalization.render(issue.pieces.html(language: issue.language)) { $0 }),
            "body-text": .text(Personalization.render(issue.plainText) { $0 }),
            "newsletter": .text(site.newsletter.name),
            "practice": .text(site.name), "base-url": .text(site.baseURL), "address": .text(site.address.line),
            "reply-to": .text(site.newsletter.replyTo),
            "unsubscribe-url": .text(site.newsletter.unsubscribe?.plainText ?? ""),
            "view-online-url": .text(site.newsletter.viewOnline?.plainText ?? ""),
            "lines": [
                "subject": lines(issue.subject), "practice": lines(site.name), "address": lines(site.address.line),
                "reason": lines(
                    "You receive this because you asked for it on the site of \(site.name) and confirmed your address."),
            ],
        ]
    }
}
