import Diagnostics
import MailTools
import Markup

/// A finished issue and what it is held against. Everything that an author can mend is told at its line of the issue's file.
struct CheckedIssue: Sendable {
    /// The issue's Markdown file; without its bytes all is told of the file as a whole.
    var source: SourceFile
    /// The subject line.
    var subject: String
    /// What an inbox shows after the subject.
    var preheader: String
    /// The HTML part, finished.
    var html: String
    /// The text part, finished.
    var text: String
    /// The mail tool.
    var tool: MailTool
    /// What ends a subscription.
    var unsubscribe: MailLink?
    /// Tags that site.yaml gives itself.
    var ownTags: [String] = []
    /// The parts of the postal address that both parts of the e-mail must show, in order: street, city and postal code.
    var address: [String]
    /// Where site.yaml names the tool.
    var settings: (path: String, location: SourceLocation)
    /// The folder of templates, which styles come from.
    var layouts: String

    /// What is wrong with the issue.
    func diagnostics() -> [Diagnostic] {
        let tree: MarkupTree
        do throws(MarkupError) {
            tree = try MarkupTree.parseHTML(html)
        } catch {
            return [source.diagnostic(at: nil, "the HTML can't be read: \(error.message)")]
        }
        let page = CheckedPage(tree: tree, source: IssueSource(source), ownTags: ownTags)
        return SizeCheck.diagnostics(of: self, page) + SubjectCheck.diagnostics(of: self, page)
            + ActiveContentCheck.diagnostics(of: page) + ImageCheck.diagnostics(of: page)
            + HyperlinkCheck.diagnostics(of: page) + FooterCheck.diagnostics(of: self, page)
            + TagCheck.diagnostics(of: self, page)
            + ContrastCheck.diagnostics(of: page, dark: dark(page), layouts: layouts)
            + ClientSupportCheck.diagnostics(of: page, layouts: layouts)
    }
}

extension CheckedIssue {
    /// The page as the dark scheme shows it, where it has one.
    private func dark(_ page: CheckedPage) -> CheckedPage? {
        guard let dark = DarkScheme.html(of: html), let tree = try? MarkupTree.parseHTML(dark) else { return nil }
        return CheckedPage(tree: tree, source: page.source, ownTags: ownTags)
    }
}

/// The tree of an issue's HTML beside the Markdown it was made of. It belongs to one thread.
struct CheckedPage {
    let tree: MarkupTree
    let source: IssueSource
    /// Tags that site.yaml gives itself.
    let ownTags: [String]
    let styles = StyleCache()

    /// The elements that an expression of ours selects.
    func elements(_ expression: String) -> [MarkupNode] { (try? tree.xpath(expression)) ?? [] }
}
