import Diagnostics
import Foundation

/// Output/ as it is on disk.
struct OutputState: Sendable {
    let root: String
    let fileSystem: FileSystem

    /// Prowess's own folder inside Output/: manifest, lock and staging.
    static let own = ".prowess"

    func full(_ path: String) -> String { root + "/" + path }

    var manifestPath: String { full(Self.own + "/manifest") }

    /// The manifest of the last build. Where it is lost or broken nothing counts as Prowess's own, so nothing is removed
    /// or replaced, and files that are as they should be are taken on again.
    func readManifest(warnings: inout DiagnosticLog) throws -> Manifest {
        guard let status = try fileSystem.status(manifestPath) else { return Manifest() }
        if let bytes = fileSystem.read(manifestPath, size: Int(status.st_size)),
            let manifest = Manifest(text: String(decoding: bytes, as: UTF8.self))
        {
            return manifest
        }
        warnings.report(
            Diagnostic(
                .warning, path: manifestPath, message: "this list of Prowess's own files can't be read",
                hint: "nothing old is removed by this build; delete what you no longer need yourself"))
        return Manifest()
    }

    /// Which of the folders are not there yet. A link or a file in a folder's place is an error, unless the file is one
    /// that this build takes away.
    func missingFolders(among folders: Folders) throws -> Set<String> {
        var missing: Set<String> = []
        for folder in folders.sorted {
            let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
            if missing.contains(parent) {
                missing.insert(folder)
                continue
            }
            guard let status = try fileSystem.status(full(folder)) else {
                missing.insert(folder)
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: continue
            case S_IFLNK: throw FileError(path: full(folder), code: ELOOP)
            default: missing.insert(folder)
            }
        }
        return missing
    }
}

/// All folders that artifacts need, and whether only the practice may enter them.
struct Folders {
    private(set) var isConfidential: [String: Bool] = [:]

    init(of artifacts: [Artifact]) {
        for artifact in artifacts {
            var folder = artifact.product.rawValue
            note(folder, artifact)
            for component in artifact.path.components.dropLast() {
                folder += "/" + component
                note(folder, artifact)
            }
        }
    }

    /// The folders, each after the one it is in.
    var sorted: [String] { isConfidential.keys.sorted() }

    /// Who may enter a folder.
    func mode(of folder: String) -> mode_t { isConfidential[folder] == true ? 0o700 : 0o755 }

    private mutating func note(_ folder: String, _ artifact: Artifact) {
        isConfidential[folder] = isConfidential[folder] == true || artifact.audience.isConfidential
    }
}

/// The right to write to Output/: one build at a time.
struct OutputLock {
    private let descriptor: CInt

    init(state: OutputState) throws {
        // Output/ is the author's folder, whose mode is hers once it is there.
        if let status = try state.fileSystem.status(state.root) {
            guard status.st_mode & S_IFMT != S_IFREG else { throw FileError(path: state.root, code: ENOTDIR) }
        } else {
            try state.fileSystem.makeFolder(state.root, mode: 0o755)
        }
        try state.fileSystem.makeFolder(state.full(OutputState.own), mode: 0o700)
        let path = state.full(OutputState.own + "/lock")
        descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw DiagnosticLog([
                Diagnostic(
                    path: state.root, message: "another build is writing here", hint: "wait until it is done")
            ])
        }
    }

    func release() { close(descriptor) }
}

/// The folder in which changed files wait until all are rendered.
struct Staging: Sendable {
    let path: String
    private let state: OutputState

    /// Makes the folder; what a killed build left in it is removed first.
    init(state: OutputState) throws {
        self.state = state
        path = state.full(OutputState.own + "/staging")
        remove()
        try state.fileSystem.makeFolder(path, mode: 0o700)
    }

    /// Writes a file. What goes wrong is told of Output/ as a whole, and so once however many files it befalls.
    func write(_ bytes: UnsafeRawBufferPointer, name: String, mode: mode_t) throws {
        do {
            try state.fileSystem.write(bytes, to: path + "/" + name, mode: mode)
        } catch let error as FileError {
            throw FileError(path: state.root, code: error.code)
        }
    }

    /// Removes the folder with all that is in it.
    func remove() {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return }
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
    }
}
