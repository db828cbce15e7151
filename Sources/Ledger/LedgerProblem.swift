import Consent

/// What can be wrong with a ledger.
public enum LedgerProblem: Hashable, Sendable, CustomStringConvertible {
    /// The event at a place has other words than were digested, or is not the one that was written there.
    case changed(sequence: Int64)
    /// The event at a place is not there.
    case removed(sequence: Int64)
    /// No event has the digest that was noted elsewhere: the end was cut off, or the chain was written anew.
    case headIsGone(digest: String)
    /// A person's address or name was changed without an event that says so; the place is that of the last that does.
    case identityChanged(sequence: Int64)
    /// A person is gone without an event that says so; the place is that of their last event.
    case identityRemoved(sequence: Int64)
    /// There is somebody whose events are not there.
    case identityWithoutEvents(subject: SubjectID)
    /// What was recorded beside an event was changed.
    case detailsChanged(sequence: Int64)
    /// A notice has other words than were digested.
    case noticeChanged(digest: String)
    /// An event names a notice whose words are not there.
    case noticeRemoved(sequence: Int64)
    /// An event names details that are not there, though nobody was erased.
    case detailsRemoved(sequence: Int64)
    /// The code of an address that imports may not bring back is not what an event says.
    case suppressionChanged(sequence: Int64)
    /// What keeps events from being changed was taken out of the database.
    case triggersChanged
    /// A row belongs to an event that is not there: events were cut off at the end.
    case rowWithoutEvent(table: String)
    /// SQLite's own check of the file found something.
    case file(reason: String)

    /// What is wrong, in one sentence without a full stop. It names no person.
    public var description: String {
        switch self {
        case .changed(let sequence): "event \(sequence) is not the one that was written: it, or its place, was changed"
        case .removed(let sequence): "event \(sequence) was removed"
        case .headIsGone(let digest):
            "no event has the digest \(digest): events were cut off at the end, or the chain was written anew"
        case .identityChanged(let sequence): "whose event \(sequence) is was changed after it was written"
        case .identityRemoved(let sequence): "whose event \(sequence) is was removed without an erasure"
        case .identityWithoutEvents(let subject): "subject \(subject.number) has an address but no event that gave it"
        case .detailsChanged(let sequence): "what was recorded beside event \(sequence) was changed"
        case .noticeChanged(let digest): "the words of notice \(digest) were changed"
        case .noticeRemoved(let sequence): "the words that event \(sequence) names are not there"
        case .detailsRemoved(let sequence): "what was recorded beside event \(sequence) was removed without an erasure"
        case .suppressionChanged(let sequence):
            "what keeps imports from bringing an address back, which event \(sequence) says, was changed"
        case .triggersChanged: "what keeps events from being changed was taken out of the database"
        case .rowWithoutEvent(let table):
            "the table \(table) names an event that is not there: events were cut off at the end"
        case .file(let reason): "the file is damaged: \(reason)"
        }
    }
}
