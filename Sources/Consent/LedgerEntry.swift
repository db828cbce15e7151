/// One event with its place in the chain.
public struct LedgerEntry: Hashable, Sendable {
    /// The place, from 1.
    public let sequence: Int64
    /// The digest of the chain up to here, in lower-case hexadecimal.
    public let digest: String
    /// What happened.
    public let event: ConsentEvent
    /// What else was recorded of the person; nil where nothing was, or it was erased.
    public let details: ConsentDetails?

    /// Creates an entry.
    public init(sequence: Int64, digest: String, event: ConsentEvent, details: ConsentDetails? = nil) {
        self.sequence = sequence
        self.digest = digest
        self.event = event
        self.details = details
    }
}
