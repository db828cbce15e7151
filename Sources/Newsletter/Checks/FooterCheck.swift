import Diagnostics
import MailTools
import Markup

/// What the law wants in every newsletter: where it comes from, and a way to end it (CAN-SPAM Act, 15 U.S.C. § 7704(a)(5)).
enum FooterCheck {
    static func diagnostics(of issue: CheckedIssue, _ page: CheckedPage) -> [Diagnostic] {
        let shown = (page.elements("//body").first?.text ?? "").collapsed
        let text = issue.text.collapsed
        return [
            address(issue, in: shown, "HTML", page), address(issue, in: text, "plain text", page),
            unsubscribe(issue, isThere: hasUnsubscribe(issue, page), "HTML", page),
            unsubscribe(
                issue, isThere: issue.unsubscribe.map { issue.text.hasBytes(of: $0.plainText) } ?? false, "plain text",
                page
            ),
        ].compactMap { $0 }
    }

    private static func address(
        _ issue: CheckedIssue, in text: String, _ part: String, _ page: CheckedPage
    ) -> Diagnostic? {
        if issue.tool.adds.contains(.address) { return nil }
        if let tag = issue.tool.address, text.hasBytes(of: tag.collapsed) { return nil }
        if issue.address.allSatisfy({ text.hasBytes(of: $0.collapsed) }) { return nil }
        return page.source.diagnostic(
            at: nil, "the \(part) has no postal address",
            hint: "every template in \(issue.layouts) that makes an issue has to show {{address}}")
    }

    private static func unsubscribe(
        _ issue: CheckedIssue, isThere: Bool, _ part: String, _ page: CheckedPage
    ) -> Diagnostic? {
        guard !isThere, !issue.tool.adds.contains(.unsubscribe) else { return nil }
        return page.source.diagnostic(
            at: nil, "the \(part) has no link that ends the subscription",
            hint: "every template in \(issue.layouts) that makes an issue has to have it")
    }

    private static func hasUnsubscribe(_ issue: CheckedIssue, _ page: CheckedPage) -> Bool {
        switch issue.unsubscribe {
        case .url(let url): page.elements("//body//a[@href]").contains { $0[attribute: "href"] == url }
        case .element(let name, _): !page.elements("//body//\(name)").isEmpty
        case nil: false
        }
    }
}
