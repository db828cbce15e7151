import Diagnostics
import Markup
import Publishing
import TestSupport
import Testing

@Suite("Every booklet")
struct BookletTests {
    private func samples() throws -> [(path: String, tree: MarkupTree)] {
        try booklets(reading: Repository.content).filter { $0.key.hasSuffix("booklet.html") }.sorted { $0.key < $1.key }
            .map { ($0.key, try MarkupTree.parseHTML($0.value)) }
    }

    @Test("There is one for each school with its numbers beside it, for that client alone")
    func artifacts() throws {
        let artifacts = try bookletArtifacts(reading: Repository.content)
        let paths = ["cedar-hollow-high", "juniper-flat", "linden-middle", "meridian-campus"].flatMap { school in
            [
                "booklet.html", "dictionary.csv", "families.en.html", "families.es.html", "numbers.csv", "numbers.json",
            ].map { school + "/" + $0 }
        }
        #expect(artifacts.map(\.path.string).sorted() == paths)
        #expect(artifacts.allSatisfy { $0.product == .booklets && $0.audience == .client })
        #expect(try booklets(reading: Repository.content) == booklets(reading: Repository.content))
    }

    @Test("The cover names the school and the practice, says that it is confidential, and up to when it tells")
    func cover() throws {
        let trees = try samples()
        let tree = try #require(trees.first { $0.path.hasPrefix("linden") }?.tree)
        #expect(try tree.texts("//h1") == ["Linden Grove Middle School"])
        #expect(try tree.texts("//header//p[@class='practice']") == ["Prowess Edge Consulting"])
        #expect(
            try tree.texts("//header//dd") == [
                "Linden Grove City Schools", "Linden Grove, Ohio", "September 22, 2025 to October 10, 2025",
                "December 1, 2025", "1",
            ])
        #expect(try tree.texts("//p[@class='confidential']/strong") == ["Confidential."])
        #expect(try tree.attributes("content", of: "//meta[@name='robots']") == ["noindex, nofollow"])
    }

    @Test("The contents list every chapter and the page to sign, in order, and no other")
    func contents() throws {
        for (path, tree) in try samples() {
            let links = try tree.attributes("href", of: "//nav[@class='toc']//a")
            #expect(try links.last == "#Signatures" && links == tree.sections().map { "#" + $0 }, "\(path)")
            #expect(try tree.texts("//nav//a") == tree.texts("//main/section/h2"), "\(path)")
        }
    }

    @Test("Tables say what they are and which cells head rows and columns")
    func tables() throws {
        for (path, tree) in try samples() {
            for table in try tree.xpath("//table") {
                #expect(table.children.first?.name == "caption", "\(path)")
            }
            #expect(try tree.attributes("scope", of: "//th").allSatisfy { ["col", "row"].contains($0) }, "\(path)")
            #expect(try tree.xpath("//tbody/tr[not(th[@scope='row'])]").isEmpty, "\(path)")
            #expect(try tree.xpath("//thead//td").isEmpty, "\(path)")
        }
    }

    @Test("One heading of the first level, no level skipped, no id twice, and a language")
    func structure() throws {
        for (path, tree) in try samples() {
            let levels = try tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6").compactMap { Int($0.name.dropFirst()) }
            #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, "\(path)")
            for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1, "\(path)") }
            let ids = try tree.attributes("id", of: "//*[@id]")
            #expect(Set(ids).count == ids.count, "\(path)")
            #expect(try tree.attributes("lang", of: "/html") == ["en"])
        }
    }

    @Test("A booklet is one file: nothing in it is fetched from elsewhere")
    func selfContained() throws {
        for (path, tree) in try samples() {
            #expect(try tree.xpath("//link|//script|//iframe|//object|//base").isEmpty, "\(path)")
            let sources = try tree.attributes("src", of: "//*[@src]")
            #expect(sources.allSatisfy { $0.hasPrefix("data:image/") }, "\(path)")
            let styles = try tree.texts("//style") + tree.attributes("style", of: "//*[@style]")
            #expect(!styles.contains { $0.contains("url(") || $0.contains("@import") }, "\(path)")
        }
        let overview = "![Plan](../../images/p.svg) and [a service](../../pages/index.md)\n"
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>"
        let tree = try booklet(["overview.md": overview], shared: ["images/p.svg": svg])
        let image = try #require(try tree.xpath("//img").first)
        #expect(image[attribute: "src"]?.hasPrefix("data:image/svg+xml;base64,PHN2Zy") == true)
        #expect(image[attribute: "alt"] == "Plan" && image[attribute: "width"] == "4")
        #expect(
            try tree.attributes("href", of: "//section//a") == ["https://oak.example/", "mailto:hello@oak.example"])
    }

    @Test("A booklet shows its own school's pictures, and no other school's")
    func ownPictures() throws {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"/>"
        let tree = try booklet(["overview.md": "![Map](images/map.svg)\n", "images/map.svg": svg])
        #expect(try tree.attributes("src", of: "//img").allSatisfy { $0.hasPrefix("data:image/svg+xml;base64,") })
        #expect(try tree.xpath("//img").count == 1)
        for other in ["../elm/images/map.svg", "surveys/none.svg", "../../site.yaml", "school.yaml"] {
            #expect(throws: DiagnosticLog.self, "\(other)") {
                try booklet(
                    ["overview.md": "![Map](\(other))\n"],
                    shared: ["schools/elm/school.yaml": smallSchool, "schools/elm/images/map.svg": svg])
            }
        }
    }

    @Test("Invented schools are labeled as such on the cover and in the method; others are not")
    func sampleLabel() throws {
        for (path, tree) in try samples() {
            #expect(try tree.xpath("//header//p[@class='sample']").count == 1, "\(path)")
            #expect(try tree.text("//section[@id='Method']").contains("Sample data"), "\(path)")
        }
        #expect(try !booklet([:]).text("/html").contains("Sample data"))
    }

    @Test("The small rural school's booklet is the one on record")
    func golden() throws {
        let text = try #require(try booklets(reading: Repository.content)["juniper-flat/booklet.html"])
        try expectGolden(text, "juniper-flat.html")
    }
}
