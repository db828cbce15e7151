import Diagnostics

/// What is wrong with a list of artifacts, told before anything is written.
enum ArtifactChecks {
    static func problems(in artifacts: [Artifact], output: String) -> DiagnosticLog {
        var log = DiagnosticLog()
        // Paths that differ only in case are one file on macOS and Windows.
        var byPath: [String: Artifact] = [:]
        byPath.reserveCapacity(artifacts.count)
        for artifact in artifacts {
            let shown = output + "/" + artifact.outputPath
            if artifact.product == .site, artifact.audience.isConfidential {
                log.report(
                    Diagnostic(
                        path: shown, message: "a \(artifact.audience.rawValue) artifact may not be part of the site"))
            }
            if let other = byPath.updateValue(artifact, forKey: artifact.outputPath.lowercased()) {
                let isSame = other.outputPath == artifact.outputPath
                log.report(
                    Diagnostic(
                        path: shown,
                        message: isSame
                            ? "two artifacts have this path"
                            : "\(output)/\(other.outputPath) differs from this path only in case"))
            }
        }
        for artifact in artifacts {
            var folder = artifact.product.rawValue
            for component in artifact.path.components.dropLast() {
                folder += "/" + component
                guard let file = byPath[folder.lowercased()] else { continue }
                log.report(
                    Diagnostic(
                        path: output + "/" + file.outputPath,
                        message: "this is a file, and the folder of \(output)/\(artifact.outputPath) too"))
            }
        }
        return log
    }
}
