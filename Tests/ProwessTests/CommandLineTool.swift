import Foundation
import TestSupport

/// The built `prowess`, run as its user runs it.
enum CommandLineTool {
    /// What a run left behind.
    struct Run {
        let status: Int32
        let output: String
        let errors: String

        /// The diagnostics of a run with `--diagnostics json`.
        func diagnostics() throws -> [[String: Any]] {
            try JSONSerialization.jsonObject(with: Data(errors.utf8)) as? [[String: Any]] ?? []
        }
    }

    /// Runs it to its end.
    static func run(
        _ arguments: [String], in folder: String? = nil, input: String = "", environment: [String: String] = [:]
    ) throws -> Run {
        let files = try TemporaryFolder(["in": input, "out": "", "err": ""])
        let process = try start(arguments, in: folder, files: files, environment: environment)
        process.waitUntilExit()
        return Run(
            status: process.terminationStatus, output: files.text("out") ?? "", errors: files.text("err") ?? "")
    }

    /// Starts it; its output goes to files, so that no pipe can fill up.
    static func start(
        _ arguments: [String], in folder: String? = nil, files: TemporaryFolder, environment: [String: String] = [:]
    ) throws -> Process {
        let process = Process()
        // The tool is built beside the tests.
        process.executableURL = Bundle.main.bundleURL.appendingPathComponent("prowess")
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        var all = ProcessInfo.processInfo.environment
        all["SOURCE_DATE_EPOCH"] = nil
        process.environment = all.merging(environment) { _, new in new }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: files.path + "/in"))
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: files.path + "/out"))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: files.path + "/err"))
        try process.run()
        return process
    }
}

/// A folder with Content/ and Output/, as a practice has it.
struct Practice {
    let folder: TemporaryFolder

    /// A practice with the least content and these files of Content/.
    init(_ files: [String: String] = [:]) throws {
        folder = try TemporaryFolder(
            Dictionary(uniqueKeysWithValues: SmallContent.with(files).map { ("Content/" + $0, $1) }))
    }

    /// Runs `prowess build` where the practice is.
    func build(_ arguments: [String] = [], environment: [String: String] = [:]) throws -> CommandLineTool.Run {
        try CommandLineTool.run(
            ["build", "--layouts", Repository.layouts] + arguments, in: folder.path, environment: environment)
    }

    /// All files of Output/ with their bytes and times, but the lock.
    var output: [String: [String]] {
        let root = folder.path + "/Output"
        var files: [String: [String]] = [:]
        for case let file as String in FileManager.default.enumerator(atPath: root) ?? .init()
        where file != ".prowess/lock" {
            let attributes = try? FileManager.default.attributesOfItem(atPath: root + "/" + file)
            guard attributes?[.type] as? FileAttributeType == .typeRegular else { continue }
            let time = attributes?[.modificationDate] as? Date
            files[file] = [
                folder.text("Output/" + file) ?? "", "\(time?.timeIntervalSince1970 ?? 0)",
                "\(attributes?[.posixPermissions] ?? 0)",
            ]
        }
        return files
    }
}
