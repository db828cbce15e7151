import Consent

/// An event as it stands in the ledger.
public struct LedgerEntry: Hashable, Sendable {
    /// Its place, from 1.
    public let sequence: Int64
    /// The digest that chains it to those before, in lower-case hexadecimal.
    public let digest: String
    /// What happened.
    public let event: ConsentEvent
    /// What else is known of the person then; nil where nothing is, or where it was erased.
    public let details: ConsentDetails?

    /// Creates an entry.
    public init(sequence: Int64, digest: String, event: ConsentEvent, details: ConsentDetails? = nil) {
        self.sequence = sequence
        self.digest = digest
        self.event = event
        self.details = details
    }
}
