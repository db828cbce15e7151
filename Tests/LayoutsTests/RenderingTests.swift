import Parallel
import TestSupport
import Testing

@testable import Layouts

@Suite("Rendering templates")
struct RenderingTests {
    @Test("Double braces escape what HTML has a use for, and nothing else")
    func escaping() throws {
        let text = "<b a=\"x\" c='y'> & é 🏫"
        #expect(try render("{{v}}", ["v": .text(text)]) == "&lt;b a=&quot;x&quot; c=&#39;y&#39;&gt; &amp; é 🏫")
        #expect(try render("{{ v }}", ["v": "a\u{301}<\u{301}"]) == "a\u{301}&lt;\u{301}")
    }

    @Test("Triple braces and an ampersand write HTML as it is")
    func unescaped() throws {
        #expect(
            try render("{{{v}}} {{{ v }}} {{&v}}", ["v": "<i>&amp;</i>"]) == "<i>&amp;</i> <i>&amp;</i> <i>&amp;</i>")
    }

    @Test("What is included escapes too, as do layouts and the blocks that fill them")
    func escapingEverywhere() throws {
        let library = try LayoutFolder([
            "base": "<{{v}}>{{$main}}{{v}}{{/main}}", "part": "[{{v}}]",
            "page": "{{<base}}{{$main}}{{v}}{{>part}}{{/main}}{{/base}}", "plain": "{{<base}}{{/base}}",
        ]).library()
        #expect(try library.render("page", ["v": "&"]) == "<&amp;>&amp;[&amp;]")
        #expect(try library.render("plain", ["v": "&"]) == "<&amp;>&amp;")
    }

    @Test("Text is never read as a template")
    func values() throws {
        #expect(try render("{{v}}{{{v}}}", ["v": "{{secret}}"]) == "{{secret}}{{secret}}")
    }

    @Test("A section is for what is there, an inverted one for what is not")
    func sections() throws {
        let template = "{{#v}}yes{{/v}}{{^v}}no{{/v}}"
        let expected: [(TemplateValue, String)] = [
            (true, "yes"), (false, "no"), (.null, "no"), ([], "no"), (["a", "b"], "yesyes"), ("text", "yes"),
            (["k": "v"], "yes"), (.optional(nil), "no"), (.number(0), "yes"),
        ]
        for (value, text) in expected { #expect(try render(template, ["v": value]) == text) }
    }

    @Test("Lists are of texts, of objects, and of lists")
    func lists() throws {
        #expect(try render("{{#v}}<{{.}}>{{/v}}", ["v": ["a", "&"]]) == "<a><&amp;>")
        #expect(
            try render(
                "{{#rows}}{{#cells}}{{.}},{{/cells}};{{/rows}}",
                ["rows": [["cells": ["1", "2"]], ["cells": ["3"]]]]) == "1,2,;3,;")
        #expect(try render("{{#v}}{{#.}}{{.}}{{/.}}|{{/v}}", ["v": [["a", "b"], ["c"]]]) == "ab|c|")
    }

    @Test("Lists can be counted, turned round, and know where they are")
    func transforms() throws {
        let template = "{{count(v)}}:{{#reversed(v)}}{{uppercased(.)}}{{^last()}},{{/last()}}{{/reversed(v)}}"
        #expect(try render(template, ["v": ["a", "b", "c"]]) == "3:C,B,A")
    }

    @Test("Names are looked for from the inside out, and those of one page before those that pages share")
    func lookUp() throws {
        let template = "{{#list}}{{name}}-{{site}} {{/list}}{{name}}"
        #expect(
            try render(template, ["name": "N", "site": "S", "list": [["name": "a"], ["site": "t"]]]) == "a-S N-t N")
        let library = try LayoutFolder(["page": "{{a}}{{b}}"]).library()
        #expect(try library.render("page", ["a": "own"], shared: SharedContext(["a": "s", "b": "s"])) == "owns")
    }

    @Test("Dotted names reach into objects, to any depth")
    func dottedNames() throws {
        #expect(try render("{{a.b.c}} {{#a.b}}{{c}}{{/a.b}}", ["a": ["b": ["c": "x"]]]) == "x x")
    }

    @Test("A layout's blocks keep their own text where a page does not fill them")
    func inheritance() throws {
        let library = try LayoutFolder([
            "base": "<{{$title}}untitled{{/title}}|{{$main}}empty{{/main}}>",
            "one": "{{<base}}{{$main}}1{{/main}}{{/base}}",
            "two": "{{<one}}{{$title}}T{{/title}}{{/one}}", "folder/three": "{{>one}}{{>folder/four}}",
            "folder/four": "4",
        ]).library()
        #expect(try library.render("one", [:]) == "<untitled|1>")
        #expect(try library.render("two", [:]) == "<T|1>")
        #expect(try library.render("folder/three", [:]) == "<untitled|1>4")
    }

    @Test("A template renders the same however its lines end and whether it begins with a byte order mark")
    func savedOnWindows() throws {
        let unix = "<p>\n{{#v}}\n {{v}}\n{{/v}}\n</p>\n"
        let windows = "\u{FEFF}" + unix.replacing("\n", with: "\r\n")
        #expect(try render(windows, ["v": "x"]) == render(unix, ["v": "x"]))
        #expect(try render(unix, ["v": "x"]) == "<p>\n x\n</p>\n")
    }

    @Test("Other delimiters hold to the end of their section, and what they enclose is checked too")
    func delimiters() throws {
        #expect(try render("{{=<% %>=}}<%v%> {{ url }}", ["v": "x"]) == "x {{ url }}")
        #expect(try renderProblems("{{=<% %>=}}\n {{v}}<%w%>").map(\.location?.line) == [2])
        #expect(
            try LayoutFolder(["a": "{{=<% %>=}}<%>a%>"]).problems().map(\.message) == ["this template includes itself"])
    }

    @Test("Any number of threads renders the same")
    func threads() throws {
        let library = try LayoutFolder([
            "base": "<h1>{{title}}</h1>{{$main}}{{/main}}", "item": "<li>{{name}} {{site.name}}</li>",
            "page": "{{<base}}{{$main}}{{#items}}{{>item}}{{/items}}{{/main}}{{/base}}",
        ]).library()
        let shared = SharedContext(["site": ["name": "S & Co"]])
        let pages = Array(0..<2000)
        let render: @Sendable (Int) -> String? = { page in
            let items = (0..<page % 7).map { TemplateValue.object(["name": "\(page)<\($0)"]) }
            return try? library.render("page", ["title": .number(page), "items": .list(items)], shared: shared)
        }
        let one = pages.map(render)
        #expect(one[8] == "<h1>8</h1><li>8&lt;0 S &amp; Co</li>")
        #expect(pages.concurrentMap(jobs: 8, render) == one)
    }
}
