import Consent

/// What became of what a file, a form or the practice said about one person.
public struct IntakeOutcome: Hashable, Sendable {
    /// Whose consent it is; nil where nothing may be kept.
    public var subject: SubjectID?
    /// The events that were new.
    public var events: [RecordedEvent] = []
    /// Why something was not taken in; nil where all was, or was known.
    public var refusal: IntakeRefusal?
}

/// An event that was just recorded.
public struct RecordedEvent: Hashable, Sendable {
    /// Its place in the ledger, from 1.
    public let sequence: Int64
    /// What happened.
    public let kind: EventKind
}
