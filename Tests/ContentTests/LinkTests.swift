import Content
import Testing

@Suite("Links between files")
struct LinkTests {
    /// The text of a page with this body, as HTML.
    func html(_ body: String, _ changes: [String: String?] = [:]) throws -> String {
        let sample = try ContentSample(
            changes.merging(["insights/a.md": Self.insight(body)]) { old, _ in old })
        return try #require(try sample.library().pages.first { $0.slug == "a" }).body.html
    }

    static func insight(_ body: String, _ keys: String = "") -> String {
        ContentSample.page("summary: s\ndate: 2026-01-01\(keys)", body: body)
    }

    @Test(
        "A path to a file becomes the URL of its page",
        arguments: [
            ("../pages/about.md", "/about/"), ("../pages/about.md#who-we-are", "/about/#who-we-are"),
            ("../pages/about.md?a=b#who-we-are", "/about/?a=b#who-we-are"), ("../pages/index.md", "/"),
            ("../services/", "/services/"), ("../services", "/services/"), ("../services/_index.md", "/services/"),
            ("../pages/%61bout.md", "/about/"), ("./../pages//about.md", "/about/"), ("a.md", "/insights/a/"),
            ("/about/", "/about/"), ("/about/#who-we-are", "/about/#who-we-are"), ("/feed.xml", "/feed.xml"),
            ("#here", "#here"), ("https://example.org/x.md", "https://example.org/x.md"),
            ("mailto:a@b.org", "mailto:a@b.org"),
        ])
    func resolved(destination: String, url: String) throws {
        #expect(try html("## Here\n\n[x](\(destination))").contains("href=\"\(url)\""))
    }

    @Test(
        "A path that leads nowhere is told with the nearest that leads somewhere",
        arguments: [
            ("../pages/abuot.md", "there is no file Content/pages/abuot.md", "did you mean Content/pages/about.md?"),
            ("../pages/About.md", "there is no file Content/pages/About.md", "did you mean Content/pages/about.md?"),
            ("../pages/about.md#who-we-aer", "has no heading \"#who-we-aer\"", "did you mean \"who-we-are\"?"),
            ("#nowhere", "Content/insights/a.md has no heading \"#nowhere\"", "known: here"),
            ("/abuot/", "the site has no page /abuot/", "did you mean /about/?"),
            ("/about/#who", "Content/pages/about.md has no heading \"#who\"", "known: who-we-are"),
            ("../../etc/passwd", "leads out of Content", "link to a file in Content"),
            ("../../../../../etc/passwd", "leads out of Content", "link to a file in Content"),
            ("%2e%2e/%2e%2e/etc/passwd", "leads out of Content", "link to a file in Content"),
            ("../case-studies/", "there is no file Content/case-studies/_index.md", "it heads the list"),
            ("../schools/oak/school.yaml", "is no part of the site", "link to a page"),
            ("../schools/oak/surveys/baseline-student.csv", "is no part of the site", "link to a page"),
            ("../site.yaml", "is no part of the site", "link to a page"),
            ("javascript:alert(1)", "may not use javascript:", "use https:"),
        ])
    func broken(destination: String, message: String, hint: String) throws {
        let text = try ContentSample(["insights/a.md": Self.insight("## Here\n\n[x](\(destination))")]).text()
        #expect(text.contains("Content/insights/a.md:8:5: error: "))
        #expect(text.contains(message) && text.contains(hint), "\(text)")
    }

    @Test(
        "A link to a draft or to a page of a later day would lead nowhere, however it is written",
        arguments: [
            "b.md", "/insights/b/",
        ])
    func unpublished(destination: String) throws {
        for keys in ["\ndraft: true", "\nupdated: 2099-01-02"] {
            var target = Self.insight("", keys)
            if !keys.contains("draft") { target = target.replacing("2026-01-01", with: "2099-01-01") }
            let sample = try ContentSample([
                "insights/b.md": target, "insights/a.md": Self.insight("[b](\(destination))"),
            ])
            #expect(
                sample.messages() == [
                    "Content/insights/a.md:6:5: error: Content/insights/b.md is a draft or dated later, so this link would "
                        + "lead nowhere"
                ])
        }
    }

    @Test("Links of what is not published itself are not followed until it is")
    func fromDraft() throws {
        let sample = try ContentSample([
            "insights/a.md": Self.insight("[b](b.md)", "\ndraft: true"),
            "insights/b.md": Self.insight("", "\ndraft: true"),
        ])
        #expect(sample.text() == "")
        #expect(try sample.library(drafts: true).pages.count { $0.collection == .insights } == 2)
    }

    @Test("Pictures and files that a page shows or links to are published with it, pictures with their size")
    func assets() throws {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20\"></svg>"
        let sample = try ContentSample([
            "images/plan.svg": svg, "images/unused.svg": svg, "insights/50% off #1.pdf": "pdf",
            "insights/a.md": Self.insight(
                "![Plan](../images/plan.svg)\n\n[PDF](<50%25 off %231.pdf>)\n",
                "\nimage: ../images/plan.svg\nimage-alt: P"),
        ])
        let library = try sample.library()
        #expect(library.assets.map(\.path) == ["images/plan.svg", "insights/50% off #1.pdf"])
        let page = try #require(library.pages.first { $0.slug == "a" })
        #expect(page.body.html.contains("<img src=\"/images/plan.svg\" alt=\"Plan\" width=\"30\" height=\"20\""))
        #expect(page.body.html.contains("href=\"/insights/50%25%20off%20%231.pdf\""))
        #expect(page.image?.url == "/images/plan.svg")
        #expect(page.image?.size?.width == 30)
    }

    @Test("A picture that is not there, and one without words for those who don't see it, are errors")
    func badImage() throws {
        try expectMessages(
            ["insights/a.md": Self.insight("![x](x.png)", "\nimage: y.png\nimage-alt: y")],
            "Content/insights/a.md:5:8: error: there is no image y.png",
            "Content/insights/a.md:8:6: error: there is no file Content/insights/x.png")
        try expectText(["insights/a.md": Self.insight("", "\nimage: y.png")], contains: "\"image-alt\" is missing")
    }

    @Test("What leaves the site has the site's address before its links")
    func outside() throws {
        let issue =
            "---\nsubject: S\npreheader: P\ndate: 2026-01-01\nnumber: 1\n---\n[a](../pages/about.md) [b](/about/)\n"
        let library = try ContentSample([
            "newsletters/1.md": issue, "schools/oak/overview.md": "[a](../../pages/about.md)\n",
        ])
        .library()
        let letter = try #require(library.issues.first)
        #expect(
            letter.pieces.html(language: "en").split(separator: "\"").count { $0 == "https://www.example.org/about/" }
                == 2)
        #expect(library.schools.first?.overview?.html.contains("\"https://www.example.org/about/\"") == true)
    }

    @Test("A heading that an e-mail or a booklet names must be its own")
    func ownHeadings() throws {
        let body = "## Here\n\n[x](#here) [y](#there)\n"
        let issue = "---\nsubject: S\npreheader: P\ndate: 2026-01-01\nnumber: 1\n---\n"
        try expectMessages(
            ["newsletters/1.md": issue + body, "schools/oak/overview.md": body],
            "Content/newsletters/1.md:9:16: error: Content/newsletters/1.md has no heading \"#there\"",
            "Content/schools/oak/overview.md:3:16: error: Content/schools/oak/overview.md has no heading \"#there\"")
    }

    @Test("A page that is gone has no picture for its neighbour, nor a picture a page")
    func kinds() throws {
        for (link, near) in [("[x](../pages/plan.md)", "if it was renamed"), ("![x](../pages/plan.svg)", "plan.svg?")] {
            try expectText(
                [
                    "images/plan.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                    "insights/a.md": Self.insight(link),
                ], contains: "there is no file Content/pages/plan", "hint: ", near)
        }
        try expectText(
            ["insights/a.md": Self.insight("[x](nothing-of-that-name.md)")],
            contains: "hint: if it was renamed or moved, write its new"
        )
    }

    @Test("A path from the root of the site to a file of the content gets the one from here")
    func rooted() throws {
        for link in ["![x](/images/a.svg)", "[x](/images/a.svg)"] {
            try expectText(
                ["images/a.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "insights/a.md": Self.insight(link)],
                contains: "the site has no page /images/a.svg", "write the path to the file, here ../images/a.svg")
        }
        try expectText(
            ["insights/a.md": Self.insight("[x](/pages/about.md)")], contains: "here ../pages/about.md")
    }
}
