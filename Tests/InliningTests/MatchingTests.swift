import TestSupport
import Testing

@Suite("Which elements selectors match")
struct MatchingTests {
    private func matched(_ selector: String, _ html: String) -> String {
        let inlined = Inlined.html("<!DOCTYPE html><html><head><style>\(selector){top:0}</style></head><body>\(html)")
        return inlined.split(separator: "<").filter { $0.contains("style=\"top:0\"") }.map { tag in
            String(tag.split(separator: "id=").last?.prefix(1) ?? "?")
        }.joined()
    }

    private let list = "<ul><li id=1><li id=2 class=x><li id=3><li id=4><li id=5></ul>"

    @Test(
        "Places among siblings",
        arguments: [
            ("li:first-child", "1"), ("li:last-child", "5"), ("li:nth-child(odd)", "135"), ("li:nth-child(2n)", "24"),
            ("li:nth-child(-n+2)", "12"), ("li:nth-child(3n+1)", "14"), ("li:nth-last-child(2)", "4"),
            ("li:nth-last-child(n+4)", "12"), ("li:nth-child(0)", ""), ("li:nth-child(n)", "12345"),
            ("li:only-child", ""), ("li:nth-child(-1)", ""), ("li:not(:first-child):not(:last-child)", "234"),
        ])
    func places(selector: String, expected: String) {
        #expect(matched(selector, list) == expected)
    }

    @Test(
        "Places among siblings of a name",
        arguments: [
            ("i:first-of-type", "2"), ("i:last-of-type", "4"), ("i:nth-of-type(2)", "4"), ("b:only-of-type", ""),
            ("u:only-of-type", "5"), ("i:nth-last-of-type(2)", "2"),
        ])
    func types(selector: String, expected: String) {
        #expect(
            matched(selector, "<div><b id=1></b><i id=2></i><b id=3></b><i id=4></i><u id=5></u></div>") == expected)
    }

    @Test(
        "Combinators",
        arguments: [
            ("ul li", "12345"), ("ul>li", "12345"), ("body>li", ""), (".x+li", "3"), (".x~li", "345"),
            ("li+li+li", "345"), ("body ul .x", "2"), ("div ul .x", ""), (".x+.x", ""),
            ("html>body>ul>li.x~li+li", "45"),
        ])
    func combinators(selector: String, expected: String) {
        #expect(matched(selector, list) == expected)
    }

    @Test("A descendant is found behind ancestors that match only in part")
    func backtracking() {
        let html = "<div class=a><div class=b><div class=a><b id=1></b></div></div></div>"
        #expect(matched(".a>.b b", html) == "1")
        #expect(matched(".b>.a>b", html) == "1")
        #expect(matched(".a .b>.a b", html) == "1")
        #expect(matched(".a>.a b", html) == "")
        #expect(matched("i~b u", "<div><i></i><b><b><u id=1></u></b></b></div>") == "1")
    }

    @Test(
        "Attributes",
        arguments: [
            ("[title]", "12"), ("[title=one]", "1"), ("[title=ONE]", ""), ("[title=ONE i]", "1"), ("[title~=b]", "2"),
            ("[title~='']", ""), ("[lang|=en]", "3"), ("[title^=o]", "1"), ("[title$=c]", "2"), ("[title*='b c']", "2"),
            ("[title^='']", ""), ("[align=CENTER]", "4"), ("[data-x]", ""), ("[TITLE]", "12"),
        ])
    func attributes(selector: String, expected: String) {
        let html = "<p id=1 title=one><p id=2 title='a b c'><p id=3 lang=en-US><p id=4 align=center>"
        #expect(matched(selector, html) == expected)
    }

    @Test(
        "Lists, links, languages and emptiness",
        arguments: [
            (":is(i,b)", "23"), (":where(#1,u)", "4"), ("p>:not(i,b)", "14"), ("a:link", "1"), ("a:any-link", "1"),
            ("p>:empty", "34"), ("u:lang(de)", "4"), ("u:lang(d)", ""), (":is(p>i)", "2"), ("p>:not(p>i)", "134"),
            (":not(:is(:not(u)))", "4"),
        ])
    func others(selector: String, expected: String) {
        let html = "<p id=p lang=de-AT><a id=1 href=x>x</a><i id=2> </i><b id=3><!-- c --></b><u id=4></u></p>"
        #expect(matched(selector, html).replacing("p", with: "") == expected)
    }

    @Test("A selector that could be tried in many ways takes no longer than its parts")
    func manyWays() {
        let html = String(repeating: "<div>", count: 300) + "<b id=1>"
        #expect(matched(String(repeating: "div ", count: 60) + "i", html) == "")
        #expect(matched(String(repeating: "div>div ", count: 60) + "b", html) == "1")
        #expect(matched("i " + String(repeating: "div ", count: 60) + "b", html) == "")
    }
}
