import Diagnostics
import Foundation
import Synchronization

@testable import Publishing

/// An Output folder of a test's own, removed with the test.
final class OutputFolder: Sendable {
    let path: String
    private let parent: String

    init() {
        parent = FileManager.default.temporaryDirectory.path + "/prowess-" + UUID().uuidString
        path = parent + "/Output"
        try? FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    }

    init(path: String) {
        self.path = path
        parent = path
    }

    deinit { try? FileManager.default.removeItem(atPath: parent) }

    /// All published files and their text, without Prowess's own.
    var files: [String: String] {
        var files: [String: String] = [:]
        for case let file as String in FileManager.default.enumerator(atPath: path) ?? .init()
        where !file.hasPrefix(".prowess") {
            if let data = FileManager.default.contents(atPath: path + "/" + file), !isFolder(file) {
                files[file] = String(decoding: data, as: UTF8.self)
            }
        }
        return files
    }

    func makeParent(of file: String) throws {
        let folder = URL(fileURLWithPath: path + "/" + file).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func write(_ file: String, _ text: String) throws {
        try makeParent(of: file)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + file))
    }

    func mode(_ file: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + file)
        return (attributes[.posixPermissions] as? Int) ?? 0
    }

    func modificationTime(_ file: String) throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: path + "/" + file)[.modificationDate] as? Date
    }

    private func isFolder(_ file: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path + "/" + file, isDirectory: &isFolder) && isFolder.boolValue
    }

    @discardableResult
    func publish(
        _ artifacts: [Artifact], jobs: Int = 2, isDryRun: Bool = false,
        scope: PublishingScope = .everything
    ) throws -> PublishingSummary {
        try Publisher(output: path, jobs: jobs, isDryRun: isDryRun, scope: scope).publish(artifacts)
    }

    /// Publishes until a step, at which the world ends; tells whether it came to that.
    func publish(_ artifacts: [Artifact], killedAtStep last: Int) -> Bool {
        let step = Mutex(0)
        var publisher = Publisher(output: path, jobs: 1)
        publisher.fileSystem.step = { _ in
            if step.withLock({ step in
                step += 1; return step > last
            }) {
                throw SimulatedKill()
            }
        }
        do {
            _ = try publisher.publish(artifacts)
            return false
        } catch {
            return true
        }
    }

    /// Publishes on a disk that fails from a step on.
    @discardableResult
    func publish(_ artifacts: [Artifact], failingAtStep first: Int, code: CInt) throws -> PublishingSummary {
        let step = Mutex(0)
        var publisher = Publisher(output: path, jobs: 1)
        publisher.fileSystem.step = { what in
            if step.withLock({ step in
                step += 1; return step > first
            }) {
                throw FileError(path: what, code: code)
            }
        }
        return try publisher.publish(artifacts)
    }
}

func site(_ path: String, _ text: String) throws -> Artifact {
    try Artifact(product: .site, path: ArtifactPath(path), audience: .public) { .text(text) }
}

func booklet(_ path: String, _ text: String) throws -> Artifact {
    try Artifact(product: .booklets, path: ArtifactPath(path), audience: .client) { .bytes(Array(text.utf8)) }
}
