import Diagnostics
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Publishing

@Suite("Publishing")
struct PublisherTests {
    let output = OutputFolder()

    @Test("Artifacts are written where they say, and a second build writes nothing")
    func writing() throws {
        let artifacts = try [site("index.html", "home"), site("a/index.html", "a"), booklet("oak/booklet.html", "b")]
        let first = try output.publish(artifacts)
        #expect(first.added == ["Booklets/oak/booklet.html", "Site/a/index.html", "Site/index.html"])
        #expect(output.files["Site/a/index.html"] == "a")
        let before = try output.modificationTime("Site/index.html")
        let second = try output.publish(artifacts)
        #expect(second.written == 0 && second.unchanged == 3 && second.removed.isEmpty)
        #expect(try output.modificationTime("Site/index.html") == before)
    }

    @Test("Only what changed is replaced, and what is no longer described is removed with its empty folder")
    func changing() throws {
        try output.publish([site("a/index.html", "a"), site("b/index.html", "b"), site("c.html", "c")])
        let summary = try output.publish([site("b/index.html", "B"), site("c.html", "c")])
        #expect(summary.changed == ["Site/b/index.html"])
        #expect(summary.removed == ["Site/a/index.html"])
        #expect(!FileManager.default.fileExists(atPath: output.path + "/Site/a"))
    }

    @Test("A file may become a folder and a folder a file")
    func turning() throws {
        try output.publish([site("a", "file"), site("b/c", "inside")])
        try output.publish([site("a/index.html", "inside"), site("b", "file")])
        #expect(output.files == ["Site/a/index.html": "inside", "Site/b": "file"])
    }

    @Test("Booklets and lists are for the practice's own account only, whatever the umask and the mode before")
    func modes() throws {
        let artifacts = try [site("index.html", "x"), booklet("oak/booklet.html", "b")]
        try output.publish(artifacts)
        #expect(try output.mode("Booklets") == 0o700)
        #expect(try output.mode("Booklets/oak") == 0o700)
        #expect(try output.mode("Booklets/oak/booklet.html") == 0o600)
        #expect(try output.mode("Site/index.html") == 0o644)
        chmod(output.path + "/Booklets/oak/booklet.html", 0o644)
        chmod(output.path + "/Booklets", 0o755)
        try output.publish(artifacts)
        #expect(try output.mode("Booklets/oak/booklet.html") == 0o600)
        #expect(try output.mode("Booklets") == 0o700)
    }

    @Test("Files of a product that is not being built stay")
    func otherProducts() throws {
        try output.publish([site("index.html", "x"), booklet("oak.html", "b")])
        try output.publish([site("index.html", "y")], scope: PublishingScope(products: [.site]))
        #expect(output.files["Booklets/oak.html"] == "b")
        let all = try output.publish([site("index.html", "y")])
        #expect(all.removed == ["Booklets/oak.html"])
    }

    @Test("A dry run tells everything and writes nothing, not even a folder")
    func dryRun() throws {
        let summary = try output.publish([site("index.html", "x")], isDryRun: true)
        #expect(summary.added == ["Site/index.html"])
        #expect(!FileManager.default.fileExists(atPath: output.path))
    }

    @Test("Any number of threads writes the same")
    func threads() throws {
        let artifacts = try (0..<200).map { try site("p\($0)/index.html", String(repeating: "\($0) ", count: $0)) }
        try output.publish(artifacts, jobs: 1)
        let one = output.files
        let other = OutputFolder()
        try other.publish(artifacts.reversed(), jobs: 8)
        #expect(other.files == one)
    }

    @Test("What is wrong with the artifacts is told before anything is written, all at once")
    func checks() throws {
        let artifacts = try [
            site("a.html", "1"), site("a.html", "2"), site("B.html", "1"), site("b.html", "2"), site("c", "file"),
            site("c/index.html", "inside"),
            Artifact(product: .site, path: ArtifactPath("list.csv"), audience: .private) { .text("secret") },
        ]
        let log = #expect(throws: DiagnosticLog.self) { try output.publish(artifacts) }
        #expect(log?.diagnostics.count == 4)
        #expect(!FileManager.default.fileExists(atPath: output.path))
    }

    @Test("Diagnostics of all artifacts come at once, and the last good output stays")
    func failingRender() throws {
        try output.publish([site("index.html", "good")])
        let failing = try ["a", "b"].map { name in
            try Artifact(product: .site, path: ArtifactPath(name), audience: .public) {
                throw DiagnosticLog([Diagnostic(path: "Layouts/\(name)", message: "broken")])
            }
        }
        let log = #expect(throws: DiagnosticLog.self) { try output.publish([site("index.html", "new")] + failing) }
        #expect(log?.sorted.map(\.path) == ["Layouts/a", "Layouts/b"])
        #expect(output.files == ["Site/index.html": "good"])
        #expect(!FileManager.default.fileExists(atPath: output.path + "/.prowess/staging"))
    }

    @Test(
        "A path that could leave its folder or that some file system refuses is no path",
        arguments: [
            "", "/etc/passwd", "../x", "a/../../x", "a//b", ".", "CON", "a/nul.html", "a\0b", "a\\b", "a.", "a ", "c:x",
            String(repeating: "x", count: 256),
        ])
    func paths(text: String) {
        #expect(throws: ArtifactPathError.self) { try ArtifactPath(text) }
    }
}

@Suite("Publishing beside files of others")
struct ForeignFileTests {
    let output = OutputFolder()

    @Test("A file that Prowess did not make is neither replaced nor removed, nor is anything else written")
    func foreign() throws {
        try output.write("Site/index.html", "mine")
        try output.write("Site/notes.txt", "mine")
        let log = #expect(throws: DiagnosticLog.self) {
            try output.publish([site("index.html", "x"), site("b.html", "y")])
        }
        #expect(log?.diagnostics.first?.hint?.contains("move it away") == true)
        #expect(output.files == ["Site/index.html": "mine", "Site/notes.txt": "mine"])
        try output.publish([site("b.html", "y")])
        try output.publish([site("c.html", "y")])
        #expect(output.files.keys.sorted() == ["Site/c.html", "Site/index.html", "Site/notes.txt"])
    }

    @Test("A file that somebody changed by hand is kept when it is no longer described, with a warning")
    func edited() throws {
        try output.publish([site("a.html", "a"), site("b.html", "b")])
        try output.write("Site/a.html", "edited")
        let summary = try output.publish([site("b.html", "b")])
        #expect(output.files["Site/a.html"] == "edited")
        #expect(summary.warnings.diagnostics.count == 1)
    }

    @Test(
        "Without its manifest a build takes on what is as it should be and removes nothing", arguments: [nil, "broken"])
    func lostManifest(text: String?) throws {
        let artifacts = try [site("a.html", "a"), site("b.html", "b")]
        try output.publish(artifacts)
        try FileManager.default.removeItem(atPath: output.path + "/.prowess/manifest")
        if let text { try output.write(".prowess/manifest", text) }
        let summary = try output.publish([artifacts[0]])
        #expect(summary.unchanged == 1)
        #expect(output.files["Site/b.html"] == "b")
    }

    @Test("A link inside Output/ is not followed", arguments: ["Site", "Site/a", "Site/a/index.html"])
    func links(place: String) throws {
        let outside = OutputFolder()
        try outside.write("index.html", "theirs")
        try output.write("Other/x", "x")
        try output.makeParent(of: place)
        let target = place.hasSuffix(".html") ? outside.path + "/index.html" : outside.path
        try FileManager.default.createSymbolicLink(atPath: output.path + "/" + place, withDestinationPath: target)
        #expect(throws: DiagnosticLog.self) { try output.publish([site("a/index.html", "x")]) }
        #expect(outside.files == ["index.html": "theirs"])
    }

    @Test("An Output that is a file is told as such")
    func outputIsFile() throws {
        try Data("x".utf8).write(to: URL(fileURLWithPath: output.path))
        let log = #expect(throws: DiagnosticLog.self) { try output.publish([site("a.html", "x")]) }
        #expect(log?.diagnostics.first?.message.contains("file stands where a folder must be") == true)
    }

    @Test("Two builds at once don't meet: the second is told to wait")
    func lock() throws {
        try output.publish([site("a.html", "x")])
        let state = OutputState(root: output.path, fileSystem: FileSystem())
        let lock = try OutputLock(state: state)
        #expect(throws: DiagnosticLog.self) { try output.publish([site("a.html", "y")]) }
        lock.release()
        try output.publish([site("a.html", "y")])
    }
}

@Suite("A build that is cut off")
struct FaultTests {
    @Test("After a kill at any step each file is old or new, and the next build heals everything")
    func killedAnywhere() throws {
        let old = try (0..<6).map { try site("p\($0)/index.html", "old \($0)") } + [site("x", "old file")]
        let new =
            try (2..<9).map { try site("p\($0)/index.html", $0 == 3 ? "old 3" : "new \($0)") }
            + [site("x/index.html", "new"), booklet("oak/booklet.html", "b")]
        let clean = OutputFolder()
        try clean.publish(new)
        var step = 0
        while true {
            let output = OutputFolder()
            try output.write("Site/foreign.txt", "mine")
            try output.publish(old)
            let before = output.files
            let wasKilled = output.publish(new, killedAtStep: step)
            let after = output.files
            for (path, text) in after where !path.hasPrefix(".") {
                #expect([before[path], clean.files[path]].contains(text), "step \(step): \(path)")
            }
            for (path, text) in clean.files where before[path] == text { #expect(after[path] == text) }
            try output.publish(new)
            var healed = output.files
            #expect(healed.removeValue(forKey: "Site/foreign.txt") == "mine")
            #expect(healed == clean.files, "step \(step)")
            guard wasKilled else { break }
            step += 1
        }
        #expect(step > 20)
    }

    @Test(
        "A disk that is full, read-only or forbidden at any step before the first move leaves everything as it was",
        arguments: [ENOSPC, EROFS, EACCES])
    func failingDisk(code: CInt) throws {
        let output = OutputFolder()
        try output.publish([site("a.html", "old"), site("b.html", "old")])
        let before = output.files
        for step in 0..<4 {
            let log = #expect(throws: DiagnosticLog.self) {
                try output.publish([site("a.html", "new"), site("b.html", "new")], failingAtStep: step, code: code)
            }
            #expect(log?.diagnostics.isEmpty == false)
            #expect(output.files == before, "step \(step)")
        }
    }

    @Test("A real disk that is full is told as such, once, and changes nothing", .enabled(if: SmallDisk.isAvailable))
    func fullDisk() throws {
        let disk = try SmallDisk(kilobytes: 256)
        defer { disk.unmount() }
        let output = OutputFolder(path: disk.path + "/Output")
        try output.publish([site("a.html", "old")])
        let before = output.files
        let log = #expect(throws: DiagnosticLog.self) {
            let large = String(repeating: "x", count: 1 << 20)
            try output.publish([site("a.html", "new"), site("b.html", large), site("c.html", large)])
        }
        #expect(log?.sorted.map(\.message) == ["there is no space left on the disk"])
        #expect(log?.sorted.map(\.path) == [output.path])
        #expect(output.files == before)
    }

    @Test("A real disk that is read-only is told as such", .enabled(if: SmallDisk.isAvailable))
    func readOnlyDisk() throws {
        let disk = try SmallDisk(kilobytes: 256)
        defer { disk.unmount() }
        let output = OutputFolder(path: disk.path + "/Output")
        try output.publish([site("a.html", "old")])
        try disk.remountReadOnly()
        let log = #expect(throws: DiagnosticLog.self) { try output.publish([site("a.html", "new")]) }
        #expect(log?.diagnostics.first?.message == "the disk can't be written to")
        #expect(output.files == ["Site/a.html": "old"])
    }
}
