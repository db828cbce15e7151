import Foundation
import TestSupport
import Testing

/// A practice with three schools.
private func practice(_ names: [String: String] = [:]) throws -> Practice {
    let names = ["oak": "Oak School", "elm": "Elm School", "ash": "Ash School"].merging(names) { _, new in new }
    return try Practice(
        Dictionary(uniqueKeysWithValues: names.map { ("schools/\($0)/school.yaml", school($1)) }))
}

private func school(_ name: String) -> String {
    "name: \(name)\ndistrict: Tillamook Valley\ncity: Juniper Flat\nstate: OR\ngrades: 6-8\nlevel: middle\n"
}

extension Practice {
    /// Runs `prowess` where the practice is, with an engine.
    fileprivate func run(_ arguments: [String], engine: String) throws -> CommandLineTool.Run {
        try CommandLineTool.run(
            arguments + ["--layouts", Repository.layouts], in: folder.path,
            environment: ["PROWESS_WEASYPRINT": engine])
    }

    fileprivate var pdfs: [String] { output.keys.filter { $0.hasSuffix(".pdf") }.sorted() }

    /// The PDFs of a booklet and of the families' summary in both languages.
    fileprivate static func pdfs(of schools: String...) -> [String] {
        schools.flatMap { school in
            ["booklet", "families.en", "families.es"].map { "Booklets/\(school)/\($0).pdf" }
        }
    }
}

@Suite("prowess build --pdf and prowess booklet")
struct BookletPDFTests {
    @Test("Each booklet has its PDF, for this account only, and nothing is made a second time")
    func building() throws {
        let engine = try FakeEngine(.echoes)
        let practice = try practice()
        let run = try practice.run(["build", "--pdf", "--imposition", "booklet"], engine: engine.path)
        #expect(run.status == 0 && run.errors == "")
        #expect(practice.pdfs.count == 12)
        let html = practice.folder.text("Output/Booklets/oak/booklet.html") ?? ""
        #expect(practice.folder.text("Output/Booklets/oak/booklet.pdf") == "%PDF-" + html)
        #expect(practice.output["Booklets/oak/booklet.pdf"]?.last == "\(0o600)")
        // One request a PDF, though two files are made of it.
        #expect(engine.notes.count { $0 == "print" } == 9 && engine.notes.count { $0 == "impose" } == 3)
        let before = practice.output
        let again = try practice.run(["build", "--pdf", "--imposition", "booklet"], engine: engine.path)
        #expect(again.output.contains(": 0 written"))
        #expect(practice.output == before && engine.notes.count { $0 == "print" } == 9)
    }

    @Test("Only the booklet that changed is printed again, and a dry run prints none")
    func changing() throws {
        let engine = try FakeEngine(.echoes)
        let practice = try practice()
        _ = try practice.run(["build", "--pdf"], engine: engine.path)
        try practice.folder.write("Content/schools/oak/school.yaml", school("Old Oak School"))
        let dry = try practice.run(["build", "--pdf", "--dry-run"], engine: engine.path)
        #expect(dry.output.contains("change Booklets/oak/booklet.pdf\n"))
        #expect(engine.notes.count { $0 == "print" } == 9)
        #expect(try practice.run(["build", "--pdf"], engine: engine.path).status == 0)
        #expect(engine.notes.count { $0 == "print" } == 12)
        #expect(practice.folder.text("Output/Booklets/oak/booklet.pdf")?.contains("Old Oak School") == true)
    }

    @Test("The paper of the command line is that of the HTML and of its PDF")
    func paper() throws {
        let practice = try practice()
        let run = try practice.run(["booklet", "oak", "--page-size", "a4"], engine: "/nowhere/python")
        #expect(run.status == 0)
        let html = practice.folder.text("Output/Booklets/oak/booklet.html") ?? ""
        #expect(html.contains("size: A4;") && !html.contains("size: Letter;"))
    }

    @Test("Where the engine crashes at one booklet, the others are made, its old PDF goes, and it is named")
    func crashing() throws {
        let engine = try FakeEngine(.crashesAtWord)
        let practice = try practice()
        #expect(try practice.run(["build", "--pdf"], engine: engine.path).status == 0)
        try practice.folder.write("Content/schools/oak/school.yaml", school("Oak crash School"))
        try practice.folder.write("Content/schools/elm/school.yaml", school("New Elm School"))
        let run = try practice.run(["build", "--pdf", "--diagnostics", "json"], engine: engine.path)
        #expect(run.status == 1)
        #expect(try run.diagnostics().map { $0["path"] as? String } == Practice.pdfs(of: "oak"))
        #expect(practice.pdfs == Practice.pdfs(of: "ash", "elm"))
        #expect(practice.folder.text("Output/Booklets/oak/booklet.html")?.contains("Oak crash School") == true)
        #expect(practice.folder.text("Output/Booklets/elm/booklet.pdf")?.contains("New Elm School") == true)
    }

    @Test("A hanging engine is stopped after its time, and the others are made")
    func hanging() throws {
        let engine = try FakeEngine(.hangsAtWord)
        let practice = try practice(["oak": "Oak standstill School"])
        let run = try practice.run(["build", "--pdf", "--pdf-time-limit", "2"], engine: engine.path)
        #expect(run.status == 1 && run.errors.contains("Booklets/oak/booklet.pdf: error: the PDF engine was not done"))
        #expect(practice.pdfs == Practice.pdfs(of: "ash", "elm"))
    }

    @Test("Without an engine the HTML is made all the same, and one error says how to install it")
    func missing() throws {
        let practice = try practice()
        let run = try practice.run(["build", "--pdf", "--diagnostics", "json"], engine: "/nowhere/python")
        #expect(run.status == 1)
        let diagnostics = try run.diagnostics()
        #expect(diagnostics.count == 1)
        #expect((diagnostics.first?["hint"] as? String)?.contains("Scripts/setup --pdf") == true)
        #expect(practice.output.keys.contains("Booklets/oak/booklet.html") && practice.pdfs.isEmpty)
    }

    @Test("One school's booklet is made alone; the files of all others stay as they are")
    func alone() throws {
        let engine = try FakeEngine(.echoes)
        let practice = try practice()
        _ = try practice.run(["build", "--pdf"], engine: engine.path)
        let before = practice.output
        for (slug, name) in [("oak", "Old Oak School"), ("elm", "Old Elm School")] {
            try practice.folder.write("Content/schools/\(slug)/school.yaml", school(name))
        }
        let run = try practice.run(["booklet", "oak", "--pdf"], engine: engine.path)
        #expect(run.status == 0)
        let changed = practice.output.filter { before[$0.key] != $0.value }.keys
        #expect(changed.contains("Booklets/oak/booklet.html") && changed.contains("Booklets/oak/booklet.pdf"))
        #expect(changed.allSatisfy { $0 == ".prowess/manifest" || $0.hasPrefix("Booklets/oak/") })
        #expect(Set(before.keys) == Set(practice.output.keys))
        // Without --pdf a PDF of what was before would contradict the new HTML.
        try practice.folder.write("Content/schools/oak/school.yaml", school("Oldest Oak School"))
        _ = try practice.run(["booklet", "Content/schools/oak/"], engine: engine.path)
        #expect(practice.pdfs == Practice.pdfs(of: "ash", "elm"))
    }

    @Test("A school that is not there is told with the nearest name, and nothing is written")
    func unknown() throws {
        let practice = try practice()
        let run = try CommandLineTool.run(["booklet", "oakk"], in: practice.folder.path)
        #expect(run.status == 64 && run.errors.contains("did you mean \"oak\"?"))
        #expect(practice.output.isEmpty)
    }

    @Test(
        "What makes no sense on the command line is told",
        arguments: [
            ["--engine", "chromium"], ["--imposition", "booklet"], ["--page-size", "a3"],
            ["--pdf", "--pdf-time-limit", "0"], ["--pdf", "--engine", "word"],
        ])
    func wrong(arguments: [String]) throws {
        #expect(try CommandLineTool.run(["build"] + arguments).status == 64)
    }
}

@Suite("A build with PDFs that is killed", .timeLimit(.minutes(2)))
struct KilledEngineTests {
    /// The private Python, where it is installed beside this build.
    static var engine: String? {
        var folder = Bundle.main.bundleURL.resolvingSymlinksInPath()
        while folder.path != "/" {
            let path = folder.path + "/.build/engine/bin/python3"
            if FileManager.default.isExecutableFile(atPath: path) { return path }
            folder.deleteLastPathComponent()
        }
        return nil
    }

    /// The processes of which another is the parent, as Linux tells.
    static func children(of parent: Int32) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap(Int32.init).filter { process in
            let status = FileManager.default.contents(atPath: "/proc/\(process)/stat")
            let fields = String(decoding: status ?? Data(), as: UTF8.self).split(separator: ")").last?.split(
                separator: " ")
            return fields?.dropFirst().first == "\(parent)"
        }
    }

    @Test(
        "SIGKILL leaves no engine process and no temporary folder behind",
        .enabled(if: engine != nil, "WeasyPrint is not installed; Scripts/setup --pdf does it"))
    func orphans() throws {
        let temporary = try TemporaryFolder()
        let practice = try practice()
        let files = try TemporaryFolder(["in": "", "out": "", "err": ""])
        let process = try CommandLineTool.start(
            ["build", "--layouts", Repository.layouts, "--pdf", "--jobs", "2"], in: practice.folder.path, files: files,
            environment: ["PROWESS_WEASYPRINT": Self.engine ?? "", "TMPDIR": temporary.path])
        // Until two workers live and one of them has a child that renders.
        var all: [Int32] = []
        while process.isRunning {
            let workers = Self.children(of: process.processIdentifier)
            let renders = workers.flatMap(Self.children)
            all = Array(Set(all + workers + renders))
            if workers.count == 2, !renders.isEmpty { break }
        }
        #expect(all.count >= 3)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        while all.contains(where: { FileManager.default.fileExists(atPath: "/proc/\($0)/exe") }) {}
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path).isEmpty)
    }
}
