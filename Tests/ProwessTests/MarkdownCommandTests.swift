import TestSupport
import Testing

@Suite("prowess markdown")
struct MarkdownCommandTests {
    func html(_ text: String, _ arguments: String...) throws -> CommandLineTool.Run {
        try CommandLineTool.run(["markdown", "-"] + arguments, input: text)
    }

    @Test("A document from standard input becomes HTML with anchors")
    func standardInput() throws {
        let run = try html("# Who listens\n\n~~Nobody~~ www.example.org\n")
        #expect(run.status == 0 && run.errors == "")
        #expect(
            run.output == """
                <h1 id="who-listens">Who listens</h1>
                <p><del>Nobody</del> <a href="http://www.example.org">www.example.org</a></p>

                """)
    }

    @Test("A document from a file becomes the same HTML as from standard input")
    func file() throws {
        let folder = try TemporaryFolder(["a.md": "- [x] done\n"])
        let run = try CommandLineTool.run(["markdown", folder.path + "/a.md"])
        #expect(run.output == (try html("- [x] done\n").output))
        #expect(run.output.contains("☑"))
    }

    @Test("Plain output has no anchors, and raw HTML is left out as libcmark-gfm does unless it is asked for")
    func plain() throws {
        #expect(try html("## A\n\n<b>x</b>\n", "--plain").output.hasPrefix("<h2>A</h2>\n<p><!-- raw HTML omitted"))
        #expect(try html("## A\n\n<b>x</b>\n", "--plain", "--unsafe").output == "<h2>A</h2>\n<p><b>x</b></p>\n")
    }

    @Test("Raw HTML is shown as text unless it is asked for")
    func rawHTML() throws {
        #expect(try html("a <b>x</b>\n").output == "<p>a &lt;b&gt;x&lt;/b&gt;</p>\n")
        #expect(try html("a <b>x</b>\n", "--unsafe").output == "<p>a <b>x</b></p>\n")
    }

    @Test("A link that could run code is an error at its line, and leads nowhere")
    func unsafeLink() throws {
        let run = try html("x\n\n[a](javascript:alert(1))\n")
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("<stdin>:3:5: error: "))
        #expect(!run.output.contains("javascript"))
    }

    @Test("The extensions can be chosen one by one")
    func extensions() throws {
        #expect(
            try html("~~a~~ www.example.org\n", "--extensions", "strikethrough").output
                == "<p><del>a</del> www.example.org</p>\n")
        #expect(try html("~~a~~\n", "--extensions", "none").output == "<p>~~a~~</p>\n")
        #expect(try html("a\n", "--extensions", "tables").status == 64)
    }

    @Test("A file that is not there is a wrong command line")
    func missing() throws {
        let run = try CommandLineTool.run(["markdown", "nowhere.md"])
        #expect(run.status == 64 && run.errors.contains("nowhere.md can't be read"))
    }
}
