import Consent
import Ledger

/// What the ledger holds at one moment, as everything in this room is made of it.
public struct SubscriberSnapshot: Sendable {
    /// Everybody who was not erased, in any order.
    public var subscribers: [Subscriber]
    /// The notices on record, by digest.
    public var notices: [String: Notice]
    /// The digest of the last event, in lower-case hexadecimal; nil in an empty ledger.
    public var head: String?
    /// All events of some people, each person's in the order of the ledger. It is asked for a few people at a time, so that a
    /// ledger of any size is never held at once.
    public var history: @Sendable ([SubjectID]) throws -> [LedgerEntry]
    /// The address that ends a person's subscription; nil where there is no receiver.
    public var unsubscribeURL: (@Sendable (SubjectID) -> String)?

    /// Creates a snapshot.
    public init(
        subscribers: [Subscriber], notices: [String: Notice], head: String?,
        unsubscribeURL: (@Sendable (SubjectID) -> String)? = nil,
        history: @escaping @Sendable ([SubjectID]) throws -> [LedgerEntry]
    ) {
        self.subscribers = subscribers
        self.notices = notices
        self.head = head
        self.unsubscribeURL = unsubscribeURL
        self.history = history
    }

    /// Takes what a ledger tells.
    public init(
        _ ledger: LedgerSnapshot, unsubscribeURL: (@Sendable (SubjectID) -> String)? = nil,
        history: @escaping @Sendable ([SubjectID]) throws -> [LedgerEntry]
    ) {
        self.init(
            subscribers: ledger.subscribers, notices: ledger.notices, head: ledger.head?.hex,
            unsubscribeURL: unsubscribeURL, history: history)
    }

    /// A ledger in which nothing happened yet.
    public static let empty = SubscriberSnapshot(.empty) { _ in [] }
}
