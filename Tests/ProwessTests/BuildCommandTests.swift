import Foundation
import TestSupport
import Testing

@Suite("prowess build")
struct BuildCommandTests {
    let article = "---\ntitle: A\nsummary: B\ndate: 2026-03-01\n---\nText.\n"
    let list = "---\ntitle: Insights\nsummary: All.\n---\n"

    @Test("A build ends with one line on standard output, says nothing else, and exits 0")
    func summary() throws {
        let practice = try Practice()
        let first = try practice.build()
        #expect(first.status == 0 && first.errors == "")
        #expect(first.output.contains(/^\d+ site: \d+ written, 0 unchanged, 0 removed, \d+\.\d\d s\n$/))
        let second = try practice.build()
        #expect(second.output.contains(/: 0 written, \d+ unchanged, 0 removed/))
    }

    @Test("A quiet build prints nothing")
    func quiet() throws {
        let run = try Practice().build(["--quiet"])
        #expect(run.status == 0 && run.output == "" && run.errors == "")
    }

    @Test("A dry run tells each file that would be written, changed and removed, and writes nothing")
    func dryRun() throws {
        let practice = try Practice(["pages/about.md": "---\ntitle: About\n---\nUs.\n"])
        #expect(try practice.build(["--dry-run"]).output.contains("write  Site/about/index.html\n"))
        #expect(practice.output.isEmpty)
        _ = try practice.build()
        try practice.folder.write("Content/pages/index.md", "---\ntitle: Home\n---\nChanged.\n")
        try practice.folder.remove("Content/pages/about.md")
        let before = practice.output
        let run = try practice.build(["--dry-run"])
        #expect(run.output.contains("change Site/index.html\n"))
        #expect(run.output.contains("remove Site/about/index.html\n"))
        #expect(practice.output == before)
    }

    @Test("Only the products that are named are built, and the others stay as they are")
    func only() throws {
        let practice = try Practice([
            "newsletters/one.md": "---\nsubject: S\npreheader: P\ndate: 2026-01-01\nnumber: 1\n---\nHi.\n"
        ])
        _ = try practice.build()
        let run = try practice.build(["--only", "newsletter"])
        #expect(run.output.hasPrefix("4 newsletter: 0 written, 4 unchanged, 0 removed"))
        #expect(practice.output.keys.contains("Site/index.html"))
    }

    @Test("Content dated after the day of the build waits; the day comes from --date, else SOURCE_DATE_EPOCH")
    func date() throws {
        let practice = try Practice(["insights/_index.md": list, "insights/a.md": article])
        let page = "Site/insights/a/index.html"
        _ = try practice.build(["--date", "2026-02-28"])
        #expect(!practice.output.keys.contains(page))
        _ = try practice.build(["--date", "2026-03-01"])
        #expect(practice.output.keys.contains(page))
        // 1772236800 is 2026-02-28T00:00:00Z.
        _ = try practice.build(environment: ["SOURCE_DATE_EPOCH": "1772236800"])
        #expect(!practice.output.keys.contains(page))
        _ = try practice.build(["--date", "2026-03-01"], environment: ["SOURCE_DATE_EPOCH": "1772236800"])
        #expect(practice.output.keys.contains(page))
    }

    @Test("Drafts are published only when asked for")
    func drafts() throws {
        let practice = try Practice(["pages/plan.md": "---\ntitle: Plan\ndraft: true\n---\nSoon.\n"])
        _ = try practice.build()
        #expect(!practice.output.keys.contains("Site/plan/index.html"))
        _ = try practice.build(["--drafts"])
        #expect(practice.output.keys.contains("Site/plan/index.html"))
    }

    @Test("The practice's colors are those of its site, its booklets and its newsletter")
    func colors() throws {
        let practice = try Practice([
            "site.yaml": SmallContent.site + "colors: {primary: \"#123456\", accent: \"#654321\"}\n",
            "schools/oak/school.yaml": BadInputTests.school["schools/oak/school.yaml"] ?? "",
            "newsletters/one.md": "---\nsubject: S\npreheader: P\ndate: 2026-01-01\nnumber: 1\n---\n> Hi.\n",
        ])
        #expect(try practice.build().status == 0)
        let style = try #require(practice.output.keys.first { $0.hasPrefix("Site/style.") })
        for file in [style, "Booklets/oak/booklet.html", "Newsletter/one/one.html"] {
            let text = try #require(practice.folder.text("Output/" + file))
            #expect(text.contains("#123456") && text.contains("#654321"), "\(file)")
        }
    }

    @Test("Two builds of the same content are the same bytes, whatever the day and the number of threads")
    func determinism() throws {
        let practice = try Practice(["insights/_index.md": list, "insights/a.md": article])
        _ = try practice.build(["--jobs", "1", "--date", "2026-04-01"])
        let first = practice.output
        _ = try practice.build(["--jobs", "16", "--date", "2030-01-01"])
        #expect(practice.output == first)
    }

    @Test(
        "A wrong command line exits 64 and shows what is right",
        arguments: [
            ["--only", "side"], ["--date", "2026-02-30"], ["--date", "tomorrow"], ["--jobs", "0"], ["--jobs", "many"],
            ["--diagnostics", "xml"], ["--contents", "x"], ["extra"],
        ])
    func usage(arguments: [String]) throws {
        let run = try Practice().build(arguments)
        #expect(run.status == 64)
        #expect(run.errors.contains("Error: ") && run.errors.contains("Usage: prowess build"))
    }

    @Test("A SOURCE_DATE_EPOCH that is no time is a wrong command line")
    func wrongEpoch() throws {
        #expect(try Practice().build(environment: ["SOURCE_DATE_EPOCH": "soon"]).status == 64)
    }

    @Test("Diagnostics come as text with line, caret and hint")
    func text() throws {
        let practice = try Practice(["pages/about.md": "---\ntitel: About\n---\n"])
        let run = try practice.build()
        #expect(run.status == 1 && run.output == "")
        #expect(
            run.errors == """
                Content/pages/about.md:2:1: error: there is no key "titel" here
                 2 | titel: About
                   | ^
                  hint: did you mean "title"?

                """)
    }

    @Test("Diagnostics as JSON have the same fields, and a build without any prints an empty list")
    func json() throws {
        let practice = try Practice(["pages/about.md": "---\ntitle: About\nsumary: S\n---\n"])
        let run = try practice.build(["--diagnostics", "json"])
        let diagnostic = try #require(try run.diagnostics().first)
        #expect(run.status == 1)
        #expect(diagnostic["path"] as? String == "Content/pages/about.md")
        #expect(diagnostic["line"] as? Int == 3 && diagnostic["column"] as? Int == 1)
        #expect(diagnostic["severity"] as? String == "error")
        #expect(diagnostic["message"] as? String == "there is no key \"sumary\" here")
        #expect(diagnostic["source"] as? String == "sumary: S")
        #expect(diagnostic["hint"] as? String == "did you mean \"summary\"?")
        try practice.folder.remove("Content/pages/about.md")
        #expect(try practice.build(["--diagnostics", "json"]).diagnostics().isEmpty)
    }

    @Test("Errors of content, of several products' layouts and of several files come at once, sorted")
    func allAtOnce() throws {
        let practice = try Practice(["pages/b.md": "---\nx: 1\n---\n", "pages/a.md": "no front matter"])
        try practice.folder.write("Content/schools/oak/school.yaml", "name: [")
        let errors = try practice.build().errors
        let paths = errors.matches(of: /^(Content\/[^:]+):/.anchorsMatchLineEndings()).map { String($0.1) }
        #expect(Set(paths) == ["Content/pages/a.md", "Content/pages/b.md", "Content/schools/oak/school.yaml"])
        #expect(paths == paths.sorted())
    }
}
