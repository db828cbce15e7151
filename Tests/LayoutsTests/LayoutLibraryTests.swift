import Diagnostics
import TestSupport
import Testing

@testable import Layouts

@Suite("Reading a folder of layouts")
struct LayoutLibraryTests {
    @Test("Files that are no templates are kept as they are, hidden ones and backups are left out")
    func files() throws {
        let layouts = try LayoutFolder(["page": "x", ".draft": "{{", "old/.git/x": "{{#a}}"])
        try layouts.folder.write("assets/logo.png", bytes: [0x89, 0, 0xFF])
        try layouts.folder.write("style.css~", "x")
        try layouts.folder.write("page.mustache~", "{{")
        try layouts.folder.write(".DS_Store", "x")
        let library = try layouts.library()
        #expect(library.files == ["assets/logo.png": [0x89, 0, 0xFF]])
        #expect(try library.render("page", [:]) == "x")
    }

    @Test("A folder that is missing, or is a file, is told as such")
    func missingFolder() throws {
        let folder = try TemporaryFolder(["file": "x"])
        for name in ["none", "file"] {
            let path = folder.path + "/" + name
            let log = try #require(#expect(throws: DiagnosticLog.self) { try LayoutLibrary(folder: path) })
            #expect(log.diagnostics.map(\.message) == ["there is no such folder"])
            #expect(log.diagnostics.map(\.path) == [path])
        }
    }

    @Test("A link that leads out of the folder is an error, and one that stays inside is followed")
    func links() throws {
        let layouts = try LayoutFolder(["page": "x"])
        try layouts.folder.link("copy.mustache", to: "page.mustache")
        #expect(try layouts.library().render("copy", [:]) == "x")
        let outside = try TemporaryFolder(["secret": "s"])
        try layouts.folder.link("logo.svg", to: outside.path + "/secret")
        try layouts.folder.link("gone.svg", to: "nowhere")
        #expect(
            try layouts.problems().map { $0.path.split(separator: "/").last } == ["gone.svg", "logo.svg"])
    }

    @Test("A template in another encoding is told to be saved as UTF-8")
    func encoding() throws {
        let layouts = try LayoutFolder([:])
        try layouts.folder.write("page.mustache", bytes: [0x63, 0x61, 0x66, 0xE9])
        #expect(try layouts.problems().map(\.message) == ["this template is not UTF-8 text"])
    }

    @Test(
        "A template that is not valid Mustache is told at the tag that is wrong",
        arguments: [
            ("x\n {{#list}}\n{{#a}}{{/a}}", 2, 2, "\"list\" is never closed"),
            ("{{<base}}\n{{$main}}", 2, 1, "\"main\" is never closed"),
            ("{{#a}}\n\n  {{/b}}{{/a}}", 3, 3, "\"b\" is closed but not open"),
            ("x{{/a}}", 1, 2, "\"a\" is closed but not open"),
            ("é {{name", 1, 3, "a tag is never closed with }}"),
            ("\n{{name}", 2, 1, "a tag is never closed with }}"),
            ("\r\n\r\n x{{name} {{y}}", 3, 9, "a tag is never closed with }}"),
            ("{{{name}}", 1, 10, "this tag is malformed"),
            ("a\n{{a b}}", 2, 5, "a tag is never closed with }}"),
            ("x{{! never", 1, 2, "a tag is never closed with }}"),
            ("{{<base}}{{x}}{{/base}}", 1, 24, "only blocks may stand inside {{<…}}"),
        ])
    func invalid(text: String, line: Int, column: Int, message: String) throws {
        let problems = try LayoutFolder(["base": "{{$main}}{{/main}}", "page": text]).problems()
        #expect(problems.map(\.message) == [message])
        #expect(problems.map(\.location) == [SourceLocation(line: line, column: column)])
    }

    @Test("What is closed by a wrong name is told with what is open, and what stays open with how to close it")
    func hints() throws {
        #expect(
            try LayoutFolder(["page": "\n{{#school}}{{/scool}}"]).problems().map(\.hint)
                == ["what is open here is \"school\", from line 2 on"])
        #expect(try LayoutFolder(["page": "{{^a.b}}"]).problems().map(\.hint) == ["close it with {{/a.b}}"])
    }

    @Test("All that is wrong in a folder is told at once, each in its file")
    func all() throws {
        let problems = try LayoutFolder(["a": "{{", "b": "{{#x}}", "c": "{{>d}}", "e": "fine"]).problems()
        #expect(problems.map { $0.path.suffix(10) } == ["a.mustache", "b.mustache", "c.mustache"])
    }

    @Test("A partial and a layout that are missing are told at their tags with their nearest neighbour")
    func missingPartials() throws {
        let problems = try LayoutFolder([
            "page": "{{<bas}}{{/bas}}\n {{> partials/crad }}", "base": "", "partials/card": "",
        ])
        .problems()
        #expect(problems.map(\.message) == ["there is no template \"bas\"", "there is no template \"partials/crad\""])
        #expect(problems.map(\.location) == [.start, SourceLocation(line: 2, column: 2)])
        #expect(problems.map(\.hint) == ["did you mean \"base\"?", "did you mean \"partials/card\"?"])
    }

    @Test("A name that would leave the folder is no template")
    func outside() throws {
        let layouts = try LayoutFolder(["in/page": "{{>../secret}}", "secret": "x"])
        #expect(try layouts.problems().map(\.message) == ["there is no template \"../secret\""])
    }
}

@Suite("Templates that contain themselves")
struct RecursionTests {
    @Test(
        "A template that includes itself is one error at the tag, whether as a partial or as a layout",
        arguments: ["{{>page}}", "{{<page}}{{/page}}", "{{#list}}{{>page}}{{/list}}"])
    func direct(tag: String) throws {
        let problems = try LayoutFolder(["page": "x\n" + tag]).problems()
        #expect(problems.map(\.message) == ["this template includes itself"])
        #expect(problems.map(\.location?.line) == [2])
    }

    @Test("Templates that include each other are told in each of their files, and no others are")
    func cycle() throws {
        let problems = try LayoutFolder(["a": "{{>b}}", "b": "{{<c}}{{/c}}", "c": "{{>a}}", "outside": "{{>a}}"])
            .problems()
        #expect(
            problems.map(\.message) == [
                "this template includes \"b\", which includes this one",
                "this template includes \"c\", which includes this one",
                "this template includes \"a\", which includes this one",
            ])
    }

    @Test(
        "A block that is filled with itself is one error, by whatever way",
        arguments: [
            ["page": "{{<base}}\n{{$main}}<{{$main}}x{{/main}}>{{/main}}\n{{/base}}"],
            ["page": "{{<base}}\n{{$main}}{{>card}}{{/main}}{{/base}}", "card": "{{$main}}{{/main}}"],
            ["page": "{{<base}}\n{{$main}}{{<card}}{{/card}}{{/main}}{{/base}}", "card": "{{$main}}{{/main}}"],
        ])
    func blocks(templates: [String: String]) throws {
        let problems = try LayoutFolder(templates.merging(["base": "{{$main}}{{/main}}"]) { own, _ in own }).problems()
        #expect(problems.map(\.message) == ["what the block \"main\" is filled with would contain itself"])
        #expect(problems.map(\.location?.line) == [2])
    }

    @Test("Two blocks that are filled with each other are an error")
    func mutualBlocks() throws {
        let page = "{{<base}}{{$a}}{{$b}}{{/b}}{{/a}}\n{{$b}}{{$a}}{{/a}}{{/b}}{{/base}}"
        let problems = try LayoutFolder(["base": "{{$a}}{{/a}}", "page": page]).problems()
        #expect(problems.map(\.location?.line) == [1, 2])
    }

    @Test("Pages that fill the same blocks in ways that would not go together are fine, since they never meet")
    func separatePages() throws {
        let library = try LayoutFolder([
            "base": "<{{$a}}{{/a}}{{$b}}{{/b}}>", "hasA": "[{{$a}}{{/a}}]", "hasB": "({{$b}}{{/b}})",
            "one": "{{<base}}{{$a}}{{>hasB}}{{/a}}{{/base}}", "two": "{{<base}}{{$b}}{{>hasA}}{{/b}}{{/base}}",
        ]).library()
        #expect(try library.render("one", [:]) == "<()>")
        #expect(try library.render("two", [:]) == "<[]>")
    }
}
