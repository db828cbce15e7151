import Diagnostics
import TestSupport
import Testing

@Suite("Pages that the site links to by itself")
struct NeededPagesTests {
    /// The files that are missing from a site, relative to its content.
    private func missing(_ files: [String: String]) throws -> [String] {
        let log = try #require(throws: DiagnosticLog.self) { try RenderedSite(files) }
        return log.sorted.map { $0.path.split(separator: "/").suffix(2).joined(separator: "/") }
    }

    @Test("A site needs a home page, and a draft is none")
    func home() throws {
        #expect(try missing(["pages/index.md": SmallContent.page("title: Home\ndraft: true")]) == ["pages/index.md"])
    }

    @Test("Pages of a collection need the list that they link to")
    func lists() throws {
        let files = [
            "insights/a.md": SmallContent.page("title: A\nsummary: S\ndate: 2026-01-01"),
            "services/_index.md": SmallContent.page("title: Services\nsummary: S\ndraft: true"),
            "services/b.md": SmallContent.page("title: B\nsummary: S\norder: 1"),
        ]
        #expect(try missing(files) == ["insights/_index.md", "services/_index.md"])
    }

    @Test(
        "A site stands at the root of its host, from which its pages link to each other",
        arguments: [
            ("https://oak.example/", true), ("https://oak.example:8080", true), ("https://oak.example/site", false),
            ("https://oak.example/?a=b", false), ("https://oak.example//", false),
        ])
    func baseURL(url: String, isGood: Bool) throws {
        let files = ["site.yaml": SmallContent.site.replacing("https://oak.example\n", with: url + "\n")]
        if isGood {
            let home = try RenderedSite(files).page("index.html")
            let canonical = url.hasSuffix("/") ? url : url + "/"
            #expect(try home.attributes("href", of: "//link[@rel='canonical']") == [canonical])
        } else {
            let log = try #require(throws: DiagnosticLog.self) { try RenderedSite(files) }
            #expect(log.diagnostics.map(\.location?.line) == [4])
        }
    }

    @Test("A sign-up form needs the policies that it names")
    func policies() throws {
        let notice = """
            - id: n1
              from: 2025-01-01
              privacy-version: "1"
              terms-version: "1"
              privacy: I have read the policy.
              terms: I accept the terms.
              newsletter: I want the letter.

            """
        let files = ["subscribers/notices.yaml": notice]
        #expect(try missing(files) == ["legal/privacy-policy.md", "legal/terms-of-service.md"])
    }
}
