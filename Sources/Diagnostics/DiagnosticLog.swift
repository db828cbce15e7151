/// The diagnostics of one piece of work: collected, not thrown one by one, so that an author sees them all at once.
public struct DiagnosticLog: Error, Equatable, Sendable {
    /// What was reported, in the order it was found.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Creates a log, empty unless diagnostics are given.
    public init(_ diagnostics: [Diagnostic] = []) {
        self.diagnostics = diagnostics
    }

    /// Whether anything reported stops the build.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// Whether nothing was reported.
    public var isEmpty: Bool { diagnostics.isEmpty }

    /// The diagnostics by file and place, each once.
    public var sorted: [Diagnostic] { Set(diagnostics).sorted() }

    /// Adds one diagnostic.
    public mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// Both logs' diagnostics.
    public func merged(with other: DiagnosticLog) -> DiagnosticLog {
        DiagnosticLog(diagnostics + other.diagnostics)
    }

    /// Adds all of another log's diagnostics.
    public mutating func merge(_ other: DiagnosticLog) {
        diagnostics += other.diagnostics
    }
}
