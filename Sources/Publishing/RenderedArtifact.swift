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

    /// Renders, compares and stages. Throws where a file that is not Prowess's own stands in the way, and `DerivationError`
    /// where a derived artifact can't be made.
    init(
        _ artifact: Artifact, index: Int, manifest: Manifest, missing: Set<String>, state: OutputState,
        staging: Staging?
    ) throws {
        let content = try artifact.render()
        outputPath = artifact.outputPath
        mode = artifact.audience.isConfidential ? 0o600 : 0o644
        stagedName = String(index)
        let place = ArtifactPlace(artifact.outputPath, manifest: manifest, missing: missing, state: state)
        let status = try place.status()
        let key: String?
        let made: MadeContent
        switch content {
        case .text(let text): (made, key) = (.text(text), nil)
        case .bytes(let bytes): (made, key) = (.bytes(bytes), nil)
        case .derived(let newKey, let make):
            if let status, let entry = place.entry(ofKey: newKey, status) {
                self.entry = entry
                change = .none
                needsMode = status.st_mode & 0o777 != mode
                return
            }
            guard staging != nil else {
                // Only that it would be made can be told without making it.
                change = try place.change(status)
                entry = Manifest.Entry(size: 0, digest: 0, key: newKey)
                needsMode = false
                return
            }
            do throws(DiagnosticLog) {
                (made, key) = (.bytes(try make()), newKey)
            } catch {
                throw DerivationError(log: error)
            }
        }
        let wanted = mode
        (change, entry, needsMode) = try made.withBytes { bytes in
            let entry = Manifest.Entry(size: bytes.count, digest: Manifest.digest(bytes), key: key)
            if let status, place.holds(bytes, status) { return (.none, entry, status.st_mode & 0o777 != wanted) }
            let change = try place.change(status)
            try staging?.write(bytes, name: String(index), mode: wanted)
            return (change, entry, false)
        }
    }
}

/// Why a derived artifact is left out.
struct DerivationError: Error {
    let log: DiagnosticLog
}
