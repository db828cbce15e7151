import Diagnostics
import Testing

@testable import Markup

@Suite("How much may stand in one piece")
struct MarkdownLimitTests {
    func problem(_ text: String, bodyOffset: Int = 0) -> Diagnostic? {
        MarkdownLimits.problem(in: SourceFile(path: "a.md", text: text), bodyOffset: bodyOffset)
    }

    let paragraph = String(repeating: "word ", count: MarkdownLimits.largestParagraph / 5 - 10)

    @Test(
        "A text of any length is read where blank lines set its parts apart",
        arguments: ["\n\n", "\r\n\r\n", "\n \t\n"])
    func parts(blank: String) {
        #expect(problem(Array(repeating: paragraph, count: 5).joined(separator: blank)) == nil)
    }

    @Test("A paragraph that would take for ever is told at the line it begins on", arguments: ["\n", "\r\n"])
    func long(newline: String) {
        let text = "Short.\(newline)\(newline)\(paragraph)\(newline)\(paragraph)\(newline)"
        #expect(problem(text)?.location == SourceLocation(line: 3))
    }

    @Test("What stands before the text does not count")
    func bodyOffset() {
        let matter = "---\n\(paragraph)\n---\n"
        #expect(problem(matter + paragraph, bodyOffset: matter.utf8.count) == nil)
        #expect(problem(matter + paragraph) != nil)
    }
}
