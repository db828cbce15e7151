import Diagnostics
import Mail

/// How large an e-mail may be. Gmail hides what comes after about 102 KB of a message's HTML, and with it the link that ends
/// the subscription.
enum SizeCheck {
    /// From how many bytes on there is a warning; of the HTML part as it is sent.
    static let warning = 90_000
    /// From how many bytes on it is an error.
    static let limit = 100_000
    /// The most bytes of styles: Gmail drops all of them where there are more than 16 KB.
    static let styleLimit = 16_000

    /// What is wrong with a text before anything is made of it: that it has no words, or can't be sent whatever is done to it.
    /// - Parameter body: the text as HTML, without its styles.
    static func problem(with body: String, _ plainText: String, in source: SourceFile) -> Diagnostic? {
        if plainText.allSatisfy(\.isWhitespace) {
            return source.diagnostic(
                at: SourceLocation(line: 1, column: 1), "this issue has no text",
                hint: "write it below the second ---, or add a line \"draft: true\" above it")
        }
        guard body.utf8.count > limit else { return nil }
        return source.diagnostic(
            at: nil, "the HTML is more than \(body.utf8.count) bytes, and Gmail shows \(limit)", hint: shorter)
    }

    private static let shorter = "leave a part of the text to a page of the site, and link to it"

    static func diagnostics(of issue: CheckedIssue, _ page: CheckedPage) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        let size = QuotedPrintable.encoded(Array(issue.html.utf8)).count
        if size > warning {
            let isError = size > limit
            diagnostics.append(
                page.source.diagnostic(
                    isError ? .error : .warning, at: nil,
                    "the HTML is \(size) bytes as it is sent, \(isError ? "more than" : "near") the \(limit) that Gmail shows",
                    hint: shorter))
        }
        let styles = page.elements("//style").reduce(0) { $0 + $1.text.utf8.count }
        if styles > styleLimit {
            diagnostics.append(
                page.source.diagnostic(
                    at: nil, "the styles are \(styles) bytes: of more than \(styleLimit), Gmail takes none",
                    hint: "make the style sheets of \(issue.layouts) shorter"))
        }
        return diagnostics
    }
}
