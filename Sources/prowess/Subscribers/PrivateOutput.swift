import ArgumentParser
import Foundation
import Publishing

/// Keeps what only the practice may see out of the website.
enum PrivateOutput {
    /// - Throws: `ValidationError` where standard output is a file of a website.
    static func check() throws {
        guard let path = StandardOutput.path else { return }
        try check(path.string)
    }

    /// - Throws: `ValidationError` where a file or folder that is to be written is part of a website.
    static func check(_ path: String) throws {
        guard !isInWebsite(path) else {
            throw ValidationError("This would put people's addresses into the website, \(path).")
        }
    }

    /// Whether a path is in a website that Prowess builds, wherever its output is: in a folder `Site` of `Output` or beside
    /// Prowess's own list of its files, links resolved.
    static func isInWebsite(_ path: String) -> Bool {
        var folder = resolved(path)
        while folder.pathComponents.count > 1 {
            let above = folder.deletingLastPathComponent()
            let isOutput = above.lastPathComponent == "Output"
            if folder.lastPathComponent == Product.site.rawValue,
                isOutput || FileManager.default.fileExists(atPath: above.path + "/.prowess/manifest")
            {
                return true
            }
            folder = above
        }
        return false
    }

    /// A path with the links resolved of as much of it as is there.
    private static func resolved(_ path: String) -> URL {
        var there = URL(fileURLWithPath: path).standardizedFileURL
        var rest: [String] = []
        while there.pathComponents.count > 1, !FileManager.default.fileExists(atPath: there.path) {
            rest.insert(there.lastPathComponent, at: 0)
            there = there.deletingLastPathComponent()
        }
        return rest.reduce(there.resolvingSymlinksInPath()) { $0.appendingPathComponent($1) }
    }
}
