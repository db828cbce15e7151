import TestSupport
import Testing

@Suite("Bad input")
struct BadInputTests {
    @Test("CSS that is never closed is read to its end, and what follows is no part of it")
    func neverClosed() {
        #expect(Inlined.html("<p>x</p><style>p{color:red") == "<p style=\"color:red\">x</p>")
        #expect(Inlined.html("<style>p{color:red;</style><p>x") == "<p style=\"color:red\">x")
        #expect(Inlined.html("<style>@media print{p{top:0}</style><p>x").contains("@media print{p{top:0}}\n"))
    }

    @Test("The end of a style element ends it within a string too, as browsers have it")
    func endTagInString() {
        #expect(Inlined.html("<style>p{content:'</style>'}</style><p>x").hasPrefix("'}</style><p style="))
    }

    @Test(
        "HTML that is cut off in the middle of anything stays so",
        arguments: [
            "<", "<p", "<p ", "<p class", "<p class=", "<p class=\"a", "<p class=a style=\"color:red", "</", "</p",
            "<!",
            "<!-", "<!--", "<!-- a --", "<!DOCTYPE", "<![if", "<?", "<%", "{{", "{% if", "*|", "&", "&amp", "<style",
            "<style>", "<style>p{", "<style>p{a:b}</styl", "<script>", "<table><tr><td", "\u{0}", "<p\u{0}",
            "<a href={{",
        ])
    func cutOff(html: String) {
        let whole = "<style>.z:hover{top:0}</style><b>x</b>" + html
        #expect(Inlined.html(whole).contains("<b>x</b>"))
        #expect(Inlined.html(html + " <style>.z{top:0}</style><i>").isEmpty == false)
        #expect(Inlined.html(Inlined.html(whole)) == Inlined.html(whole))
    }

    @Test("Five thousand nested tables are inlined to the last one")
    func deepTables() {
        let html = "<style>td{top:0}</style>" + String(repeating: "<table><tr><td>", count: 5_000)
        #expect(Inlined.html(html).components(separatedBy: "style=\"top:0\"") == 5_001)
    }

    @Test(
        "A great many signs of one kind are read to their end",
        arguments: [
            "{", "}", "(", "[", "{{{{", "<", "<a ", "<!--", "&", ":not(", "a ", "\"", "/*", "@media x{", "--", "\\",
        ])
    func many(sign: String) {
        let signs = String(repeating: sign, count: 20_000 / sign.utf8.count)
        #expect(Inlined.html(signs) == signs)
        #expect(Inlined.html("<p>x</p><style>\(signs)").hasPrefix("<p>x</p>"))
        #expect(Inlined.html("<style>p{\(signs)}</style><b>x</b>").hasSuffix("<b>x</b>"))
    }

    @Test("A hundred thousand selectors are read")
    func manySelectors() {
        let selectors = (0..<100_000).map { ".c\($0)" }.joined(separator: ",")
        let html = Inlined.html("<!DOCTYPE html><style>\(selectors){top:0}</style><p class=c99999>x")
        #expect(html.hasSuffix("<p class=c99999 style=\"top:0\">x"))
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> Int { split(separator: separator).count }
}
