import Testing

@Suite("Custom properties")
struct CustomPropertyTests {
    @Test("A value is put in where it is used, and the property is gone")
    func resolves() {
        #expect(
            Inlined.html("<html><style>html{--a:red}p{color:var(--a);margin:0 var(--a)}</style><p>x")
                == "<html><p style=\"color:red;margin:0 red\">x")
    }

    @Test("The nearest ancestor's value counts, and a style attribute's own before a rule's")
    func inherits() {
        let css = "div{--a:red}.b{--a:blue}p{color:var(--a)}"
        #expect(
            Inlined.body(css, "<div><p>x</p><div class=b><p>y</p></div><p style='--a:lime'>z</p></div>").contains(
                "<p style=\"color:red\">x</p><div class=b><p style=\"color:blue\">y</p></div>"))
        #expect(Inlined.body(css, "<div><p style='--a:lime'>z</p></div>").contains("color:lime"))
    }

    @Test("Without a value the fallback counts, and without that the declaration stays as it is")
    func fallbacks() {
        #expect(Inlined.body("p{color:var(--a, teal)}", "<p>x</p>") == "<p style=\"color:teal\">x</p>")
        #expect(Inlined.body("p{color:var(--a, var(--b, rgb(1, 2, 3)))}", "<p>x</p>").contains("rgb(1, 2, 3)"))
        #expect(Inlined.body("p{margin:var(--a,)}", "<p>x</p>").contains("margin:"))
        #expect(Inlined.body("p{color:var(--a)}", "<p>x</p>") == "<p style=\"color:var(--a)\">x</p>")
    }

    @Test("Properties may use each other, and those that need themselves have no value")
    func circles() {
        #expect(Inlined.body("p{--a:var(--b);--b:red;color:var(--a)}", "<p>x</p>").contains("color:red"))
        #expect(
            Inlined.body("p{--a:var(--b);--b:var(--a);color:var(--a,lime)}", "<p>x</p>").contains("color:lime"))
        #expect(Inlined.body("p{--a:var(--a);color:var(--a,lime)}", "<p>x</p>").contains("color:lime"))
    }

    @Test("A value that grows without bounds is none")
    func growth() {
        let steps = (1...40).map { "--a\($0):var(--a\($0 - 1)) var(--a\($0 - 1))" }.joined(separator: ";")
        #expect(Inlined.body("p{--a0:xxxxxxxxxx;\(steps);color:var(--a40,red)}", "<p>x</p>").contains("color:red"))
    }

    @Test("Where rules that stay set or use a property, it stays with the value beside it as a fallback")
    func keeps() {
        let html = Inlined.html(
            "<html><style>html{--a:red}p{color:var(--a)}@media print{html{--a:#000}}</style><p>x")
        #expect(html.contains("<p style=\"color:red;color:var(--a)\">"))
        #expect(html.contains("@media all{html{--a:red}}\n@media print{html{--a:#000}}"))
    }

    @Test("A value with a block or a semicolon is none of an ordinary property")
    func invalid() {
        #expect(Inlined.body("p{--a:{b:c};color:var(--a)}", "<p>x</p>") == "<p style=\"color:var(--a)\">x</p>")
        #expect(Inlined.body("p{color:var(--a, b;c)}", "<p>x</p>") == "<p style=\"color:var(--a, b;c)\">x</p>")
        #expect(
            Inlined.body("p{--a:url(data:x;y);background:var(--a)}", "<p>x</p>").contains("background:url(data:x;y)"))
    }

    @Test("Names of custom properties are not the same in capital letters")
    func letters() {
        #expect(Inlined.body("p{--A:red;color:var(--a,lime)}", "<p>x</p>").contains("color:lime"))
    }
}
