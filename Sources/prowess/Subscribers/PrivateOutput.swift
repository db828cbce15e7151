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

    /// Whether a path is in a website that Prowess builds, wherever its output is: in a folder `Site` beside Prowess's own list of
    /// its files, links resolved.
    static func isInWebsite(_ path: String) -> Bool {
        if StandardOutput.Path(string: path).isInside("Output/" + Product.site.rawValue) { return true }
        var folder = URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL
        while folder.pathComponents.count > 1 {
            let above = folder.deletingLastPathComponent()
            if folder.lastPathComponent == Product.site.rawValue,
                FileManager.default.fileExists(atPath: above.path + "/.prowess/manifest")
            {
                return true
            }
            folder = above
        }
        return false
    }
}
