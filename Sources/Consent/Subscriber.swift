/// One person on record.
public struct Subscriber: Hashable, Sendable {
    /// Under what number the ledger keeps what happened.
    public let subject: SubjectID
    /// Who it is.
    public let identity: Identity
    /// Where the person's consent stands.
    public let state: ConsentState
    /// The digest of the notice agreed to; nil where none is on record.
    public let notice: String?

    /// Creates a subscriber.
    public init(subject: SubjectID, identity: Identity, state: ConsentState, notice: String?) {
        self.subject = subject
        self.identity = identity
        self.state = state
        self.notice = notice
    }
}
