import Diagnostics
import Foundation

/// The steps from staged files to a new Output/.
struct Commit {
    private let changes: [RenderedArtifact]
    private let unchanged: [RenderedArtifact]
    private let removals: [String]
    private let edited: [String]
    private let artifacts: [Artifact]
    private let state: OutputState
    private let folders: Folders
    private let oldManifest: Manifest
    private let newManifest: Manifest

    init(
        rendered: [RenderedArtifact], artifacts: [Artifact], manifest: Manifest, scope: PublishingScope,
        state: OutputState, folders: Folders
    ) {
        self.artifacts = artifacts
        self.state = state
        self.folders = folders
        oldManifest = manifest
        changes = rendered.filter { $0.change != .none }
        unchanged = rendered.filter { $0.change == .none }
        var new = Manifest()
        for artifact in rendered { new.entries[artifact.outputPath] = artifact.entry }
        var removals: [String] = []
        var edited: [String] = []
        for (path, entry) in manifest.entries where new.entries[path] == nil {
            if !scope.covers(path) {
                new.entries[path] = entry
            } else if let disk = Self.entry(at: path, state) {
                if disk.isOfSameBytes(as: entry) { removals.append(path) } else { edited.append(path) }
            }
        }
        newManifest = new
        self.removals = removals.sorted()
        self.edited = edited.sorted()
    }

    /// Says what is, or would be, done.
    func describe(in summary: inout PublishingSummary) {
        for artifact in artifacts { summary.artifacts[artifact.product, default: 0] += 1 }
        summary.added = changes.filter { $0.change == .add }.map(\.outputPath).sorted()
        summary.changed = changes.filter { $0.change == .replace }.map(\.outputPath).sorted()
        summary.removed = removals
        summary.unchanged = unchanged.count
        for path in edited {
            summary.warnings.report(
                Diagnostic(
                    .warning, path: state.full(path),
                    message: "this file is no longer made, but somebody changed it, so it was kept",
                    hint: "delete it if you don't need it"))
        }
    }

    /// Carries everything out. Each step by itself leaves every file old or new.
    func carryOut(staging: Staging) throws {
        let files = state.fileSystem
        let isChanged = !changes.isEmpty || !removals.isEmpty || newManifest != oldManifest
        if isChanged {
            var union = oldManifest
            union.entries.merge(newManifest.entries) { _, new in new }
            try write(union, staging)
        }
        let blocking = Set(removals.filter(isBlocking))
        for path in removals where blocking.contains(path) { try remove(path) }
        for folder in folders.sorted { try files.makeFolder(state.full(folder), mode: folders.mode(of: folder)) }
        for artifact in changes {
            try files.move(staging.path + "/" + artifact.stagedName, to: state.full(artifact.outputPath))
        }
        for artifact in unchanged where artifact.needsMode {
            try files.setMode(artifact.mode, of: state.full(artifact.outputPath))
        }
        for path in removals where !blocking.contains(path) { try remove(path) }
        if isChanged { try write(newManifest, staging) }
        staging.remove()
    }

    /// Whether an old file stands where a new one needs a folder, or the other way round.
    private func isBlocking(_ path: String) -> Bool {
        folders.isConfidential[path] != nil
            || path.indices.contains { path[$0] == "/" && newManifest.entries[String(path[..<$0])] != nil }
    }

    /// Removes a file, and the folders that it leaves empty.
    private func remove(_ path: String) throws {
        try state.fileSystem.removeFile(state.full(path))
        var folder = path
        while let slash = folder.lastIndex(of: "/") {
            folder = String(folder[..<slash])
            guard folders.isConfidential[folder] == nil else { return }
            try state.fileSystem.removeEmptyFolder(state.full(folder))
        }
    }

    private func write(_ manifest: Manifest, _ staging: Staging) throws {
        var text = manifest.text
        try text.withUTF8 { try staging.write(UnsafeRawBufferPointer($0), name: "manifest", mode: 0o600) }
        try state.fileSystem.move(staging.path + "/manifest", to: state.manifestPath)
    }

    private static func entry(at path: String, _ state: OutputState) -> Manifest.Entry? {
        guard let status = try? state.fileSystem.status(state.full(path)), status.st_mode & S_IFMT == S_IFREG,
            let bytes = state.fileSystem.read(state.full(path), size: Int(status.st_size))
        else { return nil }
        return bytes.withUnsafeBytes { Manifest.Entry(size: $0.count, digest: Manifest.digest($0)) }
    }
}
