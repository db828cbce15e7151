import Markup
import TestSupport
import Testing

@testable import Newsletter

@Suite("How an issue is laid out")
struct LayoutTests {
    private static let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"600\"/>"

    @Test("A button is one that Outlook draws and one for everybody else, with the same link and words")
    func button() throws {
        let html = try issue("::button[Ask & answer]{url=../pages/index.md}").html
        let outlook = try #require(
            html.firstMatch(of: /<!--\[if mso\]><v:roundrect href="([^"]+)".*?>([^<>]+)<\/center>/))
        let others = try #require(
            html.firstMatch(
                of: /<!--\[if !mso\]><!--><a class="button" href="([^"]+)"[^>]*>([^<]+)<\/a><!--<!\[endif\]-->/))
        #expect(outlook.output.1 == others.output.1 && outlook.output.1 == "https://oak.example/")
        #expect(outlook.output.2 == others.output.2 && outlook.output.2 == "Ask &amp; answer")
    }

    @Test("A picture is never wider than its room, and keeps its proportion")
    func pictures() throws {
        let body = """
            ![a](../images/wide.svg)

            ::::row
            :::column
            ![b](../images/wide.svg)
            :::
            :::column
            text
            :::
            ::::
            """
        let tree = try MarkupTree.parseHTML(issue(body, files: ["images/wide.svg": Self.picture]).html)
        #expect(try tree.attributes("width", of: "//img") == ["544", "260"])
        #expect(try tree.attributes("height", of: "//img") == ["272", "130"])
    }

    @Test(
        "Fitting a size never makes it larger, nor less than a pixel high", arguments: [(10, 20), (545, 1), (4_000, 3)])
    func fitted(width: Int, height: Int) {
        let size = MailMarkup.fitted(width: width, height: height, into: 544)
        #expect(size.width <= min(width, 544) && size.height <= height && size.height >= 1)
    }

    @Test("Outlook's button grows by a line where its words need one")
    func buttonSize() {
        #expect(IssueBody.buttonSize("Ask", room: 544) == (82, 44))
        #expect(IssueBody.buttonSize(String(repeating: "a", count: 49), room: 544) == (542, 44))
        #expect(IssueBody.buttonSize(String(repeating: "a", count: 50), room: 544) == (544, 64))
        #expect(IssueBody.buttonSize(String(repeating: "a", count: 50), room: 260) == (260, 84))
        #expect(IssueBody.buttonSize("", room: 260).height == 44)
    }

    @Test("Columns stand beside each other in Outlook by a table, and elsewhere where there is room for both")
    func columns() throws {
        let html = try issue("::::row\n:::column\nA\n:::\n:::column\nB\n:::\n::::").html
        let columns = try MarkupTree.parseHTML(html).xpath("//div[starts-with(@class, 'column')]")
        #expect(columns.count == 2)
        for column in columns {
            #expect(column[attribute: "style"]?.hasPrefix("display:inline-block;width:100%;max-width:260px") == true)
        }
        #expect(html.ranges(of: "width=\"50%\"").count == 2)
    }

    @Test("A table of many columns is told from one of few, and notes are no section without a heading")
    func tablesAndNotes() throws {
        let body =
            "| a | b |\n|---|---|\n| 1 | 2 |\n\n| a | b | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n\nText[^1].\n\n[^1]: Note."
        let tree = try MarkupTree.parseHTML(issue(body).html)
        #expect(try tree.attributes("class", of: "//table[.//th and not(@role)]") == ["data", "data wide"])
        #expect(try tree.xpath("//section").isEmpty && tree.xpath("//div[@class='footnotes']//li").count == 1)
    }

    @Test("What an inbox shows is filled up, and nothing is added to a preheader that fills it")
    func padding() {
        #expect(IssueValues.padding(after: String(repeating: "x", count: 149)) == "&#847;&zwnj;&nbsp;")
        #expect(IssueValues.padding(after: String(repeating: "x", count: 400)).isEmpty)
    }

    @Test("An issue in Spanish says so, with the words around it in Spanish")
    func language() throws {
        let (html, text) = try issue("Texto.", matter: "subject: Hola\npreheader: Dentro.\nlanguage: es")
        #expect(html.contains("<html lang=\"es\"") && html.contains("Cancelar la suscripción"))
        #expect(text.contains("Oak Letter, número 1, 1 de enero de 2026"))
    }

    @Test("Without the stylesheet, everything is still laid out and colored")
    func withoutStylesheet() throws {
        let html = try issue("## Heading\n\n::button[Go]{url=../pages/index.md}").html
        let bare = html.replacing(/<style>(.|\n)*?<\/style>/, with: "")
        let tree = try MarkupTree.parseHTML(bare)
        for expression in ["//h1", "//h2", "//a[@class='button']", "//td[@class='content']", "//td[@class='masthead']"]
        {
            #expect(try tree.attributes("style", of: expression).allSatisfy { $0.contains("color:") }, "\(expression)")
        }
        #expect(try tree.xpath("//table[@bgcolor='#ffffff']").count == 1)
    }
}
