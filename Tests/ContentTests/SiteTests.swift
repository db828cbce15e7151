import Testing

@Suite("site.yaml")
struct SiteTests {
    func site(_ old: String, _ new: String) -> [String: String?] {
        ["site.yaml": ContentSample.site.replacing(old, with: new)]
    }

    @Test("A site needs its file")
    func noFile() throws {
        try expectMessages(["site.yaml": nil], "Content/site.yaml: error: there is no such file")
    }

    @Test(
        "Each key that a site can't do without is asked for",
        arguments: [
            "name", "tagline", "description", "base-url", "language", "email", "address", "newsletter",
        ])
    func required(key: String) throws {
        let lines = ContentSample.site.split(separator: "\n", omittingEmptySubsequences: false)
        var isLeftOut = false
        let rest = lines.filter { line in
            if line.first?.isLetter == true { isLeftOut = line.hasPrefix("\(key):") }
            return !isLeftOut
        }
        try expectMessages(
            ["site.yaml": rest.joined(separator: "\n")], "Content/site.yaml:1:1: error: \"\(key)\" is missing")
    }

    @Test("Parts of an address and of the notice are asked for too")
    func nested() throws {
        try expectText(site("city: Fairhaven, ", ""), contains: "Content/site.yaml:7:10: error: \"city\" is missing")
        try expectText(site("terms: I accept them., ", ""), contains: "\"terms\" is missing")
    }

    @Test("A link of the navigation that leads nowhere gets the nearest that leads somewhere")
    func navigation() throws {
        try expectText(
            site("pages/about.md", "pages/abuot.md"),
            contains: "Content/site.yaml:9:26: error: there is no page Content/pages/abuot.md",
            "did you mean \"pages/about.md\"?")
    }

    @Test("A link of the navigation to a draft is an error")
    func draft() throws {
        var changes = site("pages/about.md", "insights/")
        try expectText(changes, contains: "there is no file Content/insights/_index.md", "heads the list of its")
        changes["insights/_index.md"] = ContentSample.page("summary: s\ndraft: true")
        try expectMessages(
            changes,
            "Content/site.yaml:9:26: error: Content/insights/_index.md is a draft or dated later, so this link would lead "
                + "nowhere")
    }

    @Test("A folder's list may be in the navigation, with a slash or without", arguments: ["services", "services/"])
    func list(link: String) throws {
        let library = try ContentSample(site("pages/about.md", link)).library()
        #expect(library.site.navigation.map(\.url) == ["/services/"])
    }

    @Test(
        "Only the address of a site is a base URL",
        arguments: [
            "www.example.org", "ftp://example.org", "https://", "https://localhost", "https://a b.org",
            "https:///x.org",
            "https://example.org/?a=b", "https://example.org/#a", "'https://example.org/\"'", "1",
        ])
    func baseURL(text: String) throws {
        try expectText(
            site("https://www.example.org", text),
            contains: "Content/site.yaml:4:11: error: \"base-url\" should be a web address")
    }

    @Test("A slash after the base URL is left out")
    func slash() throws {
        let library = try ContentSample(site("https://www.example.org", "https://www.example.org/")).library()
        #expect(library.site.baseURL == "https://www.example.org")
    }

    @Test("Only a tag is a language", arguments: ["English", "e", "12", "en_US", "en-", "", "deutsch-"])
    func language(text: String) throws {
        try expectText(
            site("language: en", "language: \"\(text)\""), contains: "\"language\" should be a language such as en")
    }

    @Test(
        "Only six hexadecimal digits in quotation marks are a color",
        arguments: ["\"red\"", "\"#abc\"", "#1f3a5f", "\"#ＡＢ\""])
    func color(text: String) throws {
        let messages = try ContentSample(site("language: en", "language: en\ncolors:\n  primary: \(text)")).messages()
        #expect(messages.count == 1 && messages[0].hasPrefix("Content/site.yaml:7:"), "\(messages)")
    }

    @Test("A color that is hard to read on white is warned of, where it stands")
    func contrast() throws {
        // By the formula of WCAG 2.2, computed apart in Python: #767676 has 4.542, #777777 4.478, #1f3a5f 11.483.
        let colors = "colors: {primary: \"#777777\", accent: \"#767676\"}"
        let messages = try ContentSample(site("language: en", "language: en\n\(colors)")).messages()
        #expect(messages.count == 1)
        #expect(
            messages.first?.hasPrefix("Content/site.yaml:6:19: warning: text in this color is hard to read") == true)
        #expect(
            try ContentSample(site("language: en", "language: en\ncolors: {primary: \"#1f3a5f\"}")).messages() == [])
    }

    @Test(
        "A minimum for disclosure below its floor is refused, not raised in silence",
        arguments: ["2", "0", "-1", "few"])
    func disclosure(number: String) throws {
        try expectText(
            site("language: en", "language: en\ndisclosure: {staff: \(number)}"),
            contains: "Content/site.yaml:6:21: error: \"staff\" should be a whole number from 3 to 10000")
        try expectText(
            site("language: en", "language: en\ndisclosure: {students-and-families: 4}"),
            contains:
                "Content/site.yaml:6:37: error: \"students-and-families\" should be a whole number from 5 to 10000")
    }

    @Test("A stricter minimum is taken")
    func stricter() throws {
        let sample = try ContentSample(site("language: en", "language: en\ndisclosure: {students-and-families: 20}"))
        let rule = try sample.library().site.disclosure
        #expect(rule.minimum(for: .parent) == 20 && rule.minimum(for: .sro) == 5)
    }

    @Test(
        "Only an address with a name and a host is an e-mail address",
        arguments: ["me", "@example.org", "a b@example.org", "a@b"])
    func email(text: String) throws {
        try expectText(site("hello@example.org", "\"\(text)\""), contains: "\"email\" should be an e-mail address")
    }
}
