import Diagnostics
import Foundation

/// Looks for programs that make PDFs.
struct EngineSearch: Sendable {
    /// Variables of the environment.
    var environment = ProcessInfo.processInfo.environment
    /// The folder that Prowess is run in.
    var currentFolder = FileManager.default.currentDirectoryPath
    /// Where Prowess itself is.
    var executable = Bundle.main.executablePath

    /// The private Python that `Scripts/setup --pdf` makes, below the folder that Swift builds in.
    static let own = ".build/engine/bin/python3"

    /// Where a Python with WeasyPrint may be, the best first: where `PROWESS_WEASYPRINT` says, and nowhere else then; else the
    /// private one of the current folder, or of the clone that this program was built in; else python3 on the PATH.
    var pythons: [String] {
        if let python = environment["PROWESS_WEASYPRINT"], !python.isEmpty { return [python] }
        var folders = [currentFolder]
        if let executable {
            var folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
            while folder.path != "/" {
                folders.append(folder.path)
                folder.deleteLastPathComponent()
            }
        }
        return folders.map { $0 + "/" + Self.own }.filter(isProgram) + onPath(["python3"])
    }

    /// Where Chromium may be: where `PROWESS_CHROMIUM` says, else on the PATH.
    var chromiums: [String] {
        if let chromium = environment["PROWESS_CHROMIUM"], !chromium.isEmpty { return [chromium] }
        return onPath(["chromium", "chromium-browser", "google-chrome", "chrome"])
    }

    private func onPath(_ names: [String]) -> [String] {
        let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return names.flatMap { name in folders.map { "\($0)/\(name)" } }.filter(isProgram)
    }

    private func isProgram(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }
}
