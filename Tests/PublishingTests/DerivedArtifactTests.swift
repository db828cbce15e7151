import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import Publishing

@Suite("Derived artifacts")
struct DerivedArtifactTests {
    let output = OutputFolder()

    /// Counts how often a derived artifact was made.
    final class Counter: Sendable {
        private let count = Mutex(0)
        var value: Int { count.withLock { $0 } }
        func add() { count.withLock { $0 += 1 } }
    }

    func pdf(_ text: String, key: String, _ made: Counter, failing: Bool = false) throws -> Artifact {
        try Artifact(product: .booklets, path: ArtifactPath("oak/booklet.pdf"), audience: .client) {
            .derived(key: key) { () throws(DiagnosticLog) in
                made.add()
                if failing { throw DiagnosticLog([Diagnostic(path: "oak", message: "the engine crashed")]) }
                return Array(text.utf8)
            }
        }
    }

    @Test("A file of the same key is not made again, and one of another key is")
    func keys() throws {
        let made = Counter()
        #expect(try output.publish([pdf("one", key: "a1", made)]).added == ["Booklets/oak/booklet.pdf"])
        #expect(try output.publish([pdf("one", key: "a1", made)]).unchanged == 1)
        #expect(made.value == 1)
        #expect(try output.publish([pdf("two", key: "b2", made)]).changed == ["Booklets/oak/booklet.pdf"])
        #expect(made.value == 2)
        #expect(output.files["Booklets/oak/booklet.pdf"] == "two")
        #expect(try output.mode("Booklets/oak/booklet.pdf") == 0o600)
    }

    @Test("Other inputs that come to the same bytes leave the file alone and are noted")
    func sameBytes() throws {
        let made = Counter()
        try output.publish([pdf("one", key: "a1", made)])
        #expect(try output.publish([pdf("one", key: "b2", made)]).unchanged == 1)
        #expect(try output.publish([pdf("one", key: "b2", made)]).unchanged == 1)
        #expect(made.value == 2)
    }

    @Test("A file that is gone or was changed by hand is made again, also where only a byte of it differs")
    func damage() throws {
        let made = Counter()
        try output.publish([pdf("one", key: "a1", made)])
        try output.write("Booklets/oak/booklet.pdf", "onf")
        try output.publish([pdf("one", key: "a1", made)])
        #expect(output.files["Booklets/oak/booklet.pdf"] == "one")
        try FileManager.default.removeItem(atPath: output.path + "/Booklets/oak/booklet.pdf")
        try output.publish([pdf("one", key: "a1", made)])
        #expect(output.files["Booklets/oak/booklet.pdf"] == "one")
        #expect(made.value == 3)
    }

    @Test("The mode of an unchanged file is set right without making it")
    func mode() throws {
        let made = Counter()
        try output.publish([pdf("one", key: "a1", made)])
        chmod(output.path + "/Booklets/oak/booklet.pdf", 0o644)
        try output.publish([pdf("one", key: "a1", made)])
        #expect(try output.mode("Booklets/oak/booklet.pdf") == 0o600)
        #expect(made.value == 1)
    }

    @Test("A dry run tells what would be made, and makes nothing")
    func dryRun() throws {
        let made = Counter()
        #expect(try output.publish([pdf("one", key: "a1", made)], isDryRun: true).added.count == 1)
        #expect(made.value == 0)
        try output.publish([pdf("one", key: "a1", made)])
        #expect(try output.publish([pdf("one", key: "a1", made)], isDryRun: true).unchanged == 1)
        #expect(try output.publish([pdf("two", key: "b2", made)], isDryRun: true).changed.count == 1)
        #expect(made.value == 1)
    }

    @Test("Where one can't be made all others are published, its old file goes, and why is told")
    func failing() throws {
        let made = Counter()
        try output.publish([booklet("oak/booklet.html", "old"), pdf("one", key: "a1", made)])
        let summary = try output.publish([
            booklet("oak/booklet.html", "new"), pdf("two", key: "b2", made, failing: true),
        ])
        #expect(output.files == ["Booklets/oak/booklet.html": "new"])
        #expect(summary.failures.diagnostics.map(\.message) == ["the engine crashed"])
        #expect(summary.removed == ["Booklets/oak/booklet.pdf"])
        try output.publish([booklet("oak/booklet.html", "new"), pdf("two", key: "b2", made)])
        #expect(output.files["Booklets/oak/booklet.pdf"] == "two")
    }

    @Test("A file that Prowess did not make stays, though a derived artifact has its path")
    func foreign() throws {
        try output.write("Booklets/oak/booklet.pdf", "mine")
        #expect(throws: DiagnosticLog.self) { try output.publish([pdf("one", key: "a1", Counter())]) }
        #expect(output.files == ["Booklets/oak/booklet.pdf": "mine"])
    }

    @Test("After a kill at any step a derived file is old or new, and the next build heals it")
    func killed() throws {
        var step = 0
        while true {
            let output = OutputFolder()
            let made = Counter()
            try output.publish([pdf("old", key: "a1", made)])
            let wasKilled = output.publish([try pdf("new", key: "b2", made)], killedAtStep: step)
            #expect(["old", "new"].contains(output.files["Booklets/oak/booklet.pdf"]), "step \(step)")
            try output.publish([pdf("new", key: "b2", made)])
            #expect(output.files["Booklets/oak/booklet.pdf"] == "new", "step \(step)")
            guard wasKilled else { break }
            step += 1
        }
        #expect(step > 4)
    }
}

@Suite("The list of Prowess's own files")
struct ManifestTests {
    @Test("Keys are kept, also of paths with spaces")
    func keys() {
        var manifest = Manifest()
        manifest.entries["Site/a b.html"] = Manifest.Entry(size: 3, digest: 0xAB)
        manifest.entries["Booklets/oak/booklet.pdf"] = Manifest.Entry(size: 4, digest: 0xCD, key: "0f")
        #expect(Manifest(text: manifest.text) == manifest)
    }

    @Test("A list of the first version, without keys, is still read")
    func firstVersion() {
        let manifest = Manifest(text: "prowess manifest 1\n3 ab Site/a b.html\nend\n")
        #expect(manifest?.entries == ["Site/a b.html": Manifest.Entry(size: 3, digest: 0xAB)])
    }

    @Test(
        "A list that is cut short or of another version is none",
        arguments: [
            "", "prowess manifest 2\n3 ab - a", "prowess manifest 3\nend\n", "prowess manifest 2\n3 ab a\nend\n",
        ])
    func broken(text: String) {
        #expect(Manifest(text: text) == nil)
    }
}

@Suite("Publishing a part")
struct PublishingScopeTests {
    @Test("Files of other folders stay, and what is no longer described in the folder goes")
    func folders() throws {
        let output = OutputFolder()
        try output.publish([
            booklet("oak/a.html", "a"), booklet("oak/b.html", "b"), booklet("oaks/a.html", "c"), site("x.html", "x"),
        ])
        let scope = PublishingScope(.booklets, folders: [try ArtifactPath("oak")])
        let summary = try output.publish([booklet("oak/a.html", "A")], scope: scope)
        #expect(summary.removed == ["Booklets/oak/b.html"])
        #expect(output.files == ["Booklets/oak/a.html": "A", "Booklets/oaks/a.html": "c", "Site/x.html": "x"])
        #expect(try output.publish([booklet("oak/a.html", "A")]).removed == ["Booklets/oaks/a.html", "Site/x.html"])
    }
}
