import Foundation
import TestSupport
import Testing

/// One mistake in a practice's folder, and what the author is told of it.
struct Mistake: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The beginning of the one diagnostic.
    let expected: String
    let make: @Sendable (TemporaryFolder) throws -> Void

    init(_ description: String, _ expected: String, make: @escaping @Sendable (TemporaryFolder) throws -> Void) {
        testDescription = description
        self.expected = expected
        self.make = make
    }

    /// A file with this text.
    init(_ description: String, _ expected: String, file: String, _ text: String) {
        self.init(description, expected) { try $0.write("Content/" + file, text) }
    }

    static let plan = "schools/oak/plan.yaml"
    static let article = "---\ntitle: A\nsummary: B\ndate: 2026-02-30\n---\n"

    static let all = [
        Mistake("bytes that are not UTF-8", "Content/pages/a.md:4:4: error: this file is not UTF-8") {
            try $0.write("Content/pages/a.md", bytes: Array("---\ntitle: A\n---\nCaf".utf8) + [0xE9, 0x0A])
        },
        Mistake(
            "front matter that is never closed", "Content/pages/a.md:1:1: error: the front matter that begins here",
            file: "pages/a.md", "---\ntitle: A\nText.\n"),
        Mistake(
            "an alias bomb", "Content/\(plan):2:5: error: the YAML alias *a is not read here", file: plan,
            "a: &a [x, x]\nb: [*a, *a, *a, *a, *a, *a, *a, *a]\n"),
        Mistake(
            "10,000 levels of nested lists", "Content/\(plan):1:10", file: plan,
            "goals: " + String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)),
        Mistake(
            "10,000 levels of nested keys", "Content/\(plan):101:101: error: the YAML is nested more than", file: plan,
            (0..<10_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
        Mistake(
            "a key given twice", "Content/pages/a.md:2:1: error: the key \"title\" is given twice", file: "pages/a.md",
            "---\ntitle: A\ntitle: B\n---\n"),
        Mistake("a link out of the folder", "Content/pages/a.md: error: this link leads out of Content") {
            try FileManager.default.createSymbolicLink(
                atPath: $0.path + "/Content/pages/a.md", withDestinationPath: "/etc/hostname")
        },
        Mistake(
            "a file name that Windows keeps for itself", "Content/pages/con.md: error: \"con\" is a name",
            file: "pages/con.md", "---\ntitle: A\n---\n"),
        Mistake(
            "a file name with a climb in it", "Content/pages/a..b.md: error: a file name becomes part of a web address",
            file: "pages/a..b.md", "---\ntitle: A\n---\n"),
        Mistake(
            "a tag that Windows keeps for itself", "Content/insights/a.md:5:7: error: the tag \"CON\" can't be part",
            file: "insights/a.md", "---\ntitle: A\nsummary: B\ndate: 2026-01-01\ntags: [CON]\n---\n"),
        Mistake(
            "a link to a file outside", "Content/pages/a.md:4:5: error: ", file: "pages/a.md",
            "---\ntitle: A\n---\n[a](../../etc/passwd)\n"),
        Mistake(
            "a link with a NUL", "Content/pages/a.md:4:5: error: ", file: "pages/a.md",
            "---\ntitle: A\n---\n[a](b%00.md)\n"),
        Mistake(
            "a day that no calendar has", "Content/insights/a.md:4:7: error: \"date\" should be a date",
            file: "insights/a.md", article),
        Mistake(
            "a quotation mark that is never closed", "Content/schools/oak/measures.csv:3:1: error: a quotation mark",
            file: "schools/oak/measures.csv", "period,measure,count\n2024-2025,trainings,1\n2024-2025,trainings,\"2\n"),
        Mistake(
            "a short row", "Content/schools/oak/measures.csv:2:1: error: this row has 2 fields where the header has 3",
            file: "schools/oak/measures.csv", "period,measure,count\n2024-2025,trainings\n"),
        Mistake("an empty Content/", "Content: error: this folder is empty") {
            try $0.remove("Content")
            try FileManager.default.createDirectory(atPath: $0.path + "/Content", withIntermediateDirectories: false)
        },
        Mistake("no Content/", "Content: error: there is no such folder") { try $0.remove("Content") },
        Mistake("a file of 2 GB", "Content/pages/a.md: error: this file is larger than 256 MB") {
            try $0.write("Content/pages/a.md", "")
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: $0.path + "/Content/pages/a.md"))
            try file.truncate(atOffset: 2 << 30)
        },
        Mistake("a Markdown line of 50 MB", "Content/pages/a.md:5:1: error: this paragraph is longer than 512 KB") {
            let line = String(repeating: "A *line* of [links](https://example.org/) `and` more. ", count: 1_000_000)
            try $0.write("Content/pages/a.md", "---\ntitle: A\n---\n\n\(line)\n")
        },
        Mistake("an Output/ that is a file", "Output: error: a file stands where a folder must be") {
            if FileManager.default.fileExists(atPath: $0.path + "/Output") { try $0.remove("Output") }
            try $0.write("Output", "mine")
        },
        Mistake("an Output/ that can't be written to", "Output/.prowess: error: ") {
            // Not even root may write below a file of the kernel's.
            if FileManager.default.fileExists(atPath: $0.path + "/Output") { try $0.remove("Output") }
            try $0.link("Output", to: "/proc/1")
        },
    ]
}

@Suite("Bad input")
struct BadInputTests {
    static let school = [
        "schools/oak/school.yaml":
            "name: Oak\ndistrict: D\ncity: C\nstate: OH\nlevel: high\ngrades: 9-12\n",
        "insights/_index.md": "---\ntitle: Insights\nsummary: All.\n---\n",
    ]

    @Test(
        "A mistake is one diagnostic, exit status 1, and the last good Output/ stays as it was", arguments: Mistake.all)
    func mistake(mistake: Mistake) throws {
        let practice = try Practice(Self.school)
        #expect(try practice.build().status == 0)
        let isAboutOutput = mistake.expected.hasPrefix("Output")
        let before = practice.output
        try mistake.make(practice.folder)
        let run = try practice.build()
        #expect(run.status == 1 && run.output == "")
        #expect(run.errors.hasPrefix(mistake.expected), "\(run.errors)")
        #expect(run.errors.ranges(of: ": error: ").count == 1, "\(run.errors)")
        #expect(isAboutOutput || practice.output == before)
    }

    @Test("A table as Excel saves it, with a byte order mark, CRLF and semicolons, is read like any other")
    func excel() throws {
        let table = "period,measure,count\n2024-2025,trainings,12\n2025-2026,trainings,34\n"
        let practice = try Practice(Self.school.merging(["schools/oak/measures.csv": table]) { $1 })
        _ = try practice.build()
        let before = practice.output
        #expect(before["Booklets/oak/booklet.html"]?.first?.contains(">34<") == true)
        let saved = "\u{FEFF}" + table.replacing(",", with: ";").replacing("\n", with: "\r\n")
        try practice.folder.write("Content/schools/oak/measures.csv", saved)
        #expect(try practice.build().status == 0)
        #expect(practice.output == before)
    }

    @Test("A layout that includes itself is told at its line")
    func selfIncludingLayout() throws {
        let practice = try Practice()
        try FileManager.default.copyItem(atPath: Repository.layouts, toPath: practice.folder.path + "/Layouts")
        _ = try practice.build(["--layouts", "Layouts"])
        let before = practice.output
        try practice.folder.write("Layouts/Site/footer.mustache", "<p>\n{{>footer}}</p>\n")
        let run = try practice.build(["--layouts", "Layouts"])
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("Layouts/Site/footer.mustache:2:1: error: this template includes itself\n"))
        #expect(practice.output == before)
    }
}
