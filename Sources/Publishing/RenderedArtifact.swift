import Diagnostics
import Foundation

/// An artifact that was rendered and compared with what is on disk; its bytes are in staging, or nowhere.
struct RenderedArtifact: Sendable {
    /// What is to be done with it.
    enum Change: Sendable {
        case none
        case add
        case replace
    }

    let outputPath: String
    let mode: mode_t
    let change: Change
    let entry: Manifest.Entry
    /// The name of its file in the staging folder.
    let stagedName: String
    /// Whether the file is as it should be but for who may read it.
    let needsMode: Bool

    /// Renders, compares and stages. Throws where a file that is not Prowess's own stands in the way.
    init(
        _ artifact: Artifact, index: Int, manifest: Manifest, missing: Set<String>, state: OutputState,
        staging: Staging?
    ) throws {
        let content = try artifact.render()
        let path = artifact.outputPath
        outputPath = path
        mode = artifact.audience.isConfidential ? 0o600 : 0o644
        stagedName = String(index)
        let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
        let status = missing.contains(String(folder)) ? nil : try state.fileSystem.status(state.full(path))
        let wanted = mode
        (change, entry, needsMode) = try content.withBytes { bytes in
            let entry = Manifest.Entry(size: bytes.count, digest: Manifest.digest(bytes))
            guard let status else {
                try staging?.write(bytes, name: String(index), mode: wanted)
                return (.add, entry, false)
            }
            let kind = status.st_mode & S_IFMT
            if kind == S_IFDIR, manifest.hasEntries(below: path) {
                // The folder is of an earlier build, and goes with the last file in it.
                try staging?.write(bytes, name: String(index), mode: wanted)
                return (.add, entry, false)
            }
            guard kind == S_IFREG else {
                throw FileError(path: state.full(path), code: kind == S_IFLNK ? ELOOP : EISDIR)
            }
            if state.fileSystem.holds(bytes, at: state.full(path), size: Int(status.st_size)) {
                return (.none, entry, status.st_mode & 0o777 != wanted)
            }
            guard manifest.entries[path] != nil else {
                throw DiagnosticLog([
                    Diagnostic(
                        path: state.full(path), message: "Prowess did not make this file and will not replace it",
                        hint: "move it away, or choose another folder with --output")
                ])
            }
            try staging?.write(bytes, name: String(index), mode: wanted)
            return (.replace, entry, false)
        }
    }
}

extension Manifest {
    /// Whether any file below a path is Prowess's own.
    func hasEntries(below path: String) -> Bool {
        entries.keys.contains { $0.hasPrefix(path + "/") }
    }
}
