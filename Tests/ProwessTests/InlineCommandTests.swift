import TestSupport
import Testing

@Suite("prowess inline")
struct InlineCommandTests {
    @Test("A document from standard input comes back with its rules on its elements")
    func standardInput() throws {
        let run = try CommandLineTool.run(["inline", "-"], input: "<style>p{color:red}</style><p>x</p>\n")
        #expect(run.status == 0 && run.errors == "")
        #expect(run.output == "<p style=\"color:red\">x</p>\n")
        #expect(try CommandLineTool.run(["inline"], input: "<p>x").output == "<p>x")
    }

    @Test("Files, stylesheets and options are heeded")
    func options() throws {
        let folder = try TemporaryFolder([
            "mail.html": "<p class=a>x</p><a href=b>y</a>", "a.css": "p{top:0}", "b.css": ".a{left:0}.z:hover{top:0}",
        ])
        let run = try CommandLineTool.run(
            [
                "inline", "mail.html", "--css", "a.css", "--css", "b.css", "--base-url", "https://example.org/n/",
                "--remove-attributes",
            ], in: folder.path)
        #expect(
            run.output == "<style>\n.z:hover{top:0}\n</style>\n<p style=\"top:0;left:0\">x</p>"
                + "<a href=https://example.org/n/b>y</a>")
        let kept = try CommandLineTool.run(
            ["inline", "--keep-style"], in: folder.path, input: "<style>p{top:0}</style><p>x")
        #expect(kept.output == "<style>p{top:0}</style><p style=\"top:0\">x")
    }

    @Test("A warning is told at its line and doesn't keep the document back")
    func warnings() throws {
        let run = try CommandLineTool.run(["inline", "-"], input: "<style>\np{color red}</style><p>x</p>")
        #expect(run.status == 0 && run.output.hasSuffix("<p>x</p>"))
        #expect(run.errors.hasPrefix("<stdin>:2:3: warning: this is no declaration"))
    }

    @Test("A file that can't be read is an error", arguments: [["nowhere.html"], ["-", "--css", "nowhere.css"]])
    func missing(arguments: [String]) throws {
        let run = try CommandLineTool.run(["inline"] + arguments)
        #expect(run.status == 1 && run.output == "")
        #expect(run.errors.contains("nowhere") && run.errors.contains("can't be read"))
    }

    @Test(
        "A base that is no web address is a wrong command line",
        arguments: ["", "a", "ftp://a/", "mailto:a@b", "http:"])
    func wrongBase(base: String) throws {
        let run = try CommandLineTool.run(["inline", "-", "--base-url", base], input: "<p>x")
        #expect(run.status == 64 && run.output == "" && run.errors.contains("--base-url"))
    }
}
