import Testing

@Suite("The cascade on elements")
struct CascadeTests {
    @Test("The stronger selector wins, and among equals the later one")
    func specificity() {
        #expect(
            Inlined.body("p{color:red}.a{color:blue}p{color:lime}", "<p class=a>x</p>")
                == "<p class=a style=\"color:blue\">x</p>")
        #expect(Inlined.body("#x{top:0}.a.b{top:1px}", "<p class='a b' id=x>x</p>").contains("style=\"top:1px;top:0\""))
        #expect(Inlined.body("p{color:red}p{color:blue}", "<p>x</p>") == "<p style=\"color:blue\">x</p>")
    }

    @Test("A rule weighs as much as the strongest of its selectors that matches")
    func lists() {
        #expect(
            Inlined.body("p,#x{color:red}.a{color:blue}", "<p id=x class=a>x</p><p class=a>y</p>")
                == "<p id=x class=a style=\"color:red\">x</p><p class=a style=\"color:blue\">y</p>")
    }

    @Test("A style attribute wins against rules, and an important rule against it")
    func ownStyles() {
        #expect(Inlined.body("#x{color:red}", "<p id=x style='color:blue'>x</p>").contains("style=\"color:blue\""))
        #expect(
            Inlined.body("p{color:red !important}", "<p style='color:blue'>x</p>")
                == "<p style=\"color:red;color:red !important\">x</p>")
        #expect(
            Inlined.body("p{color:red !important}", "<p style='color:blue !important'>x</p>")
                == "<p style=\"color:blue;color:blue !important\">x</p>")
    }

    @Test("An important declaration wins against a stronger selector, and a stronger important one against it")
    func importance() {
        #expect(
            Inlined.body("p{color:red !important}#x{color:blue}", "<p id=x>x</p>")
                == "<p id=x style=\"color:red;color:red !important\">x</p>")
        #expect(
            Inlined.body("#x{color:blue!important}p{color:red !important}", "<p id=x>x</p>")
                == "<p id=x style=\"color:blue;color:blue !important\">x</p>")
    }

    @Test("A longhand after its shorthand stays, and a shorthand after its longhand takes its place")
    func shorthands() {
        #expect(
            Inlined.body("p{margin:4px}.a{margin-top:0}", "<p class=a>x</p>").contains("\"margin:4px;margin-top:0\""))
        #expect(Inlined.body("p{margin-top:0}.a{margin:4px}", "<p class=a>x</p>").contains("\"margin:4px\""))
        #expect(
            Inlined.body("p{border-top-color:red}.a{border-color:lime}.a{border-top:0}", "<p class=a>x</p>")
                .contains("\"border-color:lime;border-top:0\""))
        #expect(
            Inlined.body("p{margin:4px !important}.a{margin-top:0}", "<p class=a style='margin-left:1px'>x</p>")
                .contains("\"margin:4px;margin:4px !important\""))
        #expect(
            Inlined.body("p{margin-top:1px !important}", "<p style='margin:4px'>x</p>")
                .contains("\"margin:4px;margin-top:1px;margin-top:1px !important\""))
    }

    @Test("A fallback before a value that not every client understands is kept")
    func keepsFallbacks() {
        #expect(
            Inlined.body("p{background:#fff;background:linear-gradient(#fff,#000)}", "<p>x</p>")
                == "<p style=\"background:#fff;background:linear-gradient(#fff,#000)\">x</p>")
        #expect(
            Inlined.body("p{width:600px}.a{width:min(600px,100%)}", "<p class=a>x</p>")
                .contains("\"width:600px;width:min(600px,100%)\""))
    }

    @Test("A fallback after a value that every client understands is the only one that is kept")
    func dropsOverridden() {
        #expect(
            Inlined.body("p{background:linear-gradient(#fff,#000)}.a{background:#fff}", "<p class=a>x</p>")
                .contains("\"background:#fff\""))
    }

    @Test("A wrong value does not take the place of a right one")
    func wrongValues() {
        #expect(Inlined.body("p{color:red}.a{color:reed}", "<p class=a>x</p>").contains("\"color:red;color:reed\""))
    }

    @Test("The same declaration is written once")
    func repeated() {
        #expect(Inlined.body("p{display:flex}.a{display:flex}", "<p class=a>x</p>").contains("\"display:flex\""))
    }

    @Test("A value is written on one line, without comments, and with quotation marks that fit")
    func tidies() {
        #expect(
            Inlined.body("p{font:\n  italic/* c */12px\n  Arial}", "<p>x</p>")
                == "<p style=\"font:italic 12px Arial\">x</p>")
        #expect(Inlined.body("p{font-family:\"Segoe UI\"}", "<p>x</p>") == "<p style=\"font-family:'Segoe UI'\">x</p>")
        #expect(
            Inlined.body("p{content:\"it's\"}", "<p>x</p>") == "<p style=\"content:&quot;it's&quot;\">x</p>")
        #expect(Inlined.body("p{background:url(a?b&c)}", "<p>x</p>").contains("url(a?b&amp;c)"))
    }

    @Test("A style attribute's own entities, hacks and tags stay as they are")
    func ownBytes() {
        let html = Inlined.body(
            "p{margin:0}", "<p style=\"mso-line-height-rule:exactly;*zoom:1;{{ style }};color:{{ c }}\">x</p>")
        #expect(
            html == "<p style=\"margin:0;mso-line-height-rule:exactly;*zoom:1;{{ style }};color:{{ c }}\">x</p>")
        #expect(
            Inlined.body("p{margin:0}", "<p style='font-family:\"A B\"'>x</p>")
                == "<p style=\"margin:0;font-family:'A B'\">x</p>")
    }

    @Test("Entities stay in a style attribute with a mail tool's tag")
    func entitiesBesideTags() {
        #expect(
            Inlined.body("p{margin:0}", "<p style=\"background:url(a?b={{ c }}&amp;d=1);color:red\">x</p>")
                == "<p style=\"margin:0;background:url(a?b={{ c }}&amp;d=1);color:red\">x</p>")
    }

    @Test("A style attribute that no rule meets stays as it is")
    func untouched() {
        let html = "<style>b{color:red}</style><p style = 'color : red;;' >x</p><b>y</b>"
        #expect(Inlined.html(html).contains("<p style = 'color : red;;' >"))
    }

    @Test("A declaration with a string that does not end on its line is none, as browsers have it")
    func badString() {
        #expect(Inlined.body("p{content:\"a\n;color:red}", "<p>x</p>") == "<p style=\"color:red\">x</p>")
        #expect(Inlined.messages("<style>p{content:\"a\n;color:red}</style><p>x").contains("doesn't end on its line"))
    }

    @Test("What is open at the end of a stylesheet or of a style attribute takes nothing with it")
    func openEnds() {
        #expect(Inlined.html("<p>x</p><style>p{content:'a") == "<p style=\"content:'a'\">x</p>")
        #expect(
            Inlined.body("p{color:red !important}", "<p style=\"content:'a\">x</p>")
                == "<p style=\"content:'a';color:red;color:red !important\">x</p>")
        #expect(
            Inlined.html("<p class=a>x</p><style>.a{color:rgb(1,2,3</style><style>.a{top:0}</style>")
                == "<p class=a style=\"color:rgb(1,2,3);top:0\">x</p>")
    }

    @Test("Quotation marks of a mail tool's tag in a style attribute don't end it")
    func quotesInTags() {
        let html = "<style>p{font-family:'A'}</style><p style=\"{{ if eq .a \"b\" }}color:red{{ end }}\">x</p>"
        #expect(
            Inlined.html(html)
                == "<p style='font-family:&#39;A&#39;;{{ if eq .a \"b\" }}color:red{{ end }}'>x</p>")
    }
}
