import Testing

@testable import Content

@Suite("Directives of the practice")
struct DirectiveTests {
    static let issue = "---\nsubject: S\npreheader: P\ndate: 2026-03-10\n---\n"
    static let article = "---\ntitle: Asking & hearing\nsummary: How to ask.\ndate: 2026-01-01\n---\n# One\n"
    static let all = """
        # First

        :::lead{image=../images/a.svg alt="A gate" url=../insights/ask.md}
        Text with a [link](../pages/about.md).
        :::

        ::::row
        :::column
        ::teaser{url=../insights/ask.md more="Read it"}
        :::
        :::column
        ::figure[of *all* students]{value="42 %"}
        :::
        ::::

        ::button[Write to us]{url="mailto:a@b.org"}

        :::event[Training]{date=2026-08-12 end=2026-08-13 time=9:00 place="Fair <Hall>" url=https://a.org}
        Bring the plan.
        :::

        ::divider

        :::figure{value=7}
        Schools.
        :::

        """
    static let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20\"/>"
    static let files = [
        "insights/ask.md": article, "insights/_index.md": "---\ntitle: I\nsummary: S\n---\n", "images/a.svg": svg,
    ]

    @Test("All of them are semantic HTML on a page, with headings in order")
    func page() throws {
        let page = ContentSample.page(body: Self.all)
        let library = try ContentSample(Self.files.merging(["pages/x.md": page]) { $1 }).library()
        let html = try #require(library.pages.first { $0.url == "/x/" }).body.html
        #expect(
            html == """
                <h2 id="first">First</h2>
                <div class="lead">
                <p class="picture"><a href="/insights/ask/"><img src="/images/a.svg" alt="A gate" width="30" height="20" /></a></p>
                <p>Text with a <a href="/about/">link</a>.</p>
                <p class="more"><a href="/insights/ask/">Read on</a></p>
                </div>
                <div class="row">
                <div class="column">
                <div class="teaser">
                <h3><a href="/insights/ask/">Asking &amp; hearing</a></h3>
                <p>How to ask.</p>
                <p class="more"><a href="/insights/ask/" aria-label="Read it: Asking &amp; hearing">Read it</a></p>
                </div>
                </div>
                <div class="column">
                <figure class="pull-figure">
                <p class="value">42 %</p>
                <figcaption>of <em>all</em> students</figcaption>
                </figure>
                </div>
                </div>
                <p class="button"><a href="mailto:a@b.org">Write to us</a></p>
                <div class="event">
                <h3><a href="https://a.org">Training</a></h3>
                <p class="when"><time datetime="2026-08-12">August 12, 2026</time> – \
                <time datetime="2026-08-13">August 13, 2026</time>, 9:00 · Fair &lt;Hall&gt;</p>
                <p>Bring the plan.</p>
                </div>
                <hr class="divider" />
                <figure class="pull-figure">
                <p class="value">7</p>
                <figcaption><p>Schools.</p>
                </figcaption>
                </figure>

                """)
        #expect(library.assets.map(\.path) == ["images/a.svg"])
    }

    @Test("In an issue they are its parts, with absolute links and images with their sizes")
    func issue() throws {
        let library = try ContentSample(Self.files.merging(["newsletters/1.md": Self.issue + Self.all]) { $1 })
            .library()
        let issue = try #require(library.issues.first)
        let names = issue.pieces.map { String("\($0)".prefix { $0 != "(" }) }
        #expect(names == ["html", "lead", "row", "button", "event", "divider", "figure"])
        guard case .lead(let lead, let content) = issue.pieces[1], case .row(let first, let second) = issue.pieces[2],
            case .teaser(let teaser) = first.first, case .figure(let figure) = second.first,
            case .event(let event, _) = issue.pieces[4]
        else { throw PieceError() }
        #expect(lead.image?.url == "https://www.example.org/images/a.svg")
        #expect(lead.image?.alternative == "A gate")
        #expect(lead.image?.size?.width == 30)
        #expect(lead.url == "https://www.example.org/insights/ask/")
        #expect(content.html(language: "en").contains("<a href=\"https://www.example.org/about/\">link</a>"))
        #expect(teaser.title == "Asking & hearing")
        #expect(teaser.location.line == 14)
        #expect(figure.caption == "of <em>all</em> students")
        #expect(event.when(language: "es") == "12 de agosto de 2026 – 13 de agosto de 2026, 9:00")
        #expect(issue.webHTML.contains("href=\"/insights/ask/\""))
        #expect(!issue.webHTML.contains("https://www.example.org"))
        #expect(
            issue.plainText == """
                First
                -----

                Text with a link [1].

                Read on [2]

                Asking & hearing [2]
                How to ask.

                42 %
                of all students

                Write to us [3]

                Training [4]
                August 12, 2026 – August 13, 2026, 9:00
                Fair <Hall>

                Bring the plan.

                ------------------------

                7

                Schools.

                [1] https://www.example.org/about/
                [2] https://www.example.org/insights/ask/
                [3] mailto:a@b.org
                [4] https://a.org

                """)
    }

    @Test("Plain text has every link of the HTML, in the same order")
    func everyLink() throws {
        let library = try ContentSample(Self.files.merging(["newsletters/1.md": Self.issue + Self.all]) { $1 })
            .library()
        let issue = try #require(library.issues.first)
        let html = issue.pieces.html(language: "en")
        var links: [String] = []
        for match in html.matches(of: /href="([^"]*)"/) where !links.contains(String(match.1)) {
            links.append(String(match.1))
        }
        let notes = issue.plainText.matches(of: /(?m)^\[\d+\] (.*)$/).map { String($0.1) }
        #expect(Set(notes) == Set(links))
        #expect(issue.plainText.split(separator: "\n").allSatisfy { $0.count <= 72 || $0.hasPrefix("[") })
    }

    @Test("A teaser's page has to be there, published, and of this site")
    func teaser() throws {
        func text(_ url: String) -> String { Self.issue + "a\n\n::teaser{url=\(url)}\n" }
        try expectText(
            Self.files.merging(["newsletters/1.md": text("../insights/aks.md")]) { $1 },
            contains: "1.md:8:14: error: there is no file Content/insights/aks.md", "insights/ask.md?")
        try expectMessages(
            Self.files.merging([
                "newsletters/1.md": text("../insights/ask.md"),
                "insights/ask.md": Self.article.replacing("date:", with: "draft: true\ndate:"),
            ]) { $1 },
            "Content/newsletters/1.md:8:14: error: Content/insights/ask.md is a draft or dated later, so this link would "
                + "lead nowhere")
        try expectMessages(
            Self.files.merging([
                "newsletters/1.md": text("../insights/ask.md"),
                "insights/ask.md": Self.article.replacing("2026", with: "2027"),
            ]) { $1 },
            "Content/newsletters/1.md:8:14: error: Content/insights/ask.md is a draft or dated later, so this link would "
                + "lead nowhere")
        try expectMessages(
            ["newsletters/1.md": text("https://a.org/")],
            "Content/newsletters/1.md:8:14: error: a teaser leads to a page of this site")
        try expectMessages(
            Self.files.merging(["newsletters/1.md": text("../images/a.svg")]) { $1 },
            "Content/newsletters/1.md:8:14: error: a teaser leads to a page of this site")
        try expectMessages(
            Self.files.merging([
                "newsletters/1.md": text("../insights/ask.md"),
                "insights/ask.md": "---\ntitel: A\nsummary: B\ndate: 2026-01-01\n---\n",
            ]) { $1 },
            "Content/insights/ask.md:2:1: error: there is no key \"titel\" here")
    }

    @Test("A teaser's page may be named by its place on the site, as in any link")
    func teaserFromRoot() throws {
        let library = try ContentSample(
            Self.files.merging(["newsletters/1.md": Self.issue + "::teaser{url=/insights/ask/#one}\n"]) { $1 }
        ).library()
        guard case .teaser(let teaser)? = library.issues.first?.pieces.first else { throw PieceError() }
        #expect(teaser.title == "Asking & hearing" && teaser.url == "https://www.example.org/insights/ask/#one")
    }

    @Test("A teaser shows its page's picture, and its label stands for the page's title")
    func teaserPicture() throws {
        let article = Self.article.replacing("date:", with: "image: ../images/a.svg\nimage-alt: A gate\ndate:")
        let library = try ContentSample(
            Self.files.merging([
                "insights/ask.md": article,
                "newsletters/1.md": Self.issue + "::teaser[Ask <them>]{url=../insights/ask.md#one}\n",
            ]) { $1 }
        ).library()
        guard case .teaser(let teaser)? = library.issues.first?.pieces.first else { throw PieceError() }
        #expect(teaser.title == "Ask <them>")
        #expect(teaser.url == "https://www.example.org/insights/ask/#one")
        #expect(teaser.image?.url == "https://www.example.org/images/a.svg")
        #expect(teaser.image?.size?.height == 20)
        #expect(
            library.issues.first?.webHTML.contains("<img src=\"/images/a.svg\" alt=\"A gate\" width=\"30\"") == true)
    }

    @Test(
        "Each mistake is told at its place",
        arguments: [
            (
                "::event[A]{date=2026-02-30}",
                "7:17: error: \"date\" should be a date such as 2026-08-12 that the calendar has"
            ),
            ("::event[A]{date=2026-02-03 end=2026-02-01}", "7:32: error: the event ends before it begins"),
            ("::event{date=2026-02-03}", "7:3: error: an event needs a text in brackets"),
            ("::figure{value=3}", "7:1: error: a figure needs words for what its value is"),
            (":::figure[a]{value=3}\nb\n:::", "7:1: error: this figure has words twice"),
            ("::figure[a]", "7:3: error: a figure needs \"value\""),
            (":::lead{image=../images/b.svg alt=x}\n:::", "7:15: error: there is no file Content/images/b.svg"),
            (":::lead{more=x}\n:::", "7:9: error: \"more\" needs \"url\" too"),
            (
                "::::row\n:::column\n:::row\n:::\n:::\n:::column\n:::\n::::",
                "9:1: error: a row may not stand in a column"
            ),
            (":::column\n:::", "7:1: error: a column stands in a row only"),
            ("::buton[A]{url=x}", "7:3: error: there is no directive \"buton\""),
            ("::button[A]{url=../pages/abuot.md}", "7:17: error: there is no file Content/pages/abuot.md"),
            (":::lead\nA", "7:1: error: the lead that begins here is never closed"),
        ])
    func mistake(text: String, expected: String) throws {
        try expectText(
            ["newsletters/1.md": Self.issue + "\n" + text + "\n"], contains: "Content/newsletters/1.md:" + expected)
    }

    @Test("Only newsletters name their readers")
    func firstName() throws {
        let text = "Dear :first-name[A & B],\n"
        try expectMessages(
            ["pages/x.md": ContentSample.page(body: text)],
            "Content/pages/x.md:4:6: error: :first-name is for newsletters only")
        try expectMessages(
            ["schools/oak/overview.md": text],
            "Content/schools/oak/overview.md:1:6: error: :first-name is for newsletters only")
        let issue = try #require(try ContentSample(["newsletters/1.md": Self.issue + text]).library().issues.first)
        #expect(issue.webHTML == "<p>Dear A &amp; B,</p>\n")
        #expect(issue.plainText == "Dear \u{100000}A & B\u{100001},\n")
    }

    @Test("A booklet's figures quote numbers, its pictures are in it, and its links lead to the site")
    func booklet() throws {
        let overview = """
            ::figure[said yes]{value="{{trust.students.favorable}}"}

            :::lead{image=../../images/a.svg alt="A gate"}
            ::button[Plan]{url=../../pages/about.md}
            :::

            ::event[Meeting]{date=2026-03-01}

            """
        let students =
            (["t1,t2"] + Array(repeating: "Yes,No", count: 20) + Array(repeating: "No,Yes", count: 12)).joined(
                separator: "\n") + "\n"
        let school = ContentSample.school + "\nlanguage: es\n"
        let library = try ContentSample([
            "schools/oak/overview.md": overview, "schools/oak/surveys/baseline-student.csv": students,
            "schools/oak/school.yaml": school, "images/a.svg": Self.svg,
        ]).library()
        let html = try #require(library.schools.first?.overview).html { _ in "[n]" }
        #expect(html.contains("<p class=\"value\">[n]</p>"))
        #expect(html.contains("<p class=\"button\"><a href=\"https://www.example.org/about/\">Plan</a></p>"))
        #expect(html.contains("<img src=\"data:image/svg+xml;base64,"))
        #expect(
            html.contains(
                "<h3>Meeting</h3>\n<p class=\"when\"><time datetime=\"2026-03-01\">1 de marzo de 2026</time></p>"))
    }
}

/// A piece is not the one that was expected.
struct PieceError: Error {}
