import TestSupport
import Testing

@testable import Markup

@Suite("Markdown that nobody would write")
struct RobustnessTests {
    @Test("An empty document is empty", arguments: ["", "\n", "\r\n\r\n", "   \n\t\n", "\u{FEFF}"])
    func empty(text: String) {
        let document = document(text)
        #expect(document.html().isEmpty)
        #expect(document.plainText().isEmpty)
        #expect(document.headings.isEmpty)
    }

    @Test("NUL and bytes that are not UTF-8 become replacement characters")
    func invalidBytes() {
        #expect(document([0x61, 0x00, 0x62]).html() == "<p>a\u{FFFD}b</p>\n")
        #expect(document([0x61, 0xFF, 0x62, 0xC3]).html() == "<p>a\u{FFFD}b\u{FFFD}</p>\n")
        #expect(document([0x23, 0x20, 0xE2, 0x82, 0x0A, 0x78]).headings.map(\.title) == ["\u{FFFD}"])
        #expect(document("[a](b\0c.md)").html() == "<p><a href=\"b%EF%BF%BDc.md\">a</a></p>\n")
    }

    @Test("Any bytes at all give valid text", arguments: 0..<40)
    func anyBytes(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let special = Array("\n\n`*_[]()<>#|~-: \\!&;^w.@\0\r\t\"".utf8)
        let bytes = (0..<600).map { _ in
            random.number(below: 4) == 0 ? UInt8(random.number(below: 256)) : random.element(of: special)
        }
        let html = document(bytes).html()
        #expect(!html.contains("\0"))
        #expect(!html.contains("<script"))
        #expect(document(bytes).html() == html)
        #expect(document(bytes).plainText() == document(bytes).plainText())
    }

    @Test("A line of ten megabytes is one paragraph")
    func longLine() {
        let document = document([UInt8](repeating: 0x78, count: 10_000_000))
        #expect(document.html().utf8.count == 10_000_008)
        #expect(document.wordCount == 1)
    }

    @Test(
        "Ten thousand levels of anything overflow no stack",
        arguments: [
            (String(repeating: ">", count: 10_000) + " x", "<blockquote>", 10_000),
            (String(repeating: "- ", count: 10_000) + "x", "<li>", 10_000),
            (String(repeating: "[", count: 10_000) + "x" + String(repeating: "](a)", count: 10_000), "<a ", 1),
            (String(repeating: "![", count: 10_000) + "x" + String(repeating: "](a)", count: 10_000), "<img ", 1),
            (String(repeating: "*a **b ", count: 10_000) + String(repeating: "c** d* ", count: 10_000), "<em>", 10_000),
            (String(repeating: "~~a ", count: 10_000) + "b~~", "<del>", 1),
            (String(repeating: "[", count: 50_000), "[[[", 16_666),
        ])
    func depth(text: String, element: String, count: Int) {
        let document = document(text)
        #expect(document.html().ranges(of: element).count == count)
        #expect(
            document.plainText(width: 72).contains("[") || document.plainText(width: 72).contains(where: \.isLetter))
    }

    @Test("A table of more columns than GFM's sixteen bits can count is still read")
    func wideTable() {
        let row = { (cell: String) in "|" + String(repeating: cell + "|", count: 5000) + "\n" }
        #expect(html(row("a") + row("-") + row("b")).ranges(of: "<td>").count == 5000)
    }

    @Test("Links are resolved at any depth")
    func deepLinks() {
        let text = String(repeating: ">", count: 5000) + " [a](b.md)"
        #expect(resolved(text) { _ in .replace(url: "/b/") }.html.contains("<a href=\"/b/\">a</a>"))
    }
}
