import CSS
import TestSupport
import Testing

@Suite("Stylesheets")
struct StylesheetTests {
    @Test("Rules and their declarations are parts of the text")
    func rules() {
        let css = CSSText("p { color: red; margin:0 }\n.a,.b{}")
        #expect(css.rules == ["p { color: red; margin:0 }", ".a,.b{}"])
        #expect(css.preludes == ["p", ".a,.b"])
        #expect(css.declarations == ["color: red", "margin: 0"])
        #expect(css.problems.isEmpty)
        #expect(css.sheet.rules.map(\.declarations) == [0..<2, 2..<2])
    }

    @Test("A semicolon within a string or an address ends no declaration")
    func semicolons() {
        let css = CSSText("p{background:url(data:image/png;base64,AA);content:\";}\"}")
        #expect(css.declarations == ["background: url(data:image/png;base64,AA)", "content: \";}\""])
    }

    @Test(
        "An important declaration may be written with spaces and comments in it",
        arguments: [
            "red!important", "red !important", "red ! important", "red !IMPORTANT", "red!/**/important",
            "red !important ", "red\n!\nimportant",
        ])
    func important(value: String) {
        #expect(CSSText("p{color:\(value)}").declarations == ["color: red !"])
    }

    @Test("What only looks like it is not important")
    func notImportant() {
        #expect(CSSText("p{content:'!important'}").declarations == ["content: '!important'"])
        #expect(CSSText("p{color:red !importan}").declarations == ["color: red !importan"])
        #expect(CSSText("p{color:red important}").declarations == ["color: red important"])
    }

    @Test("The name of a property is the same in capital letters, and a custom property's is not")
    func names() {
        let css = CSSText("p{COLOR:red;color:blue;--A:1;--a:2}")
        let properties = css.sheet.declarations.map(\.property)
        #expect(properties[0] == properties[1] && properties[2] != properties[3])
        #expect(css.sheet.declarations.map(\.isCustom) == [false, false, true, true])
    }

    @Test("A name with an escape is that of the character")
    func escapedNames() {
        #expect(CSSText("p{c\\6Flor:red}").names.atom(of: "color") != nil)
        #expect(CSSText("p{c\\6F lor:red}").names.atom(of: "color") != nil)
        #expect(CSSText("p{--\\0:red}").names.atom(of: "--\u{FFFD}") != nil)
        #expect(CSSText("p{--\\110000:red}").names.atom(of: "--\u{FFFD}") != nil)
    }

    @Test("A custom property may hold braces and nothing at all")
    func customProperties() {
        let css = CSSText("p{--a:{b:c;d:e};--b:;--c: ;color:red}")
        #expect(css.declarations == ["--a: {b:c;d:e}", "--b: ", "--c: ", "color: red"])
        #expect(css.problems.isEmpty)
    }

    @Test("After a mistake, reading goes on at the next semicolon")
    func recovery() {
        let css = CSSText("p{color red;margin:0;:x;;padding:1px;12px;border:}")
        #expect(css.declarations == ["margin: 0", "padding: 1px"])
        #expect(css.problems == [.notADeclaration, .notADeclaration, .notADeclaration, .emptyValue])
    }

    @Test("A brace too many is part of the next rule's selectors, as browsers have it")
    func strayBrace() {
        let css = CSSText("} p{color:red} b{margin:0}")
        #expect(css.preludes == ["} p", "b"])
    }

    @Test("A rule without a block ends with the stylesheet, or with the group around it")
    func ruleWithoutBlock() {
        #expect(CSSText("a{} p.x").problems == [.ruleWithoutBlock])
        let css = CSSText("@media print{p.x} b{margin:0}")
        #expect(css.problems == [.ruleWithoutBlock])
        #expect(css.preludes == ["print", "b"])
    }

    @Test("What never ends is ended by the end of the text, and told")
    func unclosed() {
        let css = CSSText("p{color:red")
        #expect(css.declarations == ["color: red"] && css.problems == [.unclosedBlock])
        #expect(CSSText("@media print{p{color:red}").problems == [.unclosedBlock])
        #expect(CSSText("p{color:rgb(1,2").problems == [.unclosedBlock, .unclosedBlock])
        #expect(CSSText("p{color:red}/* a").problems == [.unclosedComment])
    }

    @Test("A closing bracket of another kind closes nothing")
    func wrongBrackets() {
        #expect(CSSText("p{--a:(];b:c);color:red}").declarations == ["--a: (];b:c)", "color: red"])
        #expect(CSSText("p{margin:1px]2px;color:red}").declarations == ["margin: 1px]2px", "color: red"])
    }

    @Test("At-rules with rules are groups, others are kept as a whole, and both may end with a semicolon")
    func atRules() {
        let css = CSSText(
            "@import url(a.css);@charset 'x';@MEDIA print{p{color:red}}@font-face{src:url(a)}@keyframes k{to{top:0}}")
        #expect(css.sheet.rules.map(\.kind) == [.other, .other, .group, .style, .other, .other])
        #expect(css.sheet.rules.map(\.group) == [nil, nil, nil, 2, nil, nil])
        #expect(css.rules.last == "@keyframes k{to{top:0}}")
        #expect(css.declarations == ["color: red"])
    }

    @Test("Groups stand within groups, and what follows them is outside of them")
    func nestedGroups() {
        let css = CSSText("@supports (a:b){@media print{p{color:red}} b{margin:0}} i{top:0}")
        #expect(css.sheet.rules.map(\.group) == [nil, 0, 1, 0, nil])
        #expect(css.rules[1] == "@media print{p{color:red}}")
    }

    @Test("An at-rule in a group ends where the group does")
    func atRuleInGroup() {
        let css = CSSText("@media print{@import 'a'}b{margin:0}")
        #expect(css.rules == ["@media print{@import 'a'}", "@import 'a'", "b{margin:0}"])
    }

    @Test("A rule among declarations is passed over and told of its parent")
    func nesting() {
        let css = CSSText("p{color:red;&:hover{color:blue}margin:0;a:hover{top:0}padding:0}")
        #expect(css.declarations == ["color: red", "margin: 0", "padding: 0"])
        #expect(css.sheet.rules.map(\.hasNestedRules) == [true])
    }

    @Test("Signs of a comment of HTML around a stylesheet are nothing")
    func commentSigns() {
        #expect(CSSText("<!-- p{color:red} --> b{top:0}").preludes == ["p", "b"])
    }

    @Test("Comments may stand anywhere")
    func comments() {
        let css = CSSText("/**/p/**/./**/a{/**/color/**/:/**/red/**/;/**/}/**/")
        #expect(css.sheet.declarations.count == 1 && css.problems.isEmpty)
        #expect(css[css.sheet.declarations[0].name] == "color")
    }

    @Test("A mail tool's tag may stand for a value")
    func templateTags() {
        #expect(
            CSSText("p{color:{{ color }};margin:0}").declarations == ["color: {{ color }}", "margin: 0"])
        #expect(CSSText("p{color:{$color};margin:0}").sheet.rules.count == 1)
    }

    @Test("Rules that come before stay as they are")
    func after() {
        let text = Array("p{top:0}b{left:0}".utf8)
        var names = AtomTable()
        text.withUnsafeBufferPointer { text in
            let first = StylesheetParser.read(text, 0..<8, names: &names)
            let both = StylesheetParser.read(text, 8..<text.count, after: first, names: &names)
            #expect(both.rules.map(\.start) == [0, 8] && both.declarations.count == 2)
        }
    }

    @Test("Every rule and declaration of any bytes is within the text, and children are within their groups")
    func anyBytes() {
        var generator = SeededGenerator(seed: 11)
        let parts = [
            "p", "{", "}", "(", ")", "[", "]", ":", ";", "color", "red", "!important", "@media x", "@x", "\"", "'",
            "/*",
            "*/", "url(", "--a", " ", "\n", "\\", "<!--", "{{", "}}", "\u{0}", ",",
        ]
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                parts.randomElement(using: &generator) ?? ""
            }.joined()
            let css = CSSText(text)
            for rule in css.sheet.rules {
                #expect(rule.start <= rule.end && rule.end <= css.text.count, "\(text)")
                #expect(rule.prelude.lowerBound >= rule.start && rule.prelude.upperBound <= rule.end, "\(text)")
                if let group = rule.group { #expect(css.sheet.rules[group].end >= rule.end, "\(text)") }
            }
            for declaration in css.sheet.declarations {
                #expect(declaration.name.upperBound <= declaration.value.lowerBound, "\(text)")
                #expect(declaration.value.upperBound <= declaration.end, "\(text)")
            }
        }
    }
}
