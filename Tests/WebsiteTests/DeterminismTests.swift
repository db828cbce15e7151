import Foundation
import Publishing
import TestSupport
import Testing

@Suite("The site as a whole")
struct DeterminismTests {
    @Test("Any number of threads makes the same site, byte for byte", arguments: [1, 2, 16])
    func threads(jobs: Int) throws {
        #expect(try RenderedSite(reading: Repository.content, jobs: jobs).texts == RenderedSite.sample().texts)
    }

    @Test("Everything is for everybody and belongs to the site")
    func audience() throws {
        let artifacts = try RenderedSite.sample().artifacts
        #expect(artifacts.allSatisfy { $0.audience == .public && $0.product == .site })
        #expect(Set(artifacts.map(\.path)).count == artifacts.count)
    }

    @Test("The stylesheet's name changes with what it says, so that browsers may keep it")
    func stylesheet() throws {
        let folder = try TemporaryFolder()
        let layouts = folder.path + "/Site"
        try FileManager.default.copyItem(atPath: Repository.layouts("Site"), toPath: layouts)
        let content = try TemporaryFolder(SmallContent.files)
        let before = try RenderedSite(reading: content.path, layouts: layouts)
        let style = try #require(before.texts.keys.first { $0.hasSuffix(".css") })
        #expect(try before.page("index.html").attributes("href", of: "//link[@rel='stylesheet']") == ["/" + style])
        #expect(try RenderedSite(reading: content.path, layouts: layouts).texts == before.texts)
        try folder.write("Site/style.css.mustache", "body { color: red }")
        let after = try RenderedSite(reading: content.path, layouts: layouts)
        #expect(after.texts[style] == nil)
        #expect(after.texts.keys.filter { $0.hasSuffix(".css") }.count == 1)
    }

    @Test("A service's page is the one on record")
    func golden() throws {
        try expectGolden(RenderedSite.sample().text("services/climate-assessment/index.html"), "service.html")
    }
}
