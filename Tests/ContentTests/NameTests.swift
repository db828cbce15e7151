import Testing

@Suite("Names of files and their URLs")
struct NameTests {
    @Test(
        "A name that can't stand in a web address is refused, with one that can",
        arguments: [
            ("About us", "about-us"), ("About", "about"), ("a.b", "a-b"), ("a..b", "a-b"), ("-a", "a"), ("a_b", "a-b"),
            ("a-", "a"), ("v1.2", "v1-2"),
        ])
    func suggestion(name: String, better: String) throws {
        try expectText(
            ["pages/\(name).md": ContentSample.page()],
            contains: "Content/pages/\(name).md: error: a file name becomes part of a web address",
            "rename it to \"\(better)\"")
    }

    @Test(
        "A name of other letters, or of a length no address needs, is refused",
        arguments: [
            "über-uns", "学校", String(repeating: "x", count: 101), "_draft",
        ])
    func refused(name: String) throws {
        try expectMessages(
            ["pages/\(name).md": ContentSample.page()],
            "Content/pages/\(name).md: error: a file name becomes part of a web address: use lower-case letters, digits "
                + "and hyphens")
    }

    @Test("A name of a hundred letters is not too long")
    func longest() throws {
        try expectMessages(["pages/\(String(repeating: "x", count: 100)).md": ContentSample.page()])
    }

    @Test("A name that Windows keeps for itself is refused", arguments: ["con", "nul", "com1"])
    func reserved(name: String) throws {
        try expectMessages(
            ["pages/\(name).md": ContentSample.page()],
            "Content/pages/\(name).md: error: \"\(name)\" is a name that Windows keeps for itself")
    }

    @Test("Issues, schools, waves and questionnaires are named as pages are")
    func others() throws {
        try expectText(
            [
                "newsletters/March 26.md": ContentSample.page(), "instruments/Staff v2.yaml": ContentSample.instrument,
                "schools/Elm School/school.yaml": ContentSample.school,
                "schools/oak/school.yaml": ContentSample.school.replacing("id: baseline", with: "id: Base line"),
            ], contains: "rename it to \"march-26\"", "rename it to \"staff-v2\"", "rename it to \"elm-school\"",
            "rename it to \"base-line\"")
    }

    @Test("Two pages of one URL name each other")
    func sharedURL() throws {
        try expectMessages(
            ["pages/services.md": ContentSample.page()],
            "Content/pages/services.md: error: /services/ is already the URL of the list of services")
    }

    @Test("A page can't take a place that the site makes itself", arguments: ["tags", "assets", "images"])
    func taken(name: String) throws {
        try expectMessages(
            ["pages/\(name).md": ContentSample.page()],
            "Content/pages/\(name).md: error: /\(name)/ is already the URL of what the site makes itself")
    }

    @Test("Folders without a list have no page that heads it", arguments: ["pages", "legal"])
    func noList(collection: String) throws {
        try expectText(
            ["\(collection)/_index.md": ContentSample.page("version: 1\neffective: 2020-01-01\nsummary: s")],
            contains: "Content/\(collection)/_index.md: error: a file name becomes part of a web address")
    }

    @Test("Each collection has its place on the site")
    func places() throws {
        let dated = ContentSample.page("summary: s\ndate: 2026-01-01")
        let library = try ContentSample([
            "pages/404.md": ContentSample.page(), "case-studies/a.md": dated, "insights/a.md": dated,
            "legal/terms.md": ContentSample.page("version: 1.10\neffective: 2026-01-01"),
        ]).library()
        #expect(
            library.pages.map(\.url).sorted() == [
                "/", "/404.html", "/about/", "/case-studies/a/", "/insights/a/", "/legal/terms/",
                "/services/mediation/",
            ])
        #expect(library.listPages.map(\.value.url) == ["/services/"])
        guard case .legal(let text) = library.pages.first(where: { $0.slug == "terms" })?.details else {
            Issue.record("the terms are no legal text")
            return
        }
        #expect(text.version == "1.10")
    }

    @Test("A tag that no web address can hold is refused, and one that is given twice counts once")
    func tags() throws {
        let keys = "summary: s\ndate: 2026-01-01\ntags: "
        for tag in ["\"!\"", "Con", String(repeating: "long ", count: 30)] {
            try expectText(
                ["insights/a.md": ContentSample.page(keys + "[\(tag)]")],
                contains: "Content/insights/a.md:5:7: error: the tag", "can't be part of a web address")
        }
        let library = try ContentSample(["insights/a.md": ContentSample.page(keys + "[Trust, trust, Café]")]).library()
        #expect(library.pages.first { $0.slug == "a" }?.tags.map(\.slug) == ["trust", "café"])
    }
}
