import ArgumentParser
import Diagnostics
import Foundation
import Ledger

/// Where the ledger is, and how long one waits for it.
struct LedgerOptions: ParsableArguments {
    @Option(help: "The folder of Markdown, YAML and CSV files.")
    var content = "Content"

    @Option(help: "The ledger. (default: subscribers/ledger.sqlite in the folder of content)")
    var ledger: String?

    @Option(help: "How many seconds to wait while another process writes the ledger.")
    var wait = 10.0

    func validate() throws {
        guard (0...3600).contains(wait) else { throw ValidationError("--wait is a number of seconds from 0 to 3600.") }
    }

    /// The ledger's file.
    var path: String { ledger ?? content + "/subscribers/ledger.sqlite" }

    /// Opens the ledger to be read.
    func reading() throws(LedgerError) -> Ledger { try Ledger(reading: path, wait: wait) }

    /// Opens the ledger to be written.
    /// - Parameter creates: whether one is begun where there is none.
    func writing(creates: Bool = false) throws -> Ledger {
        if creates {
            try PrivateFiles.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        }
        return try Ledger(path: path, creates: creates, wait: wait)
    }
}

extension LedgerOptions {
    /// Opens the ledger to be written, and begins one where there is none: what a person asks for is noted in any case.
    /// - Throws: a diagnostic where this is no practice's folder, so that nothing is noted where nobody will look for it.
    func beginning() throws -> Ledger {
        let needed = ledger.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path } ?? content + "/site.yaml"
        guard FileManager.default.fileExists(atPath: needed) else {
            throw DiagnosticLog([
                Diagnostic(
                    path: needed, message: "there is no such \(ledger == nil ? "file" : "folder"); nothing was noted",
                    hint: "run this in the practice's folder, or say --content or --ledger")
            ])
        }
        return try writing(creates: true)
    }
}

/// The clock by which the ledger notes when something is written, the one place beside ``PublicationDay`` where it is read.
enum LedgerClock {
    /// Seconds since 1970-01-01T00:00:00Z: what SOURCE_DATE_EPOCH says, else now.
    static func now() throws -> Int {
        guard let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"], !epoch.isEmpty else {
            return Int(Date().timeIntervalSince1970)
        }
        guard let seconds = Int(epoch), (0...253_402_300_799).contains(seconds) else {
            throw ValidationError("SOURCE_DATE_EPOCH should be a number of seconds, not \"\(epoch)\".")
        }
        return seconds
    }
}

/// Runs a command on the ledger and tells what is wrong as every command does.
func withLedgerErrors(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let error as LedgerError {
        throw ExitCode.failure(error.diagnostic)
    } catch let log as DiagnosticLog {
        throw ExitCode.failure(log)
    }
}

extension LedgerError {
    /// The error as an author is told it.
    var diagnostic: Diagnostic { Diagnostic(path: path, message: message, hint: hint) }
}

extension ExitCode {
    /// Prints what is wrong and gives exit status 1.
    static func failure(_ diagnostics: DiagnosticLog) -> ExitCode {
        FileHandle.standardError.write(Data((diagnostics.text + "\n").utf8))
        return ExitCode(1)
    }

    /// Prints what is wrong and gives exit status 1.
    static func failure(_ diagnostic: Diagnostic) -> ExitCode { failure(DiagnosticLog([diagnostic])) }
}
