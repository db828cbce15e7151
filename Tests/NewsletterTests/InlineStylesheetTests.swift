import Diagnostics
import Markup
import Testing

@testable import Newsletter

@Suite("Styles put on elements")
struct InlineStylesheetTests {
    private func sheet(_ css: String) throws -> InlineStylesheet {
        try InlineStylesheet(SourceFile(path: "inline.css", bytes: Array(css.utf8)))
    }

    /// The style of the last element of some HTML.
    private func style(_ css: String, _ html: String) throws -> String? {
        let tree = try MarkupTree.parseHTML(html, isFragment: true)
        try sheet(css).apply(to: tree)
        return try tree.xpath("//*").last?[attribute: "style"]
    }

    @Test(
        "Elements, classes, both, lists and nesting are matched",
        arguments: [
            ("p", "<p>x</p>"), (".a", "<p class='b a'>x</p>"), ("p.a", "<p class=a>x</p>"),
            ("h1, p", "<p>x</p>"), (".o p", "<div class=o><div><p>x</p></div></div>"),
            (".o .i p", "<div class=o><b class=i></b><div class=i><p>x</p></div></div>"),
            ("P", "<p>x</p>"), (".a", "<p class='b\ta\n'>x</p>"),
        ])
    func matching(selector: String, html: String) throws {
        #expect(try style("\(selector) { color: red }", html) == "color: red")
    }

    @Test(
        "What a selector does not say is not styled",
        arguments: [
            ("p.a", "<p class=ab>x</p>"), (".o p", "<div class=i><p>x</p></div>"), ("td p", "<p>x</p>"),
            (".i .o p", "<div class=o><div class=i><p>x</p></div></div>"), ("p p", "<p>x</p>"),
        ])
    func notMatching(selector: String, html: String) throws {
        #expect(try style("\(selector) { color: red }", html) == nil)
    }

    @Test("The more specific rule comes last, so that it wins; of two alike the later one does")
    func cascade() throws {
        #expect(try style(".a { x: 1 } p { x: 2 }", "<p class=a>x</p>") == "x: 2; x: 1")
        #expect(try style("p.a { x: 1 } .a { x: 2 }", "<p class=a>x</p>") == "x: 2; x: 1")
        #expect(try style("p { x: 1 } p { x: 2 }", "<p>x</p>") == "x: 1; x: 2")
        #expect(try style("div p { x: 1 } p { x: 2 }", "<div><p>x</p></div>") == "x: 2; x: 1")
        #expect(try style("p, .a { x: 1 } p { x: 2 }", "<p class=a>x</p>") == "x: 2; x: 1")
    }

    @Test("What an element says itself comes after every rule")
    func ownStyle() throws {
        #expect(
            try style("p.a { color: red; margin: 0 }", "<p class=a style='color: blue'>x</p>")
                == "color: red; margin: 0; color: blue")
    }

    @Test("Rules that say nothing leave nothing behind")
    func empty() throws {
        #expect(try style("p { }", "<p>x</p>") == nil)
        #expect(try style("p { } p { x: 1 }", "<p style=''>x</p>") == "x: 1")
    }

    @Test("Declarations are tidied, and comments are no part of them")
    func tidying() throws {
        #expect(try style("/* a */ p {\n  x: 1;\n\n  y:  2 /* b */;\n}\n", "<p>x</p>") == "x: 1; y: 2")
    }

    @Test("A value may hold a semicolon between quotation marks or brackets")
    func semicolons() throws {
        let value = "background: url(data:image/png;base64,AA==)"
        #expect(try style("p { \(value); x: ';' }", "<p>x</p>") == "\(value); x: ';'")
    }

    @Test(
        "A rule that can't be put on elements is an error at its line",
        arguments: [
            "a:hover { x: 1 }", "#id { x: 1 }", "div > p { x: 1 }", "* { x: 1 }", "[href] { x: 1 }",
            "p.a.b { x: 1 }", "@media (min-width: 1px) { p { x: 1 } }", "@import 'x';\np { x: 1 }", "p, { x: 1 }",
            "{ x: 1 }", "p x: 1 }", "p { x 1 }",
        ])
    func unsupported(rule: String) throws {
        let log = #expect(throws: DiagnosticLog.self) { try sheet("/* a\n */\ntd { y: 2 }\n\n\(rule)\n") }
        #expect(log?.diagnostics.map(\.location?.line) == [5])
        #expect(log?.diagnostics.first?.path == "inline.css")
    }

    @Test("All rules that can't be used are told at once")
    func allAtOnce() throws {
        let log = #expect(throws: DiagnosticLog.self) { try sheet("#a { x: 1 }\np { x: 1 }\n#b { x: 1 }\n") }
        #expect(log?.diagnostics.map(\.location?.line) == [1, 3])
    }
}
