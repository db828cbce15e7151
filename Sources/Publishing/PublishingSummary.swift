import Diagnostics

/// What a build did, or would do.
public struct PublishingSummary: Equatable, Sendable {
    /// How many artifacts each product has.
    public var artifacts: [Product: Int] = [:]
    /// Paths under Output/ of files that were not there before.
    public var added: [String] = []
    /// Paths of files that were replaced.
    public var changed: [String] = []
    /// Paths of files that were removed because nothing describes them any more.
    public var removed: [String] = []
    /// How many files stayed as they were.
    public var unchanged = 0
    /// What the author should know although the build went well.
    public var warnings = DiagnosticLog()
    /// Why derived artifacts could not be made; all others are published, and no old file of these is left.
    public var failures = DiagnosticLog()

    /// How many files were written.
    public var written: Int { added.count + changed.count }

    /// Creates an empty summary.
    public init() {}
}
