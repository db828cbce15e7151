import Testing

@Suite("The tree of a document")
struct TreeTests {
    /// The elements that a selector matches, by their ids.
    private func matched(_ selector: String, _ html: String) -> [String] {
        let inlined = Inlined.html("<!DOCTYPE html><html><head><style>\(selector){top:0}</style></head><body>\(html)")
        return inlined.split(separator: "<").filter { $0.contains("style=\"top:0\"") }.map { tag in
            String(tag.split(separator: "id=")[1].prefix { $0 != " " && $0 != ">" })
        }
    }

    @Test("Paragraphs and items end where the next one begins")
    func impliedEnds() {
        #expect(matched("p+p", "<p id=a>x<p id=b>y") == ["b"])
        #expect(matched("p>div", "<p>x<div id=a>y</div>") == [])
        #expect(matched("ul>li", "<ul><li id=a>x<li id=b>y<ul><li id=c></ul><li id=d></ul>") == ["a", "b", "c", "d"])
        #expect(matched("dl>dd", "<dl><dt>x<dd id=a>y<dt>z<dd id=b></dl>") == ["a", "b"])
        #expect(matched("select>option", "<select><option id=a>x<option id=b>y</select>") == ["a", "b"])
        #expect(matched("div>h2", "<div><h1>x<h2 id=a>y</h2></div>") == ["a"])
        #expect(matched("a a", "<a id=a>x<a id=b>y") == [])
    }

    @Test("An end tag without a paragraph makes an empty one")
    func lonelyEnd() {
        #expect(matched("p+b", "</p><b id=a>x</b>") == ["a"])
        #expect(matched("div+b", "</div><b id=a>x</b>") == [], "other end tags without a start are nothing")
    }

    @Test("A table is given its body and its rows")
    func tables() {
        #expect(matched("table>tbody>tr>td", "<table><tr><td id=a>x</table>") == ["a"])
        #expect(matched("table>tr", "<table><tr id=a><td>x</table>") == [])
        #expect(matched("tbody>tr>td", "<table><td id=a>x<td id=b>y</table>") == ["a", "b"])
        #expect(matched("thead+tbody td", "<table><thead><tr><th>h<tbody><tr><td id=a>x</table>") == ["a"])
        #expect(matched("tr+tr", "<table><tr><td>x<tr id=a><td>y</table>") == ["a"])
        #expect(matched("colgroup>col", "<table><col id=a><tr><td>x</table>") == ["a"])
        #expect(matched("td td", "<table><tr><td><table><tr><td id=a>x</table></table>") == ["a"])
        #expect(matched("td>p", "<table><tr><td><p id=a>x</table>") == ["a"])
    }

    @Test("Inline styles may be left in another order than they were begun")
    func misnesting() {
        #expect(matched("b>i", "<b>x<i id=a>y</b>z</i>") == ["a"])
        #expect(matched("p>b", "<p><b id=a>x</p>") == ["a"])
        #expect(matched("body>em", "<b><i>x</b></i><em id=a>y</em>") == ["a"])
    }

    @Test("Text is the content of scripts, titles and the like, whatever is in it")
    func rawText() {
        #expect(matched("p", "<script>'<p id=a>'</script><p id=b>x") == ["b"])
        #expect(matched("p", "<textarea><p id=a></textarea><p id=b>x") == ["b"])
        #expect(matched("p", "<title></p></title ><p id=b>x") == ["b"])
        #expect(matched("p", "<script></scripty><p id=a></script><p id=b>") == ["b"])
        #expect(matched("p", "<textarea><p id=a>never closed") == [])
    }

    @Test("Elements without content hold nothing")
    func voidElements() {
        #expect(matched("img+b", "<img><b id=a>x</b>") == ["a"])
        #expect(matched("br>b", "<br><b id=a>x</b></br>") == [])
        #expect(matched("b>i", "<b/><i id=a>x</i>") == ["a"], "a slash ends nothing in HTML")
        #expect(matched("svg>path+path", "<svg><path/><path id=a /></svg>") == ["a"], "but in a drawing")
    }

    @Test("A drawing ends where a paragraph begins")
    func drawings() {
        #expect(matched("svg p", "<svg><g><p id=a>x") == [])
        #expect(matched("foreignObject>p", "<svg><foreignObject><p id=a>x</p></foreignObject></svg>") == ["a"])
    }

    @Test("Head and body are made up where they are missing, and the head is never shown")
    func frames() {
        #expect(
            Inlined.html("<!DOCTYPE html><style>body>p{top:0}</style><p>x") == "<!DOCTYPE html><p style=\"top:0\">x")
        #expect(!Inlined.html("<head><title>x</title><meta a><style>*{top:0}</style></head>").contains("style=\""))
        #expect(
            Inlined.html("<html><head><style>html,body{top:0}</style></head><body>x")
                == "<html style=\"top:0\"><head></head><body style=\"top:0\">x")
    }

    @Test("Without a doctype, classes are the same in capital letters, and paragraphs hold tables")
    func quirks() {
        #expect(Inlined.html("<html><style>.A{top:0}</style><p class=a>x").contains("style=\"top:0\""))
        #expect(!Inlined.html("<!DOCTYPE html><style>.A{top:0}</style><p class=a>x").contains("style=\""))
        #expect(Inlined.html("<html><style>p>table{top:0}</style><p>x<table>").contains("<table style=\"top:0\">"))
        #expect(!Inlined.html("<!DOCTYPE html><style>p>table{top:0}</style><p>x<table>").contains("style=\""))
    }

    @Test("Comments, and mail tools' tags that are cut off, are no elements")
    func nothing() {
        #expect(matched("p", "<!-- <p id=a> --><p id=b>") == ["b"])
        #expect(matched("p", "{{ <p id=a>") == ["a"], "a tag that never ends is none")
        #expect(matched("b", "<p id=x>a < b <b id=a>") == ["a"])
        #expect(matched("p", "<p id=a") == [])
    }

    @Test("An attribute that is given twice counts the first time")
    func repeatedAttributes() {
        #expect(matched(".a", "<p id=x class=a class=b>") == ["x"])
        #expect(matched(".b", "<p id=x class=a class=b>") == [])
    }

    @Test("Entities in attributes are what they stand for")
    func entities() {
        #expect(matched("[title='a&b\"']", "<p id=x title='a&amp;b&#34;'>") == ["x"])
        #expect(matched(".a\\<b", "<p class='a&lt;b' id=x>") == ["x"])
        #expect(matched("[title='&unknown;']", "<p id=x title='&unknown;'>") == ["x"])
    }
}
