import Diagnostics
import Foundation
import Parallel
import Synchronization

/// Writes artifacts to Output/: in parallel, only what changed, all or nothing, and never over what it did not write.
///
/// Changed files are written to a staging folder inside Output/ and then each moved into place with one `rename`, so that
/// a process that is killed leaves every file either old or new. Before the first move the manifest is widened to name all
/// files old and new, so that the next build knows its own.
public struct Publisher: Sendable {
    /// The Output folder.
    let output: String
    /// How many threads render.
    let jobs: Int
    /// Whether nothing is written.
    let isDryRun: Bool
    /// What is being built; other files are left alone.
    let scope: PublishingScope
    var fileSystem = FileSystem()

    /// Creates a publisher.
    /// - Parameters:
    ///   - output: the Output folder; made if it is not there.
    ///   - jobs: how many threads render, at least 1.
    ///   - isDryRun: whether only to tell what would be done.
    ///   - scope: what the artifacts are all of; files beyond it are left alone.
    public init(output: String, jobs: Int, isDryRun: Bool = false, scope: PublishingScope = .everything) {
        self.output = output
        self.jobs = max(1, jobs)
        self.isDryRun = isDryRun
        self.scope = scope
    }

    /// Renders and writes artifacts.
    /// - Parameters:
    ///   - artifacts: all artifacts in the scope.
    ///   - progress: called from any thread with how many artifacts are rendered.
    /// - Returns: what was done, and which derived artifacts could not be made.
    /// - Throws: `DiagnosticLog` with all that is wrong; Output/ is then as it was before.
    public func publish(
        _ artifacts: [Artifact], progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws(DiagnosticLog) -> PublishingSummary {
        let problems = ArtifactChecks.problems(in: artifacts, output: output)
        if problems.hasErrors { throw problems }
        do {
            return try publishChecked(artifacts, progress: progress)
        } catch let log as DiagnosticLog {
            throw log
        } catch let error as FileError {
            throw DiagnosticLog([error.diagnostic])
        } catch {
            throw DiagnosticLog([Diagnostic(path: output, message: "\(error)")])
        }
    }

    private func publishChecked(
        _ artifacts: [Artifact], progress: @escaping @Sendable (Int) -> Void
    ) throws -> PublishingSummary {
        let state = OutputState(root: output, fileSystem: fileSystem)
        let lock = isDryRun ? nil : try OutputLock(state: state)
        defer { lock?.release() }
        var summary = PublishingSummary()
        let manifest = try state.readManifest(warnings: &summary.warnings)
        let folders = Folders(of: artifacts)
        let missing = try state.missingFolders(among: folders)
        let staging = isDryRun ? nil : try Staging(state: state)
        do {
            let rendered = try render(
                artifacts, manifest: manifest, missing: missing, state: state, staging: staging,
                failures: &summary.failures, progress: progress)
            let plan = Commit(
                rendered: rendered, artifacts: artifacts, manifest: manifest, scope: scope, state: state,
                folders: folders)
            plan.describe(in: &summary)
            if let staging { try plan.carryOut(staging: staging) }
            return summary
        } catch {
            // An end of the world that a test made up leaves its staging folder, as a kill does.
            if !(error is SimulatedKill) { staging?.remove() }
            throw error
        }
    }

    /// Renders all artifacts and stages those that differ from what is on disk; without derived ones that can't be made.
    private func render(
        _ artifacts: [Artifact], manifest: Manifest, missing: Set<String>, state: OutputState, staging: Staging?,
        failures: inout DiagnosticLog, progress: @escaping @Sendable (Int) -> Void
    ) throws -> [RenderedArtifact] {
        let done = Atomic(0)
        let results = Array(artifacts.enumerated()).concurrentMap(jobs: jobs) { index, artifact in
            defer { progress(done.wrappingAdd(1, ordering: .relaxed).newValue) }
            return Result {
                try RenderedArtifact(
                    artifact, index: index, manifest: manifest, missing: missing, state: state, staging: staging)
            }
        }
        var log = DiagnosticLog()
        var rendered: [RenderedArtifact] = []
        rendered.reserveCapacity(results.count)
        for (artifact, result) in zip(artifacts, results) {
            switch result {
            case .success(let one): rendered.append(one)
            case .failure(let error as DerivationError): failures.merge(error.log)
            case .failure(let error as DiagnosticLog): log.merge(error)
            case .failure(let error as FileError): log.report(error.diagnostic)
            case .failure(let error as SimulatedKill): throw error
            case .failure(let error):
                log.report(Diagnostic(path: output + "/" + artifact.outputPath, message: "\(error)"))
            }
        }
        if log.hasErrors { throw log }
        return rendered
    }
}

/// What a test throws to end the world at a step: nothing is cleaned up, as after SIGKILL.
struct SimulatedKill: Error {}

extension FileError {
    /// The error as the author is told of it.
    var diagnostic: Diagnostic {
        let (message, hint) = explanation
        return Diagnostic(path: path, message: message, hint: hint)
    }
}
