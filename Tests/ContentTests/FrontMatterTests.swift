import Testing

@Suite("Front matter")
struct FrontMatterTests {
    let file = "pages/a.md"
    let place = "Content/pages/a.md"

    @Test("A key that does not exist gets its nearest name")
    func unknownKey() throws {
        try expectText(
            [file: ContentSample.page("nav-titel: x")], contains: "\(place):3:1: error: there is no key",
            "\"nav-title\"?")
    }

    @Test("What is required is asked for by name")
    func missing() throws {
        try expectMessages([file: "---\nsummary: x\n---\n"], "\(place):2:1: error: \"title\" is missing")
        try expectText(["services/a.md": ContentSample.page("summary: s")], contains: "\"order\" is missing")
    }

    @Test("A value of another type is told what was expected and what stands there")
    func types() throws {
        let keys = "date: 2026-02-30\nupdated: March\ntags: one\ndraft: maybe\nsummary: [s]\norder: first"
        try expectMessages(
            ["insights/a.md": ContentSample.page(keys)],
            "Content/insights/a.md:3:7: error: \"date\" should be a date such as 2026-03-01 that the calendar has, "
                + "not the text \"2026-02-30\"",
            "Content/insights/a.md:4:10: error: \"updated\" should be a date such as 2026-03-01 that the calendar has, "
                + "not the text \"March\"",
            "Content/insights/a.md:5:7: error: \"tags\" should be a list such as [one, two], not the text \"one\"",
            "Content/insights/a.md:6:8: error: \"draft\" should be true or false, not the text \"maybe\"",
            "Content/insights/a.md:7:10: error: \"summary\" should be text, not a list",
            "Content/insights/a.md:8:8: error: \"order\" should be a whole number from 0 to 1000000000, "
                + "not the text \"first\"")
    }

    @Test("A leap day is a date only in a leap year")
    func leapDay() throws {
        for (date, isThere) in [("2024-02-29", true), ("2026-02-29", false), ("2026-2-28", false)] {
            let messages = try ContentSample(["insights/a.md": ContentSample.page("summary: s\ndate: \(date)")])
                .messages()
            #expect(messages.isEmpty == isThere, "\(date)")
        }
    }

    @Test("Front matter that is never closed is told where it began")
    func unclosed() throws {
        try expectMessages(
            [file: "---\ntitle: x\n\ntext\n"], "\(place):1:1: error: the front matter that begins here is never closed")
    }

    @Test("A file without front matter is told how to begin", arguments: ["", "Just text.\n", "title: x\n", "\n---\n"])
    func absent(text: String) throws {
        try expectMessages([file: text], "\(place):1:1: error: this file has no front matter")
        try expectText([file: text], contains: "three hyphens (---)")
    }

    @Test("Empty front matter lacks its title")
    func empty() throws {
        try expectMessages([file: "---\n---\nText.\n"], "\(place):2:1: error: \"title\" is missing")
    }

    @Test("Three hyphens in the text are a rule, and quoted keys are keys")
    func rule() throws {
        let library = try ContentSample([file: "---\n\"title\": 'T'\n---\none\n\n---\n\ntwo\n"]).library()
        let page = try #require(library.pages.first { $0.slug == "a" })
        #expect(page.title == "T")
        #expect(page.body.html.contains("<hr"))
    }

    @Test("Front matter may end with the file, and its hyphens may have blanks after them")
    func atTheEnd() throws {
        try expectMessages([file: "--- \ntitle: x\n---\t"])
    }

    @Test("A mistake in the YAML itself is shown where the parser stopped")
    func syntax() throws {
        try expectText(
            [file: "---\ntitle: a: b\n---\n"], contains: "\(place):2:9: error: this is not valid YAML",
            "needs quotation marks")
        try expectText(
            [file: "---\ntitle: x\n\tsummary: y\n---\n"], contains: "\(place):3:1: error: this is not valid YAML")
        try expectText(
            [file: "---\ntitle: \"a\u{7}\"\n---\n"], contains: "\(place):2:10: error: this is not valid YAML")
    }

    @Test("A key that is given twice is told by its name")
    func duplicate() throws {
        try expectText(
            [file: "---\ntitle: x\nsummary: s\ntitle: y\n---\n"], contains: "the key \"title\" is given twice",
            "\(place):")
    }

    @Test("Only keys with values are front matter", arguments: [("- a", "a list"), ("words", "the text \"words\"")])
    func otherRoots(yaml: String, name: String) throws {
        try expectMessages(
            [file: "---\n\(yaml)\n---\n"],
            "\(place):2:1: error: expected keys with values, such as \"title: …\", not \(name)")
    }

    @Test("A file of data holds one document")
    func documents() throws {
        try expectText(
            ["schools/oak/plan.yaml": "goals: []\n---\ngoals: []\n"],
            contains: "plan.yaml:2:1: error: this is not valid YAML")
    }

    @Test("A mistyped key that is needed is one mistake, and a missing one beside it another")
    func mistypedNeeded() throws {
        try expectMessages(
            ["services/a.md": "---\ntitle: T\nsumary: s\n---\n"],
            "Content/services/a.md:2:1: error: \"order\" is missing",
            "Content/services/a.md:3:1: error: there is no key \"sumary\" here")
    }

    @Test(
        "What the line shows decides on the next step for broken YAML",
        arguments: [
            ("title: x\nsummary:\n\tmore", 4, "indent with spaces"),
            ("title: \"x\nsummary: y", 2, "put the same quotation mark"),
            ("title:x\nsummary: y", 3, "a key's colon has a space after it"),
            ("title: x\n summary: y", 3, "begin in the same column"),
            ("title: a: b", 2, "needs quotation marks around it"),
            ("title: “a”: b", 2, "needs quotation marks around it"),
            ("title: *a* b", 2, "needs quotation marks around it"),
            ("title: @a", 2, "needs quotation marks around it"),
        ])
    func syntaxHints(yaml: String, line: Int, hint: String) throws {
        try expectText(
            [file: "---\n\(yaml)\n---\n"], contains: "\(place):\(line):", "error: this is not valid YAML", hint)
    }

    @Test("Text that YAML cuts off at a # is told, a comment is not")
    func lostText() throws {
        try expectMessages(
            [file: "---\ntitle: é lesson #3 of all\n---\n"],
            "\(place):2:17: warning: what follows the # is a comment and not part of the text")
        for yaml in [
            "title: x # why", "title: \"x #3\"", "title: 'x' #3", "title: x#3", "title: x ## why", "title: >-\n  x #3",
            "title: x\n#summary: y",
        ] {
            try expectMessages([file: "---\n\(yaml)\n---\n"])
        }
    }
}
