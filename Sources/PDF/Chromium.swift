import Diagnostics
import Foundation
import Synchronization

/// Chromium, started once for each PDF.
final class Chromium: Sendable {
    private let program: String
    /// Its name and version.
    let version: String
    private let folder: PrivateFolder
    private let environment: [String: String]
    private let options: PDFOptions
    private let count = Mutex(0)

    init(
        folder: PrivateFolder, environment: [String: String], options: PDFOptions, search: EngineSearch
    ) throws(DiagnosticLog) {
        guard let program = options.enginePath ?? search.chromiums.first else {
            throw DiagnosticLog([
                Diagnostic(
                    path: "chromium", message: "there is no Chromium, so no PDF is made",
                    hint: "install it with apt-get install chromium, or use --engine weasyprint")
            ])
        }
        self.program = program
        self.folder = folder
        self.environment = environment
        self.options = options
        let run = try Self.run(
            program, ["--version"], in: try folder.makeFolder("version"), environment, seconds: 20)
        guard case .output(let text) = run, text.contains("Chrom") else {
            throw DiagnosticLog([
                Diagnostic(
                    path: program, message: "this program does not tell its version as Chromium does, so no PDF is made"
                )
            ])
        }
        version = text
    }

    func print(_ html: [UInt8], name: String) throws(DiagnosticLog) -> [UInt8] {
        let number = count.withLock { count in
            count += 1
            return count
        }
        let own = "chromium-\(number)"
        let path = try folder.makeFolder(own)
        defer { folder.remove(own) }
        let page = try folder.write(html, to: own + "/booklet.html")
        let result = try Self.run(
            program,
            [
                "--headless=new", "--disable-gpu", "--no-pdf-header-footer", "--generate-pdf-document-outline",
                "--print-to-pdf=\(path)/booklet.pdf", "--user-data-dir=\(path)/profile", "--disable-extensions",
                "--disable-background-networking", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
                // Nothing is fetched from anywhere.
                "--host-resolver-rules=MAP * ~NOTFOUND",
            ] + (geteuid() == 0 ? ["--no-sandbox"] : []) + ["file://\(page)"], in: path, environment,
            seconds: options.timeLimit)
        guard case .output = result else {
            throw DiagnosticLog([
                Diagnostic(
                    path: name, message: "Chromium was not done after \(options.timeLimit) seconds and was stopped",
                    hint: "give it more time with --pdf-time-limit")
            ])
        }
        guard let data = FileManager.default.contents(atPath: path + "/booklet.pdf"), data.starts(with: "%PDF-".utf8)
        else {
            throw DiagnosticLog([Diagnostic(path: name, message: "Chromium crashed or made no PDF")])
        }
        return Array(data).withoutClock
    }

    private enum Outcome {
        case output(String)
        case timedOut
    }

    /// Runs it to its end, or to that of its time.
    private static func run(
        _ program: String, _ arguments: [String], in folder: String, _ environment: [String: String], seconds: Double
    ) throws(DiagnosticLog) -> Outcome {
        let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
        let process = try EngineProcess(
            program, arguments, folder: folder, errors: folder + "/stderr", environment: environment)
        defer { process.end() }
        var output: [UInt8] = []
        do throws(ChannelError) {
            while true {
                let part = try process.channel.receiveSome(atMost: 1 << 16, until: deadline)
                if part.isEmpty { break }
                output += part
            }
        } catch {
            return .timedOut
        }
        return .output(String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
    }
}

extension [UInt8] {
    /// A PDF of Chromium with the moment of its making, which is a function of nothing, set to the year 2000.
    var withoutClock: [UInt8] {
        var bytes = self
        for name in ["/CreationDate (D:", "/ModDate (D:"].map({ Array($0.utf8) }) {
            var start = 0
            while let found = bytes[start...].firstRange(of: name) {
                let digits = Array("20000101000000".utf8)
                let end = found.upperBound + digits.count
                guard end <= bytes.count else { break }
                bytes.replaceSubrange(found.upperBound..<end, with: digits)
                start = end
            }
        }
        return bytes
    }
}
