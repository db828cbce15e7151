import Testing

@testable import Charts

@Suite("Text of figures")
struct TextTests {
    @Test("Widths are those of the font: Noto Sans has 1000 units an em, a figure takes 572, a space 260")
    func widths() {
        #expect(FontMetrics.width("45 %", size: 1000) == 572 * 2 + 260 + 831)
        #expect(FontMetrics.width("†", size: 10) > 0 && FontMetrics.isKnown("2021–22 † –5 ñ Ł • … ‘’“”"))
        #expect(FontMetrics.width("Trust", size: 12, isBold: true) > FontMetrics.width("Trust", size: 12))
    }

    @Test("A character that the table doesn't know counts as one em")
    func unknown() {
        #expect(FontMetrics.width("学校", size: 12) == 24 && !FontMetrics.isKnown("学"))
    }

    @Test("Words are kept whole where they fit, and no character is lost where they don't")
    func wrapping() {
        #expect(TextWrapping.lines("one two three", width: 60, size: 12) == ["one two", "three"])
        let long = String(repeating: "abc", count: 40)
        let lines = TextWrapping.lines(long, width: 50, size: 12)
        #expect(lines.joined() == long)
        #expect(lines.allSatisfy { FontMetrics.room($0, size: 12) <= 50 })
        #expect(TextWrapping.lines("ab", width: 0, size: 12) == ["a", "b"])
        #expect(TextWrapping.lines(" \n ", width: 50, size: 12).isEmpty)
    }

    @Test("What XML forbids is left out, and white space is one space")
    func cleaning() {
        #expect(TextWrapping.cleaned(" a\t\r\n b\u{0}\u{B}\u{FFFE}c ") == "a bc")
    }

    @Test(
        "Numbers are written with the marks of the language",
        arguments: [
            (1234.5, 1, "1,234.5 %"), (0.05, 1, "0.1 %"), (-3, 0, "–3 %"), (-0.2, 0, "0 %"), (99.95, 1, "100.0 %"),
            (1_000_000, 0, "1,000,000 %"), (.nan, 0, ""), (1e13, 0, ""),
        ])
    func numbers(value: Double, decimals: Int, text: String) {
        #expect(ChartNumberFormat(decimals: decimals, suffix: " %").text(value) == text)
    }

    @Test("Spanish numbers have a comma for decimals")
    func spanish() {
        #expect(ChartNumberFormat(decimals: 1, decimalMark: ",", groupMark: ".").text(12_345.67) == "12.345,7")
    }
}
