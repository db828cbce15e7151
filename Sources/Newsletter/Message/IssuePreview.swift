import Content
import Diagnostics
import Layouts

/// A page that shows an issue as a phone and a desktop do, in the light and the dark scheme, and as an inbox lists it.
struct IssuePreview {
    let issue: Issue
    let site: Site
    let words: PhraseBook
    let layouts: LayoutLibrary

    /// Where an issue is read.
    private struct View {
        let device: String
        let width: Int
        let isDark: Bool
    }

    private static let views = [
        View(device: "phone", width: 375, isDark: false), View(device: "phone", width: 375, isDark: true),
        View(device: "desktop", width: 700, isDark: false), View(device: "desktop", width: 700, isDark: true),
    ]

    /// - Parameter html: the issue with its styles on the elements, and words in place of names.
    func html(of html: String) throws(DiagnosticLog) -> String {
        // Pictures are on the site only once it is published; beside this page they are already.
        let local = html.replacing("src=\"\(site.baseURL)/", with: "src=\"../../Site/")
        let (light, dark) = (Self.inScheme(local, isDark: false), Self.inScheme(local, isDark: true))
        var views: [TemplateValue] = []
        for view in Self.views {
            let title =
                try words("preview.\(view.device)") + ", " + words(view.isDark ? "preview.dark" : "preview.light")
            views.append([
                "title": .text(title), "width": .number(view.width),
                "source": .text(view.isDark ? dark : light),
            ])
        }
        return try layouts.render(
            "preview",
            [
                "language": .text(issue.language),
                "words-title": .text(try words("preview.title", ["subject": issue.subject])), "words": words.fixed,
                "from": .text(issue.from?.name ?? issue.from?.address ?? site.newsletter.name),
                "subject": .text(issue.subject), "preheader": .text(issue.preheader), "views": .list(views),
            ])
    }

    /// The issue as it looks in a scheme, whatever that of the machine is.
    private static func inScheme(_ html: String, isDark: Bool) -> String {
        html.replacing("(prefers-color-scheme: dark)", with: isDark ? "all" : "not all")
    }
}
