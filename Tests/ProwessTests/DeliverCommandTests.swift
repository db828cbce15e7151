import Foundation
import TestSupport
import Testing

@Suite("prowess deliver")
struct DeliverCommandTests {
    private static let place = "Content/schools/oak"
    private static let zip = "Output/Deliveries/oak-v1.zip"
    private static let password = "five words drawn at random"
    private let practice: Practice
    private let engine: FakeEngine
    private var folder: TemporaryFolder { practice.folder }

    init() throws {
        engine = try FakeEngine(.echoes)
        practice = try Practice([
            "instruments/short.yaml": """
            title: Short
            version: "1"
            scale: [{code: 1, label: "No"}, {code: 2, label: "Yes", favorable: true}]
            domains: [{id: d, title: Trust}]
            groups: [student]
            items:
              - {id: q1, domain: d, text: Fair?}
              - {id: say, kind: comment, text: What else?}

            """,
            "schools/oak/school.yaml": Self.school(permission: "2026-01-05"),
            "schools/oak/surveys/w1-student.csv": "q1,say\n"
                + (0..<60).map { "\($0.isMultiple(of: 3) ? 1 : 2),\n" }.joined(),
            "schools/oak/support.yaml": Self.support(1),
        ])
    }

    private static func school(permission: String?) -> String {
        let line = permission.map { "permission-to-deliver: {from: District office, date: \($0)}\n" } ?? ""
        return """
            \(line)name: Oak
            district: D
            city: C
            state: OH
            level: high
            grades: 9-12
            instrument: short
            waves:
              - {id: w1, title: Baseline, from: 2025-10-01, to: 2025-10-10, format: plain, invited: {student: 90}}

            """
    }

    private static func support(_ count: Int) -> String {
        "activities:\n"
            + (1...count).map { "  - {date: 2025-11-0\($0), kind: training, title: Day \($0), audience: All}\n" }
            .joined()
    }

    private func deliver(
        _ arguments: String..., on day: String = "2026-02-01", input: String = "", path: String? = nil,
        engine: String? = nil
    ) throws -> CommandLineTool.Run {
        var environment = ["PROWESS_WEASYPRINT": engine ?? self.engine.path]
        environment["PATH"] = path
        return try CommandLineTool.run(
            ["deliver", "oak", "--layouts", Repository.layouts, "--date", day] + arguments, in: folder.path,
            input: input, environment: environment)
    }

    private func bytes(_ file: String) throws -> Data {
        try #require(FileManager.default.contents(atPath: folder.path + "/" + file))
    }

    private func mode(_ file: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder.path + "/" + file)[.posixPermissions] as? Int
    }

    private var ledger: [String] {
        (folder.text(Self.place + "/deliveries.csv") ?? "").split(whereSeparator: \.isNewline).map(String.init)
    }

    /// A search path with a folder before those of the system.
    private static func path(_ first: String) -> String { first + ":/usr/local/bin:/usr/bin:/bin" }

    /// Runs a tool; nil where the machine doesn't have it.
    private static func tool(_ name: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let files = try TemporaryFolder(["out": ""])
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: files.path + "/out"))
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, files.text("out") ?? "")
    }

    private static let hasPython = (try? tool("python3", ["--version"]).status) == 0
    private static let hasSevenZip = (try? tool("7z", ["i"]).status) == 0

    @Test("One ZIP for the practice alone, a line in the ledger, the counts in releases.csv, and a snapshot")
    func delivers() throws {
        let run = try deliver()
        #expect(run.status == 0 && run.errors == "")
        #expect(run.output.contains("\(Self.place)/deliveries.csv: noted: version 1, to school\n"))
        #expect(ledger.first == "version,date,audience,file,sha256,snapshot-sha256")
        #expect(ledger.count == 2 && ledger.last?.hasPrefix("1,2026-02-01,school,oak-v1.zip,") == true)
        #expect(
            folder.text("\(Self.place)/releases.csv")?.contains("2026-02-01,school,survey.students.answered.w1,60")
                == true)
        for file in [
            Self.zip, Self.place + "/deliveries.csv", Self.place + "/releases.csv", Self.place + "/deliveries/1.json",
        ] {
            #expect(try mode(file) == 0o600, "\(file)")
        }
        #expect(try mode("Output/Deliveries") == 0o700)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Output/Deliveries")
        #expect(left == ["oak-v1.zip"])
        #expect(try practice.build().errors == "")
    }

    @Test("Delivered again it is the same ZIP without a second line; to others it is a line and no new version")
    func again() throws {
        #expect(try deliver().status == 0)
        let zip = try bytes(Self.zip)
        let releases = folder.text("\(Self.place)/releases.csv")
        let again = try deliver(on: "2026-03-01")
        #expect(again.output.contains("nothing changed: version 1, to school, was noted on 2026-02-01"))
        #expect(try bytes(Self.zip) == zip && ledger.count == 2)
        #expect(folder.text("\(Self.place)/releases.csv") == releases)
        #expect(try deliver("--to", "police", on: "2026-03-01").status == 0)
        #expect(try bytes(Self.zip) == zip && ledger.count == 3)
        #expect(ledger.last?.hasPrefix("1,2026-03-01,police,") == true)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/\(Self.place)/deliveries/2.json"))
    }

    @Test("What tells something new is the next version, and the one before stays as it was")
    func nextVersion() throws {
        #expect(try deliver().status == 0)
        try folder.write("\(Self.place)/support.yaml", Self.support(2))
        let run = try deliver(on: "2026-03-01")
        #expect(run.status == 0 && run.output.contains("noted: version 2, to school"))
        #expect(ledger.count == 3 && ledger.last?.contains(",oak-v2.zip,") == true)
        #expect(try deliver(on: "2026-03-02").output.contains("nothing changed: version 2"))
        #expect(
            try Set(FileManager.default.contentsOfDirectory(atPath: folder.path + "/Output/Deliveries"))
                == ["oak-v1.zip", "oak-v2.zip"])
    }

    @Test("All that is missing is told at once, each with its next step, and nothing is written")
    func refused() throws {
        let words = ["loud", "calm"]
        try folder.write(
            "\(Self.place)/surveys/w1-student.csv",
            "q1,say\n" + (0..<60).map { "2,\($0 < 12 ? words[$0 % 2] : "")\n" }.joined())
        try folder.write("\(Self.place)/school.yaml", Self.school(permission: nil))
        let run = try deliver()
        #expect(run.status == 1 && run.output == "")
        #expect(run.errors.contains("school.yaml: error: that the school agreed to the delivery"))
        #expect(run.errors.contains("add \"permission-to-deliver: {from: who agreed, date: 2026-02-01}\""))
        #expect(run.errors.contains("comments.yaml: error: 2 comments await a decision"))
        #expect(run.errors.contains("prowess evaluate oak --comments"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/Output"))
        #expect(ledger.isEmpty)

        try folder.write("\(Self.place)/school.yaml", Self.school(permission: "2026-02-02"))
        #expect(try deliver().errors.contains("is dated 2026-02-02, later than 2026-02-01"))
        let list = try CommandLineTool.run(["evaluate", "oak", "--comments", "--date", "2026-02-01"], in: folder.path)
        try folder.write("\(Self.place)/comments.yaml", list.output.replacing("approved:\n", with: "approved: false\n"))
        #expect(try deliver(on: "2026-02-02").status == 0)
        #expect(try deliver(on: "2026-02-01").errors.contains("the last delivery is dated 2026-02-02"))
    }

    @Test("A school of which nothing is on record, and content with a mistake, are not delivered")
    func nothing() throws {
        for file in ["support.yaml", "surveys/w1-student.csv"] { try folder.remove("\(Self.place)/\(file)") }
        #expect(try deliver().errors.contains("nothing is on record of this school"))
        try folder.write("\(Self.place)/support.yaml", "activities: [{}]\n")
        let run = try deliver()
        #expect(run.status == 1 && run.errors.contains("support.yaml:1:") && run.errors.contains("is missing"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/Output"))
    }

    @Test("A dry run says what would be delivered, and writes nothing")
    func dryRun() throws {
        let run = try deliver("--dry-run")
        #expect(run.status == 0 && run.output.contains("would write \(Self.zip):\n  README.txt, "))
        #expect(run.output.contains("version 1, to school"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/Output") && ledger.isEmpty)
    }

    @Test("Nothing is noted where the ZIP can't be put in place")
    func noPlace() throws {
        try folder.write("\(Self.zip)/file", "")
        #expect(try deliver().status != 0)
        #expect(ledger.isEmpty && folder.text("\(Self.place)/releases.csv") == nil)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/\(Self.place)/deliveries/1.json"))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Output/Deliveries") == ["oak-v1.zip"])
    }

    @Test("Python's zipfile reads the ZIP, and the README has each file's digest", .enabled(if: hasPython))
    func python() throws {
        #expect(try deliver().status == 0)
        let script = """
            import hashlib, sys, zipfile
            archive = zipfile.ZipFile(sys.argv[1])
            readme = archive.read('README.txt').decode()
            names = archive.namelist()
            assert archive.testzip() is None and names == sorted(names)
            assert all(i.date_time == (2025, 11, 1, 12, 0, 0) and not i.extra for i in archive.infolist())
            for name in names:
                data = archive.read(name)
                told = f'{len(data)} bytes\\n  SHA-256 {hashlib.sha256(data).hexdigest()}\\n'
                assert name == 'README.txt' or told in readme, name
            print(' '.join(names), hashlib.sha256(open(sys.argv[1], 'rb').read()).hexdigest())
            """
        let run = try Self.tool("python3", ["-c", script, folder.path + "/" + Self.zip])
        #expect(run.status == 0)
        let fields = run.output.split(whereSeparator: \.isWhitespace).map(String.init)
        #expect(
            fields.dropLast() == [
                "README.txt", "booklet.html", "booklet.pdf", "dictionary.csv", "families.en.html", "families.en.pdf",
                "families.es.html", "families.es.pdf", "numbers.csv", "numbers.json",
            ])
        #expect(ledger.last?.split(separator: ",")[4] == fields.last.map { $0[...] })
    }

    @Test(
        "An encrypted ZIP opens with its password and no other, which no other program was told",
        .enabled(if: hasSevenZip))
    func encrypted() throws {
        let real = try Self.tool("sh", ["-c", "command -v 7z"]).output.trimmingCharacters(in: .newlines)
        try folder.write(
            "tools/7z", "#!/bin/sh\nprintf '%s ' \"$@\" > '\(folder.path)/arguments'\nexec \(real) \"$@\"\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/tools/7z")
        let run = try deliver(
            "--encrypt", "--password-file", "-", input: Self.password + "\n", path: Self.path(folder.path + "/tools"))
        #expect(run.status == 0, "\(run.errors)")
        let told = try #require(folder.text("arguments"))
        #expect(told.contains("-mem=AES256") && !told.contains(Self.password))
        #expect(!(run.output + run.errors + ledger.joined()).contains(Self.password))
        let zip = folder.path + "/" + Self.zip
        #expect(try Self.tool("7z", ["t", "-pnot the password at all", zip]).status != 0)
        #expect(try Self.tool("7z", ["x", "-p" + Self.password, "-o" + folder.path + "/open", zip]).status == 0)
        #expect(folder.text("open/README.txt")?.contains("Oak: booklet, version 1") == true)
        #expect(try Self.tool("7z", ["l", "-slt", zip]).output.ranges(of: "Method = AES-256").count == 10)
        #expect(try mode(Self.zip) == 0o600 && ledger.count == 2)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Output/Deliveries")
        #expect(left == ["oak-v1.zip"])
        // What is open is what an open ZIP would have held.
        try folder.write("password", Self.password + "\n")
        #expect(try deliver("--to", "police").status == 0)
        let plain = try Self.tool("7z", ["x", "-o" + folder.path + "/plain", zip])
        #expect(plain.status == 0 && folder.text("plain/README.txt") == folder.text("open/README.txt"))
        #expect(folder.text("plain/booklet.html") == folder.text("open/booklet.html"))
    }

    @Test("Without an engine nothing is delivered, and --no-pdf delivers all else")
    func noEngine() throws {
        let run = try deliver(engine: "/nowhere/python")
        #expect(run.status == 1 && run.errors.contains("so no PDF is made"))
        #expect(run.errors.contains("Scripts/setup --pdf") && run.errors.contains("--no-pdf"))
        #expect(ledger.isEmpty && !FileManager.default.fileExists(atPath: folder.path + "/Output"))
        #expect(try deliver("--no-pdf", engine: "/nowhere/python").status == 0)
        #expect(ledger.count == 2 && folder.text(Self.zip)?.contains("booklet.pdf") != true)
    }

    @Test("A PDF that can't be made is an error, and nothing is delivered without it")
    func brokenEngine() throws {
        let broken = try FakeEngine(.givesUp)
        let run = try deliver(engine: broken.path)
        #expect(run.status == 1 && run.errors.contains("booklet.pdf: error: the PDF engine gave up"))
        #expect(ledger.isEmpty && !FileManager.default.fileExists(atPath: folder.path + "/" + Self.zip))
    }

    @Test("A tool that is missing is told with how to install it, and nothing is delivered open in its place")
    func noTool() throws {
        try folder.write("password", Self.password)
        let run = try deliver("--encrypt", "--password-file", "password", path: "/nowhere")
        #expect(run.status == 1 && run.errors.contains("7z: error: this tool is not installed"))
        #expect(run.errors.contains("apt-get install p7zip-full") && ledger.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/Output"))
    }

    @Test(
        "A tool that fails, or makes what is not encrypted, is one error, and nothing is noted",
        arguments: ["exit 2", "exit 0"])
    func badTool(line: String) throws {
        try folder.write("tools/7z", "#!/bin/sh\n\(line)\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/tools/7z")
        try folder.write("password", Self.password)
        let run = try deliver("--encrypt", "--password-file", "password", path: Self.path(folder.path + "/tools"))
        #expect(run.status == 1 && run.errors.contains("it made no encrypted ZIP") && ledger.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Output/Deliveries") == [])
    }

    @Test(
        "A password is 15 to 99 printable ASCII characters",
        arguments: ["", "short", "ein schönes langes Wort", String(repeating: "a", count: 100)])
    func password(text: String) throws {
        let run = try deliver("--encrypt", "--password-file", "-", input: text)
        #expect(run.status == 1 && run.errors.contains("standard input: error: "))
        #expect(text.isEmpty || !run.errors.contains(text))
    }

    @Test(
        "Options that make no sense are a wrong command line",
        arguments: [["--encrypt"], ["--password-file", "p"], ["--to", ""], ["--to", "=1+1"], ["--to", "a,b"]])
    func usage(arguments: [String]) throws {
        let run = try CommandLineTool.run(["deliver", "oak"] + arguments, in: folder.path)
        #expect(run.status == 64 && run.errors.contains("Usage: prowess deliver"))
        let unknown = try CommandLineTool.run(["deliver", "oaks", "--date", "2026-02-01"], in: folder.path)
        #expect(unknown.status == 64 && unknown.errors.contains("There is no school oaks"))
    }
}
