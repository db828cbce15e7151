import TestSupport
import Testing

@testable import PDF

@Suite(
    "Tags that WeasyPrint leaves out",
    .enabled(if: RealEngine.isInstalled, "WeasyPrint is not installed; Scripts/setup --pdf does it"))
struct TagTests {
    private static func contents(_ body: String, style: String = "") throws -> RealEngine.Contents {
        let html = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>T</title><style>
            @page { size: Letter; @top-left { content: "Running" } @bottom-right { content: counter(page) } }
            body { font-family: "Noto Sans" } \(style)
            </style></head><body><h1>T</h1>\(body)</body></html>
            """
        return try RealEngine.read(PDFPrinter().print(html, name: "a"))
    }

    private static func table(rows: Int) -> String {
        "<table><thead><tr><th>Item</th><th>Share</th><th>Change</th></tr></thead><tbody>"
            + (0..<rows).map { "<tr><th>Row \($0)</th><td>\($0) %</td><td>same</td></tr>" }.joined()
            + "</tbody></table>"
    }

    @Test("Header cells say whether they head a column or a row, and data cells name headers that there are")
    func scopes() throws {
        let contents = try Self.contents(Self.table(rows: 4))
        #expect(contents.scopes == Array(repeating: "/Column", count: 3) + Array(repeating: "/Row", count: 4))
        #expect(contents.namesHeaders)
    }

    @Test("In a table with more headers than data only the columns have headers")
    func fewRows() throws {
        let contents = try Self.contents(Self.table(rows: 1))
        #expect(contents.scopes == ["/Column", "/Column", "/Column"] && contents.namesHeaders)
        #expect(contents.families.contains(["/TR", "/TD", "/TD", "/TD"]))
    }

    @Test("A table over several pages is one table with one head, and its repeated heads are artifacts")
    func longTable() throws {
        let contents = try Self.contents(Self.table(rows: 90))
        #expect(contents.pages.count > 2 && contents.pages[1].contains("Item"))
        #expect(contents.tags.count { $0 == "/Table" } == 1 && contents.tags.count { $0 == "/THead" } == 1)
        #expect(contents.tags.count { $0 == "/TR" } == 91 && contents.namesHeaders)
        #expect(contents.families.contains { $0.prefix(3) == ["/Table", "/THead", "/TBody"] && $0.count == 3 })
        #expect(contents.artifacts[1] > contents.artifacts[0])
    }

    @Test("Running heads and page numbers are artifacts on each page")
    func margins() throws {
        let contents = try Self.contents("<p style=\"break-after: page\">One</p><p>Two</p>")
        #expect(contents.artifacts == [2, 2])
    }

    @Test("A list of terms in groups is a list of items with label and body")
    func terms() throws {
        let contents = try Self.contents("<dl><div><dt>A</dt><dd>B</dd></div><div><dt>C</dt><dd>D</dd></div></dl>")
        #expect(contents.families.contains(["/L", "/LI", "/LI"]))
        #expect(contents.families.count { $0 == ["/LI", "/Lbl", "/LBody"] } == 2)
    }

    @Test("Links are printed, and an image without words is no figure")
    func links() throws {
        let contents = try Self.contents(
            "<p><a href=\"#t\"><b>To</b></a></p><svg width=\"9\" height=\"9\"><rect width=\"5\" height=\"5\"/></svg><p id=t>T</p>"
        )
        #expect(Set(contents.flags) == [4])
        #expect(!contents.tags.contains("/Figure") && contents.tags.contains("/Link"))
    }
}
