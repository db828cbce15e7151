import Diagnostics
import MailTools

/// Tags of other tools, which a subscriber would read as they are, and what the chosen tool wants and refuses.
enum TagCheck {
    static func diagnostics(of issue: CheckedIssue, _ page: CheckedPage) -> [Diagnostic] {
        foreign(issue, page) + required(issue, page) + forbidden(issue, page) + unconfirmed(issue)
    }

    private static func foreign(_ issue: CheckedIssue, _ page: CheckedPage) -> [Diagnostic] {
        var seen: Set<String> = []
        let texts = [issue.html, issue.text, issue.subject, issue.preheader]
        return texts.flatMap { issue.tool.foreignTags(in: $0, allowing: issue.ownTags) }.compactMap { tag in
            guard seen.insert(tag.tag).inserted else { return nil }
            let reader = issue.tool == .none ? "no mail tool replaces it" : "\(issue.tool.title) does not replace it"
            return page.source.diagnostic(
                at: page.source.offset(ofExactly: tag.tag), "\(tag.tag) is a tag of \(tag.toolName): \(reader)",
                hint: issue.tool == .none
                    ? "name the mail tool in site.yaml, or write what it stands for"
                    : "for a name write :first-name[colleague], which any tool is given as its own; otherwise take it out"
            )
        }
    }

    private static func required(_ issue: CheckedIssue, _ page: CheckedPage) -> [Diagnostic] {
        issue.tool.mustContain.filter { !issue.html.hasBytes(of: $0) }.map { tag in
            page.source.diagnostic(
                at: nil, "\(issue.tool.title) needs \(tag) in every issue, and it is not there",
                hint: "every template in \(issue.layouts) that makes an issue has to have it")
        }
    }

    private static func forbidden(_ issue: CheckedIssue, _ page: CheckedPage) -> [Diagnostic] {
        issue.tool.mustNotContain.filter { issue.html.hasBytes(of: $0) || issue.text.hasBytes(of: $0) }.map { text in
            page.source.diagnostic(
                at: page.source.offset(ofExactly: text), "\(issue.tool.title) takes no issue that has \(text) in it",
                hint: "write it otherwise")
        }
    }

    /// Told at site.yaml, so that many issues give one warning.
    private static func unconfirmed(_ issue: CheckedIssue) -> [Diagnostic] {
        issue.tool.unconfirmed.filter { issue.html.hasBytes(of: $0) || issue.text.hasBytes(of: $0) }.map { tag in
            Diagnostic(
                .warning, path: issue.settings.path, location: issue.settings.location,
                message: "\(tag) could not be confirmed to be a tag of \(issue.tool.title)",
                hint: "send yourself a test, or give an address of your own")
        }
    }
}
