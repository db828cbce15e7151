import Testing

@Suite("Rules that stay")
struct KeptRulesTests {
    @Test(
        "At-rules stay as they are",
        arguments: [
            "@import url(x.css);", "@font-face{font-family:x;src:url(a)}", "@keyframes k{to{top:0}}",
            "@media print{.z{color:red}}", "@supports (display:grid){.z{top:0}}", "@page{margin:0}",
            "@unknown x{y:z}", "@media screen{@media print{.z{top:0}}}",
        ])
    func atRules(css: String) {
        #expect(Inlined.kept(css + "p{color:red}", "<p>x</p>") == css)
    }

    @Test(
        "A rule of a state or of a part stays, and wins against what was put on the element, as it did before",
        arguments: [
            "a:hover", "a:visited", "a:focus", "a:active", "div a:not(:hover)", "a:has(img)", "a:focus-within",
        ])
    func states(selector: String) {
        #expect(
            Inlined.kept("a{color:lime}\(selector){color:red}", "<div><a href=x>x</a></div>")
                == "\(selector){color:red !important}")
    }

    @Test("A part that is no element competes with nothing")
    func parts() {
        #expect(Inlined.kept("p{color:lime}p::before{color:red}", "<p>x</p>") == "p::before{color:red}")
    }

    @Test("A rule under a condition stays important only where it used to win")
    func conditions() {
        #expect(
            Inlined.kept("p{color:lime}@media print{p{color:red;top:0}}", "<p>x</p>")
                == "@media print{p{color:red !important;top:0}}")
        #expect(
            Inlined.kept("@media print{p{color:red}}p{color:lime}", "<p>x</p>") == "@media print{p{color:red}}")
        #expect(
            Inlined.kept("@media print{.a{margin:0}}p{margin-top:1px}", "<p class=a>x</p>")
                == "@media print{.a{margin:0 !important}}", "a shorthand against a longhand")
    }

    @Test("A condition that is important already stays so, and what it wins against is not put above it")
    func importantConditions() {
        let css = "p{color:lime !important}@media print{p{color:red !important}}"
        #expect(Inlined.kept(css, "<p>x</p>").contains("@media print{p{color:red !important}}"))
        #expect(Inlined.body(css, "<p>x</p>") == "<p style=\"color:lime\">x</p>")
    }

    @Test("A style attribute that used to win against a rule that becomes important becomes important too")
    func defends() {
        let css = "p{color:lime}@media print{p{color:red}}"
        #expect(
            Inlined.body(css, "<p>x</p><p style='color:blue'>y</p>")
                == "<p style=\"color:lime\">x</p><p style=\"color:blue;color:blue !important\">y</p>")
    }

    @Test("What an important declaration that is left in the stylesheet used to win against is left there too")
    func demotes() {
        let css = "p{font-size:9px !important;font:12px Arial !important}@media print{.a{font-family:X !important}}"
        #expect(Inlined.body(css, "<p class=a>x</p>") == "<p class=a style=\"font-size:9px;font:12px Arial\">x</p>")
        #expect(Inlined.kept(css, "<p class=a>x</p>").contains("font-size:9px !important;font:12px Arial !important"))
    }

    @Test("What becomes important with a shorthand doesn't win against longhands that used to win")
    func defendsLonghands() {
        let css =
            "@media print{p{line-height:2}}p{line-height:1}.a{font:12px Arial}.a{font-size:9px}"
            + "p{line-height:3}@media print{p{line-height:4}}"
        #expect(
            Inlined.body(css, "<p class=a style='font-family:X'>x</p>").contains(
                "font:12px Arial !important;font-size:9px !important;font-family:X !important"))
    }

    @Test("Rules that wait for what a client adds stay, as strong as they were")
    func clientHooks() {
        #expect(
            Inlined.kept("p{color:lime}[data-ogsc] p{color:red}", "<p>x</p>") == "[data-ogsc] p{color:red !important}")
        #expect(Inlined.kept("p{color:lime}.later{top:0}", "<p>x</p>") == ".later{top:0}")
        #expect(
            Inlined.kept("p{color:lime}u + .body p{color:red}", "<p>x</p>") == "u + .body p{color:red !important}")
        #expect(
            Inlined.kept("p{color:lime}.a .b p{color:red}", "<div class=a><p>x</p></div>") == ".a .b p{color:red}")
    }

    @Test("What matches nothing may be left out, but not what waits for an attribute")
    func dropped() {
        let css = "p{color:lime}.later p,h1{color:red}[data-ogsc] p,.x[y]{color:red}@media print{.z{top:0}}"
        #expect(
            Inlined.kept(css, "<p>x</p>") { $0.keepsUnmatched = false }
                == "[data-ogsc] p,.x[y]{color:red !important}\n@media print{.z{top:0}}")
    }

    @Test("Of a list only the selectors stay that can't be put on elements")
    func lists() {
        #expect(Inlined.kept("a,a:hover,.z{color:red}", "<a>x</a>") == "a:hover,.z{color:red}")
    }

    @Test("A rule for an element that has no tag stays, and is not put on others again")
    func madeUp() {
        let css = "tbody,p{color:red}"
        #expect(
            Inlined.kept(css, "<table><tr><td>x</table><p>y</p>") == "@media all{tbody,p{color:red}}"
                || Inlined.kept(css, "<table><tr><td>x</table><p>y</p>") == "@media all{tbody{color:red}}")
    }

    @Test("A rule with selectors that browsers don't know stays as it is, with a warning")
    func unknown() {
        #expect(Inlined.kept("p:bogus{color:red}p{top:0}", "<p>x</p>") == "p:bogus{color:red}")
        #expect(
            Inlined.messages("<style>\np:bogus{color:red}</style><p>x").contains(
                "mail.html:2:3: warning: this selector"))
    }

    @Test("A stylesheet for some media stays with its element")
    func media() {
        let html = "<style media=\"print\">p{color:red}</style><p>x</p>"
        #expect(Inlined.html(html) == html)
        #expect(
            Inlined.html("<style>p{color:lime}</style><style media=print>p{color:red}</style><p>x</p>")
                == "<style media=print>p{color:red !important}</style><p style=\"color:lime\">x</p>")
        #expect(Inlined.html("<style media=all>p{color:red}</style><p>x") == "<p style=\"color:red\">x")
    }

    @Test("An import after other rules is gone with them, since browsers would begin to load it")
    func lateImport() {
        #expect(Inlined.kept("p{color:red}@import 'a.css';.z{top:0}", "<p>x</p>") == ".z{top:0}")
        #expect(Inlined.messages("<style>p{top:0}@import 'a';</style><p>x").contains("comes after other rules"))
        #expect(
            Inlined.kept("@charset 'utf-8';@import 'a';@layer b;@import 'c';p{top:0}", "<p>x</p>")
                == "@charset 'utf-8';\n@import 'a';\n@layer b;\n@import 'c';")
    }

    @Test("A style element of which nothing stays is gone with its line")
    func emptyStyle() {
        #expect(Inlined.html("<b>\n  <style>\n  p{top:0}\n  </style>\n<p>x</p>") == "<b>\n<p style=\"top:0\">x</p>")
        #expect(Inlined.html("<style></style><p>x") == "<style></style><p>x")
    }

    @Test("A style element among others stays where a rule counts it as a sibling")
    func countedStyle() {
        #expect(
            Inlined.body("", "<i><style>style+p{top:0}</style><p>x</i>") == "<i><style></style><p style=\"top:0\">x</i>"
        )
        let once = Inlined.html("<html><body><style>style+p{top:0}</style><p>x")
        #expect(once.contains("<style></style>") && Inlined.html(once) == once)
        #expect(Inlined.body("", "<i><style>p{top:0}</style><p>x</i>") == "<i><p style=\"top:0\">x</i>")
    }

    @Test("A rule in a layer loses to one outside of layers and is not made stronger")
    func layers() {
        #expect(
            Inlined.kept("p{color:lime}@layer a{#x{color:red}}", "<p id=x>x</p>") == "@layer a{#x{color:red}}")
    }

    @Test("A rule with rules inside stays as a whole")
    func nesting() {
        let css = "p{color:red;& b{top:0}}"
        #expect(Inlined.kept(css, "<p>x<b>y</b></p>") == css)
    }
}
