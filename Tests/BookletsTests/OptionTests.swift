import Diagnostics
import Layouts
import Markup
import TestSupport
import Testing

@testable import Booklets

@Suite("How booklets look, by site.yaml")
struct OptionTests {
    private static let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>"

    private func html(_ options: String, shared: [String: String] = [:]) throws -> String {
        let site = options.isEmpty ? "" : "booklets: {\(options)}\n"
        return try #require(try bookletFiles([:], site: site, shared: shared)["oak/booklet.html"])
    }

    @Test("Paper is Letter unless A4 is asked for")
    func paper() throws {
        for (options, size) in [("", "Letter"), ("page-size: letter", "Letter"), ("page-size: a4", "A4")] {
            #expect(try html(options).contains("size: \(size);"))
        }
        #expect(try !html("page-size: a4").contains("Letter"))
    }

    @Test("A page to sign ends the booklet where it is asked for")
    func signatures() throws {
        for (options, isThere) in [("", false), ("signature-page: false", false), ("signature-page: true", true)] {
            let tree = try MarkupTree.parseHTML(html(options))
            #expect(try (tree.sections().last == "Signatures") == isThere)
            #expect(try tree.xpath("//table[@class='signatures']/tbody/tr").count == (isThere ? 3 : 0))
        }
    }

    @Test("The practice's logo is on the cover, within the file, and only where there is one")
    func logo() throws {
        let tree = try MarkupTree.parseHTML(html("logo: images/logo.svg", shared: ["images/logo.svg": Self.logo]))
        let sources = try tree.attributes("src", of: "//header//img")
        #expect(sources.count == 1 && sources[0].hasPrefix("data:image/svg+xml;base64,"))
        #expect(try tree.attributes("alt", of: "//header//img") == ["Logo of Oak & Elm"])
        #expect(try !html("").contains("<img"))
    }

    @Test(
        "A wrong option is told at its line",
        arguments: [
            ("page-size: a5", "page-size"), ("page-size: 4", "page-size"), ("signature-page: maybe", "signature-page"),
            ("change-log: 2", "change-log"), ("logo: images/none.svg", "images/none.svg"),
            ("logo: schools/oak/school.yaml", "school.yaml"), ("logo: ../logo.svg", "logo.svg"),
            ("logo: images/note.txt", "SVG"), ("page-sizes: a4", "page-sizes"),
        ])
    func wrong(option: String, named: String) throws {
        let log = try #require(throws: DiagnosticLog.self) { try html(option, shared: ["images/note.txt": "Text."]) }
        #expect(log.diagnostics.count == 1)
        let diagnostic = try #require(log.diagnostics.first)
        #expect(diagnostic.path.hasSuffix("site.yaml"))
        #expect(diagnostic.location != nil)
        #expect((diagnostic.message + (diagnostic.hint ?? "")).contains(named), "\(diagnostic.message)")
    }

    @Test(
        "Words in the style sheet neither end its strings nor the element, and stay what they are",
        arguments: [
            ("\"quoted\"", "\\22 quoted\\22 "), ("back\\slash", "back\\5c slash"), ("</style>", "\\3c /style\\3e "),
            ("a\nb", "a\\a b"), ("A & B", "A \\26  B"), ("Página", "Página"), ("it's", "it\\27 s"),
        ])
    func cssStrings(text: String, escaped: String) { #expect(text.cssString == escaped) }

    @Test("A phrase with quotation marks does not break the print style sheet")
    func phraseInStyles() throws {
        let layouts = try TemporaryFolder()
        try layouts.copyLayouts(of: "Booklet")
        let words = try #require(layouts.text("words/en.yaml"))
        try layouts.write(
            "words/en.yaml",
            words.replacing("confidential: Confidential\n", with: "confidential: '\"Top\" \\ </style>'\n"))
        let content = try TemporaryFolder(
            SmallContent.with(["schools/oak/school.yaml": smallSchool, "site.yaml": SmallContent.site]))
        let html = try #require(try booklets(reading: content.path, layouts: layouts.path)["oak/booklet.html"])
        #expect(html.contains("@bottom-left { content: \"\\22 Top\\22  \\5c  \\3c /style\\3e  · \" string(school);"))
        #expect(try MarkupTree.parseHTML(html).xpath("//style").count == 3)
    }
}
