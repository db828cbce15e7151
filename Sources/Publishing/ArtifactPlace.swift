import Diagnostics
import Foundation

/// Where an artifact goes, and what stands there now.
struct ArtifactPlace {
    private let path: String
    private let manifest: Manifest
    private let missing: Set<String>
    private let state: OutputState

    init(_ path: String, manifest: Manifest, missing: Set<String>, state: OutputState) {
        self.path = path
        self.manifest = manifest
        self.missing = missing
        self.state = state
    }

    /// What stands there; nil where nothing does.
    func status() throws -> stat? {
        let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
        return missing.contains(String(folder)) ? nil : try state.fileSystem.status(state.full(path))
    }

    /// Whether exactly these bytes stand there.
    func holds(_ bytes: UnsafeRawBufferPointer, _ status: stat) -> Bool {
        status.st_mode & S_IFMT == S_IFREG
            && state.fileSystem.holds(bytes, at: state.full(path), size: Int(status.st_size))
    }

    /// The manifest's entry, where it has this key and is what stands there.
    func entry(ofKey key: String, _ status: stat) -> Manifest.Entry? {
        guard status.st_mode & S_IFMT == S_IFREG, let entry = manifest.entries[path], entry.key == key,
            entry.size == Int(status.st_size),
            let bytes = state.fileSystem.read(state.full(path), size: entry.size),
            bytes.withUnsafeBytes({ Manifest.digest($0) == entry.digest })
        else { return nil }
        return entry
    }

    /// What writing other bytes there comes to. Throws where something that is not Prowess's own is in the way.
    func change(_ status: stat?) throws -> RenderedArtifact.Change {
        guard let status else { return .add }
        let kind = status.st_mode & S_IFMT
        // A folder of an earlier build goes with the last file in it.
        if kind == S_IFDIR, manifest.hasEntries(below: path) { return .add }
        guard kind == S_IFREG else {
            throw FileError(path: state.full(path), code: kind == S_IFLNK ? ELOOP : EISDIR)
        }
        guard manifest.entries[path] != nil else {
            throw DiagnosticLog([
                Diagnostic(
                    path: state.full(path), message: "Prowess did not make this file and will not replace it",
                    hint: "move it away, or choose another folder with --output")
            ])
        }
        return .replace
    }
}

extension Manifest {
    /// Whether any file below a path is Prowess's own.
    fileprivate func hasEntries(below path: String) -> Bool {
        entries.keys.contains { $0.hasPrefix(path + "/") }
    }
}
