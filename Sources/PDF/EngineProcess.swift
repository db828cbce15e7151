import Diagnostics
import Foundation

/// A process that Prowess started and talks with.
///
/// Foundation's `Process` and not swift-subprocess: publishing is synchronous, on plain threads, and a warm engine outlives the
/// call that started it, which the asynchronous scopes of swift-subprocess rule out.
final class EngineProcess: Sendable {
    /// The conversation with it.
    let channel: Channel
    private let process: Process

    /// Starts a program.
    /// - Parameters:
    ///   - folder: its current folder and that of its temporary files.
    ///   - errors: the file that its standard error goes to.
    /// - Throws: an error that names the program.
    init(
        _ program: String, _ arguments: [String], folder: String, errors: String, environment: [String: String] = [:]
    ) throws(DiagnosticLog) {
        guard let channel = Channel() else { throw .failure(of: program, code: errno) }
        guard FileManager.default.createFile(atPath: errors, contents: nil),
            let errorFile = FileHandle(forWritingAtPath: errors)
        else { throw .failure(of: folder, code: errno) }
        self.channel = channel
        process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = Self.environment(folder: folder).merging(environment) { _, new in new }
        process.standardInput = channel.other
        process.standardOutput = channel.other
        process.standardError = errorFile
        do {
            try process.run()
        } catch {
            throw DiagnosticLog([
                Diagnostic(path: program, message: "this program can't be started", hint: .setUp)
            ])
        }
        try? channel.other.close()
    }

    deinit { end() }

    /// Ends it and what it started, at once.
    func end() {
        guard process.isRunning else { return }
        let id = process.processIdentifier
        kill(getpgid(id) == id ? -id : id, SIGKILL)
        process.waitUntilExit()
    }

    /// As little of the environment as programs need, so that no setting of this account changes a byte.
    private static func environment(folder: String) -> [String: String] {
        let own = ProcessInfo.processInfo.environment
        return [
            "PATH": own["PATH"] ?? "/usr/bin:/bin", "HOME": own["HOME"] ?? folder, "TMPDIR": folder,
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC", "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1",
        ].merging(own["LD_LIBRARY_PATH"].map { ["LD_LIBRARY_PATH": $0] } ?? [:]) { first, _ in first }
    }
}
