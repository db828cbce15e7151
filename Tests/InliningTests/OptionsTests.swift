import Diagnostics
import Inlining
import Testing

@Suite("Options of inlining")
struct OptionsTests {
    @Test("Stylesheets of files come after those of the document, and what stays of them goes to the head")
    func files() {
        let html = Inlined.html("<html><head><style>p{color:red}</style></head><body><p>x") {
            $0.stylesheets = [
                SourceFile(path: "a.css", text: "p{color:blue}a:hover{top:0}"),
                SourceFile(path: "b.css", text: ".z{top:0}"),
            ]
        }
        #expect(
            html == "<html><head><style>\na:hover{top:0}\n</style>\n<style>\n.z{top:0}\n</style>\n</head>"
                + "<body><p style=\"color:blue\">x")
    }

    @Test("What stays of a file goes before the first element of a fragment")
    func filesOfFragments() {
        let html = Inlined.html("words <p>x") { $0.stylesheets = [SourceFile(path: "a.css", text: "p:hover{top:0}")] }
        #expect(html == "words <style>\np:hover{top:0}\n</style>\n<p>x")
    }

    @Test("A stylesheet of a file can't end its element")
    func endTag() {
        let html = Inlined.html("<p>x") { $0.stylesheets = [SourceFile(path: "a.css", text: ".z{content:'</style>'}")] }
        #expect(html == "<style>\n.z{content:'<\\/style>'}\n</style>\n<p>x")
    }

    @Test("A problem of a file is told at its line")
    func fileProblems() {
        var options = Inliner.Options()
        options.stylesheets = [SourceFile(path: "a.css", text: "p{top:0}\nb{left 0}")]
        var log = DiagnosticLog()
        _ = Inliner(options: options).inline(SourceFile(path: "mail.html", text: "<style>i{top 0}</style>"), log: &log)
        #expect(log.text.contains("a.css:2:3: warning") && log.text.contains("mail.html:1:10: warning"))
    }

    @Test("All rules may stay in the stylesheet too")
    func keepsStyle() {
        let html = "<style>p { color:red } b{top:0}</style><p>x"
        #expect(
            Inlined.html(html) { $0.keepsStyle = true }
                == "<style>p { color:red } b{top:0}</style><p style=\"color:red\">x")
        #expect(
            Inlined.html("<style>a{top:0}a:hover{top:1px}</style><a>x") { $0.keepsStyle = true }
                == "<style>a{top:0}a:hover{top:1px !important}</style><a style=\"top:0\">x")
    }

    @Test("Classes and ids that nothing asks for are taken away")
    func removesAttributes() {
        let css = "<style>.a{color:red}.b:hover{top:0}</style>"
        #expect(
            Inlined.html(css + "<p class=\"a b c\" id=x>x</p><a href=\"#y\" id=\"y\" class=\"a\">z</a>") {
                $0.removesAttributes = true
            } == "<style>\n.b:hover{top:0}\n</style><p class=\"b\" style=\"color:red\">x</p>"
                + "<a href=\"#y\" id=\"y\" style=\"color:red\">z</a>")
        #expect(
            Inlined.html("<p class=\"{{ c }}\" id='*|X|*'>x") { $0.removesAttributes = true }
                == "<p class=\"{{ c }}\" id='*|X|*'>x", "a mail tool may put the name in")
        #expect(
            Inlined.html("<style>[class~=k]:hover{top:0}</style><p class=k>x") { $0.removesAttributes = true }
                .contains("class=k"))
        #expect(
            Inlined.html("<p class=k>x<!--[if mso]><style>.k{top:0}</style><![endif]-->") {
                $0.removesAttributes = true
            }
            .contains("class=k"))
        #expect(
            Inlined.html("<label for=f>x</label><td headers='h'><i id=f></i><i id=h></i><i id=n></i>") {
                $0.removesAttributes = true
            } == "<label for=f>x</label><td headers='h'><i id=f></i><i id=h></i><i></i>")
    }

    @Test(
        "Addresses are meant from the base (RFC 3986, section 5.4)",
        arguments: [
            ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
            ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("g#s", "http://a/b/c/g#s"),
            (";x", "http://a/b/c/;x"), ("g;x=1/./y", "http://a/b/c/g;x=1/y"), (".", "http://a/b/c/"),
            ("..", "http://a/b/"), ("../g", "http://a/b/g"), ("../../../g", "http://a/g"), ("g:h", "g:h"),
            ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"),
            ("./../g", "http://a/b/g"), ("g?y/./x", "http://a/b/c/g?y/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
        ])
    func baseURL(reference: String, expected: String) {
        let html = Inlined.html("<a href=\"\(reference)\">x") { $0.baseURL = "http://a/b/c/d;p?q" }
        #expect(html == "<a href=\"\(expected)\">x")
    }

    @Test(
        "Addresses with mail tools' tags keep every byte of these",
        arguments: [
            ("a b?x={{ y }}", "https://e.org/n/a b?x={{ y }}"), ("{{ url }}/a", "{{ url }}/a"), ("*|URL|*", "*|URL|*"),
            ("a/{{ b }}/../c", "https://e.org/n/a/{{ b }}/../c"),
            ("a?b=1&amp;c=*|ID|*", "https://e.org/n/a?b=1&amp;c=*|ID|*"),
            ("mailto:a@b", "mailto:a@b"), ("#top", "#top"), ("", ""), ("[unsubscribe]", "[unsubscribe]"),
        ])
    func baseURLAndTags(reference: String, expected: String) {
        let html = Inlined.html("<a href=\"\(reference)\">x") { $0.baseURL = "https://e.org/n/" }
        #expect(html == "<a href=\"\(expected)\">x")
    }

    @Test("Pictures and backgrounds, also in styles, are meant from the base")
    func otherAddresses() {
        let html = Inlined.html(
            "<style>p{background:url( 'a.png' )}</style><p>x<img src=i.png><table background=b.png style=\"background:url(c.png)\">"
        ) { $0.baseURL = "https://e.org" }
        #expect(
            html == "<p style=\"background:url( 'https://e.org/a.png' )\">x<img src=https://e.org/i.png>"
                + "<table background=https://e.org/b.png style=\"background:url(https://e.org/c.png)\">")
    }

    @Test("A base that is no address changes nothing", arguments: ["", "a", "mailto:a@b", "https://", "https:///a"])
    func noBase(base: String) {
        #expect(Inlined.html("<a href=b>") { $0.baseURL = base } == "<a href=b>")
    }

    @Test("A link to a stylesheet is told")
    func links() {
        #expect(
            Inlined.messages("<link REL='x StyleSheet' href=a.css>").contains("mail.html:1:1: warning: this stylesheet")
        )
        #expect(Inlined.messages("<link rel=icon href=a.png>") == "")
    }
}
