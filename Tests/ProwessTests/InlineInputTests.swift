import Foundation
import TestSupport
import Testing

@Suite("What prowess inline is given")
struct InlineInputTests {
    private func inline(_ arguments: [String], input: String = "", files: [String: String] = [:]) throws
        -> CommandLineTool.Run
    {
        let folder = try TemporaryFolder(files)
        return try CommandLineTool.run(["inline"] + arguments, in: folder.path, input: input)
    }

    @Test("A part of a document from standard input has the rules of several stylesheets, the last winning")
    func stylesheets() throws {
        let files = ["a.css": "p { color: red; margin: 0 }", "b.css": "p { color: blue }"]
        for arguments in [["--css", "a.css", "--css", "b.css"], ["-", "--css", "a.css", "--css", "b.css"]] {
            let run = try inline(arguments, input: "<p>x</p>", files: files)
            #expect(run.status == 0 && run.errors == "")
            #expect(run.output == "<p style=\"margin:0;color:blue\">x</p>")
        }
        let reversed = try inline(["--css", "b.css", "--css", "a.css"], input: "<p>x</p>", files: files)
        #expect(reversed.output == "<p style=\"color:red;margin:0\">x</p>")
    }

    @Test("A byte order mark hides no rule of a stylesheet, and a document keeps its own")
    func byteOrderMark() throws {
        let run = try inline(
            ["a.html", "--css", "a.css"],
            files: ["a.html": "\u{FEFF}<p>x</p>\r\n", "a.css": "\u{FEFF}p { top: 0 }\r\n"])
        #expect(Array(run.output.utf8) == Array("\u{FEFF}<p style=\"top:0\">x</p>\r\n".utf8))
    }

    @Test("All options go together")
    func options() throws {
        let run = try inline(
            ["-", "--css", "a.css", "--base-url", "https://oak.example/news/", "--keep-style", "--remove-attributes"],
            input: "<head></head><p class=\"a b\"><img src=\"c.png\"></p>",
            files: ["a.css": ".a { top: 0 } @media print { .a { top: 1px } }"])
        #expect(run.status == 0 && run.errors == "")
        #expect(run.output.contains("<p class=\"a\" style=\"top:0\"><img src=\"https://oak.example/news/c.png\"></p>"))
        #expect(run.output.contains(".a { top: 0 }") && run.output.contains("top: 1px !important"))
    }

    @Test("A stylesheet of a document that is not read is a warning at its line, and the document is printed")
    func link() throws {
        let run = try inline(["-"], input: "<p>\n<link rel=stylesheet href=a.css>")
        #expect(run.status == 0)
        #expect(run.errors.hasPrefix("<stdin>:2:1: warning: this stylesheet is not read"))
        #expect(run.output == "<p>\n<link rel=stylesheet href=a.css>")
    }

    @Test("A file that is not there, a folder, or one in UTF-16 is an error")
    func unreadable() throws {
        for path in ["missing.html", "."] {
            let run = try inline([path])
            #expect(run.status == 1 && run.output == "" && run.errors == "\(path): error: this file can't be read\n")
        }
        let folder = try TemporaryFolder([:])
        try Data([0xFF, 0xFE, 0x3C, 0]).write(to: URL(fileURLWithPath: folder.path + "/a.html"))
        let run = try CommandLineTool.run(["inline", "a.html"], in: folder.path)
        #expect(run.status == 1 && run.output == "" && run.errors.hasPrefix("a.html: error: this file is in UTF-16"))
    }

    @Test(
        "A wrong command line is told as such",
        arguments: [
            ["--base-url", "oak.example"], ["--base-url", "ftp://oak.example/"],
            ["--base-url", "https://oak.example/a b/"],
            ["--base-url", "https://oak.example/\">"], ["--css", "-"], ["a.html", "--css", "-", "--css", "-"],
        ])
    func wrong(arguments: [String]) throws {
        let run = try inline(arguments, input: "<p>x")
        #expect(run.status == 64 && run.output == "")
    }
}
