import Foundation
import TestSupport
import Testing

@Suite("A build that is killed")
struct KillTests {
    static let pages = 300

    /// Content whose every page has one word that tells two versions apart.
    static func content(_ word: String) -> [String: String] {
        var files = ["insights/_index.md": "---\ntitle: Insights\nsummary: All.\n---\n"]
        for number in 0..<pages {
            files["insights/article-\(number).md"] =
                "---\ntitle: Article \(number)\nsummary: \(word)\ndate: 2026-01-01\n---\n\(word) \(word)\n"
        }
        return files
    }

    static func isWhole(_ page: String) -> Bool { page.hasSuffix("</html>\n") }

    /// How far a build has come: files staged, then files that were moved to their places.
    static func progress(of folder: String, after start: Date) -> Int {
        let staged =
            (try? FileManager.default.contentsOfDirectory(atPath: folder + "/Output/.prowess/staging").count) ?? 0
        let moved = (0..<pages).count { number in
            let attributes = try? FileManager.default.attributesOfItem(
                atPath: folder + "/Output/Site/insights/article-\(number)/index.html")
            return (attributes?[.modificationDate] as? Date).map { $0 > start } ?? false
        }
        return staged + 2 * moved
    }

    @Test("SIGKILL at 20 moments of a build leaves every file old or new, and the next build heals everything")
    func killing() throws {
        let practice = try Practice(Self.content("before"))
        #expect(try practice.build().status == 0)
        let (old, new) = ("before", "afterwards")
        for moment in 0..<20 {
            let word = moment.isMultiple(of: 2) ? new : old
            for (file, text) in Self.content(word) { try practice.folder.write("Content/" + file, text) }
            let start = Date()
            let files = try TemporaryFolder(["in": "", "out": "", "err": ""])
            let process = try CommandLineTool.start(
                ["build", "--layouts", Repository.layouts], in: practice.folder.path, files: files)
            // Moments spread over the whole: before anything is staged, while pages are rendered, while they are moved.
            let wanted = moment * Self.pages / 10
            while process.isRunning, Self.progress(of: practice.folder.path, after: start) < wanted {}
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            for (path, file) in practice.output where path.hasPrefix("Site/insights/article") {
                let page = file[0]
                #expect(Self.isWhole(page), "half of \(path)")
                #expect(
                    page.contains("\(old) \(old)") != page.contains("\(new) \(new)"), "\(path) is neither old nor new")
            }
        }
        #expect(try practice.build().status == 0)
        let healed = practice.output
        let fresh = try Practice(Self.content(old))
        #expect(try fresh.build().status == 0)
        #expect(healed.mapValues { [$0[0], $0[2]] } == fresh.output.mapValues { [$0[0], $0[2]] })
    }
}
