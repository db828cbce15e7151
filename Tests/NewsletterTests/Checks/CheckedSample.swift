import Diagnostics
import MailTools
import Testing

@testable import Newsletter

/// An issue with nothing wrong, for a test to change one thing of.
func checkedIssue(
    _ body: String = "", head: String = "", markdown: String = "", text: String = "", subject: String = "Hello",
    preheader: String = "Inside.", tool: MailTool? = nil
) throws -> CheckedIssue {
    let tool = try tool ?? MailTool.named("mailchimp")
    let footer = [
        tool.unsubscribe?.html("Unsubscribe"), tool.bodyTags.joined(), "1 Main Street, Fairhaven, OH 43999, USA",
    ].compactMap { $0 }.joined(separator: " ")
    return CheckedIssue(
        source: SourceFile(
            path: "one.md",
            text: "---\nsubject: \(subject)\npreheader: \(preheader)\ndate: 2026-01-01\n---\n\(markdown)\n"),
        subject: subject, preheader: preheader,
        html:
            "<!DOCTYPE html><html lang=\"en\"><head><title>Hello</title>\(head)</head><body>\(body)\(footer)</body></html>",
        text: "\(text)\n\(tool.unsubscribe?.plainText ?? "")\n1 Main Street\nFairhaven, OH 43999\n", tool: tool,
        unsubscribe: tool.unsubscribe, address: ["1 Main Street", "Fairhaven", "43999"],
        settings: ("site.yaml", SourceLocation(line: 9, column: 3)), layouts: "Layouts/Newsletter")
}

/// The first line of each diagnostic: place, severity and message.
func messages(_ issue: CheckedIssue) -> [String] {
    DiagnosticLog(issue.diagnostics()).sorted.map { String($0.text.prefix { $0 != "\n" }) }
}
