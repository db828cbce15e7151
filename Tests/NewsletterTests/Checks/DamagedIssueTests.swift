import TestSupport
import Testing

@testable import Newsletter

@Suite("Damaged issues")
struct DamagedIssueTests {
    private static let pieces = [
        "<table><tr><td style=\"", "</td></tr></table>", "<p style='color:", "#fff", ";background:url(", ")", "\"", "'",
        ">", "<a href=",
        "<img src=", "*|", "|*", "{{", "}}", "{$", "[[", "]]", "<!--[if mso]>", "<![endif]-->", "<style>@", "</style>",
        "rgb(",
        "calc(", "!important", "font:bold", "12px", "/*", "*/", "🎉", "\0", "\r\n", " ", "a", "=", "<unsubscribe>",
        "@import",
    ]

    @Test("Any order of what e-mails are made of is checked without a crash")
    func random() throws {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let count = Int.random(in: 0...60, using: &random)
            let html = (0..<count).map { _ in Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)] }
                .joined()
            var issue = try checkedIssue(html, markdown: html, text: html)
            if Bool.random(using: &random) { issue.html = html }
            for diagnostic in issue.diagnostics() {
                #expect(!diagnostic.message.isEmpty)
                if let location = diagnostic.location { #expect(location.line >= 1 && location.column >= 1) }
            }
        }
    }
}
