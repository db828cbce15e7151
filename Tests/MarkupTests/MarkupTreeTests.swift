import TestSupport
import Testing

@testable import Markup

@Suite("Trees of HTML")
struct HTMLTreeTests {
    @Test("Elements are found by XPath, in the order of the document")
    func xpath() throws {
        let tree = try MarkupTree.parseHTML("<ul><li class=a>1<li>2</ul><p class=a>3 <b>4</b></p>")
        #expect(try tree.xpath("//li | //p").map(\.text) == ["1", "2", "3 4"])
        #expect(try tree.xpath("//*[@class='a']").map(\.name) == ["li", "p"])
        #expect(try tree.xpath("//nav").isEmpty)
        #expect(try tree.xpath("count(//li)").isEmpty)
        #expect(try tree.xpath("//@class | //text()").isEmpty)
        #expect(throws: MarkupError.self) { try tree.xpath("//li[") }
    }

    @Test("A node knows its parent, its children and its text")
    func nodes() throws {
        let tree = try MarkupTree.parseHTML("<div>a<p>b <i>&amp;</i></p><!-- c --><br>d</div>")
        let div = try #require(try tree.xpath("//div").first)
        #expect(div.children.map(\.name) == ["p", "br"])
        #expect(div.text == "ab &d")
        #expect(div.parent?.name == "body")
        #expect(tree.root?.name == "html")
        #expect(tree.root?.parent == nil)
    }

    @Test("Attributes are read, set and taken away, whatever their text")
    func attributes() throws {
        let tree = try MarkupTree.parseHTML("<p title='a &amp; b' hidden>x</p>", isFragment: true)
        let node = try #require(try tree.xpath("//p").first)
        #expect(node[attribute: "title"] == "a & b")
        #expect(node[attribute: "hidden"] == "")
        #expect(node[attribute: "class"] == nil)
        node[attribute: "title"] = "\"é\" <&amp;> 'x'"
        #expect(node[attribute: "title"] == "\"é\" <&amp;> 'x'")
        node[attribute: "hidden"] = nil
        node[attribute: "none"] = nil
        node[attribute: "lang"] = "en"
        #expect(tree.html() == "<p title=\"&quot;é&quot; <&amp;amp;> 'x'\" lang=\"en\">x</p>")
    }

    @Test("What is removed is gone, and the rest stays")
    func removing() throws {
        let tree = try MarkupTree.parseHTML("<p>a<b>b</b>c</p>", isFragment: true)
        for node in try tree.xpath("//b") { node.remove() }
        #expect(tree.html() == "<p>ac</p>")
    }

    @Test("A node keeps its tree alive")
    func lifetime() throws {
        func node() throws -> MarkupNode? { try MarkupTree.parseHTML("<p>kept</p>").xpath("//p").first }
        #expect(try node()?.text == "kept")
    }

    @Test("Text is UTF-8, whatever the document says of itself, and control characters lose nothing after them")
    func characters() throws {
        let tree = try MarkupTree.parseHTML("<meta charset=\"iso-8859-1\"><p>é 学 🏫 a\u{1}b\0c\u{FFFE}d</p><p>end</p>")
        let texts = try tree.xpath("//p").map(\.text)
        #expect(texts.first?.hasPrefix("é 学 🏫 a") == true)
        #expect(texts.first?.hasSuffix("d") == true)
        #expect(texts.last == "end")
    }

    @Test("A text of nothing is a tree of nothing", arguments: ["", " ", "\n"])
    func empty(text: String) throws {
        #expect(try MarkupTree.parseHTML(text).root?.name == nil)
        #expect(try MarkupTree.parseHTML(text).html().isEmpty)
        #expect(try MarkupTree.parseHTML(text, isFragment: true).root?.children.map(\.name) == ["body"])
    }

    @Test("A NUL becomes a replacement character")
    func nul() throws {
        #expect(try MarkupTree.parseHTML("a\0b", isFragment: true).html() == "a\u{FFFD}b")
    }

    @Test("A hundred thousand levels lose nothing and overflow no stack")
    func depth() throws {
        let (open, close) = (String(repeating: "<div>", count: 100_000), String(repeating: "</div>", count: 100_000))
        let text = open + "deep" + close + "<p>after</p>"
        let tree = try MarkupTree.parseHTML(text, isFragment: true)
        #expect(tree.root?.text == "deepafter")
        #expect(tree.html() == text)
    }

    @Test("Trees of many threads do not meet")
    func threads() async {
        let texts = await withTaskGroup(of: String?.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let tree = try? MarkupTree.parseHTML("<p id=\"\(number)\">\(number)</p>", isFragment: true)
                    _ = try? tree?.xpath("//p[")
                    return try? tree?.xpath("//p[@id='\(number)']").first?.text
                }
            }
            return await group.reduce(into: Set<String?>()) { $0.insert($1) }
        }
        #expect(texts.count == 200)
    }
}

@Suite("Trees of XML")
struct XMLTreeTests {
    /// What libxml2 or we say against a text.
    func mistake(_ text: String) throws -> MarkupError {
        try #require(#expect(throws: MarkupError.self) { try MarkupTree.parseXML(text) })
    }

    @Test("Elements are found by their namespaces")
    func namespaces() throws {
        let tree = try MarkupTree.parseXML(
            "<feed xmlns='urn:f' xmlns:m='urn:m'><m:entry>1</m:entry><entry>2</entry></feed>")
        #expect(try tree.xpath("//f:entry", namespaces: ["f": "urn:f"]).map(\.text) == ["2"])
        #expect(try tree.xpath("//x:entry", namespaces: ["x": "urn:m"]).map(\.name) == ["m:entry"])
        #expect(throws: MarkupError.self) { try tree.xpath("//unknown:entry") }
    }

    @Test("CDATA and character references are text")
    func text() throws {
        #expect(try MarkupTree.parseXML("<a>&lt;<![CDATA[<b>&]]>&#233;</a>").root?.text == "<<b>&é")
    }

    @Test(
        "XML that is not well formed is told at its line",
        arguments: [
            ("<a>\n<b>\n</a>", 3), ("<a>\n\n&nbsp;</a>", 3), ("<a>", 1), ("<a/>\n<b/>", 2), ("<a x=1/>", 1),
            ("<a>\n\u{1}</a>", 2), ("\n\n", 3),
        ])
    func malformed(text: String, line: Int) throws {
        let error = try mistake(text)
        #expect(error.line == line)
        #expect(!error.message.isEmpty && !error.message.contains("\n"))
    }

    @Test("Empty text is no XML")
    func empty() throws {
        #expect(try mistake("").line == 1)
    }

    @Test("A file that an entity names is never read")
    func externalEntities() throws {
        let folder = try TemporaryFolder(["secret.txt": "very secret", "x.dtd": "<!ENTITY e 'from the DTD'>"])
        let url = "file://\(folder.path)"
        #expect(try mistake("<!DOCTYPE a [\n<!ENTITY e SYSTEM '\(url)/secret.txt'>]>\n<a>&e;</a>").line == 2)
        #expect(
            try mistake("<!DOCTYPE a [<!ENTITY % p SYSTEM '\(url)/x.dtd'> %p;]><a>&e;</a>").message.contains("secret")
                == false)
        let attribute = try MarkupTree.parseXML("<!DOCTYPE a SYSTEM '\(url)/x.dtd'><a b='&e;'/>").root?[attribute: "b"]
        #expect(attribute?.contains("DTD") != true)
        let include =
            "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='\(url)/secret.txt' parse='text'/></a>"
        #expect(try MarkupTree.parseXML(include).root?.text == "")
        let html = try MarkupTree.parseHTML("<!DOCTYPE html [<!ENTITY e SYSTEM '\(url)/secret.txt'>]><p>&e;</p>")
        #expect(!html.html().contains("very secret"))
    }

    @Test("A DTD that is named only is not loaded")
    func externalDTD() throws {
        let folder = try TemporaryFolder(["x.dtd": "<!ATTLIST a b CDATA 'from the DTD'>"])
        let tree = try MarkupTree.parseXML("<!DOCTYPE a SYSTEM 'file://\(folder.path)/x.dtd'><a/>")
        #expect(tree.root?[attribute: "b"] == nil)
    }

    @Test("Entities that stand for ever more text are refused, in text and in attributes")
    func billionLaughs() throws {
        let entities = (1..<30).map { "<!ENTITY l\($0) '&l\($0 - 1);&l\($0 - 1);&l\($0 - 1);&l\($0 - 1);'>" }
        let type = "<!DOCTYPE a [\n<!ENTITY l0 'ha'>\n\(entities.joined(separator: "\n"))]>"
        _ = try mistake(type + "<a>&l29;</a>")
        _ = try mistake(type + "<a b='&l29;'/>")
        #expect(try mistake("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>").message == "entities may not be declared")
    }

    @Test("XML nested without end is an error, not a crash")
    func depth() throws {
        let error = try mistake(String(repeating: "<a>", count: 100_000))
        #expect(error.message.contains("depth"))
    }
}
