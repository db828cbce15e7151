import Consent
import Ledger
import Mail

/// What the receiver needs of a ledger. All calls are synchronous and come one after the other, never two at a time; each is on
/// disk when it returns.
public protocol SignupStore: Sendable {
    /// Records requests: all or none. Those whose three statements are ticked get a mail to hand over.
    /// - Parameter now: seconds since 1970-01-01T00:00:00Z.
    func accept(_ requests: [SignupRequest], now: Int) throws
    /// The notice of a digest; nil where none is on record.
    func notice(_ digest: String) throws -> Notice?
    /// Uses a token up, and records that its request was confirmed.
    /// - Parameters:
    ///   - digest: the SHA-256 of the token.
    ///   - details: what is recorded of who confirmed.
    func confirm(token digest: [UInt8], details: ConsentDetails, now: Int) throws -> ConfirmationResult
    /// Mails that were accepted and not handed over yet, the oldest first; they survive a kill.
    func pendingMails(limit: Int) throws -> [PendingMail]
    /// Keeps the digests of tokens, just before their mails are handed over: a mail that is handed over again after a kill has
    /// two tokens that work, and none is ever lost.
    func store(tokens: [ConfirmationToken]) throws
    /// Notes that mails were handed over.
    func handedOver(_ requests: [Int64]) throws
    /// Records that a person wants no more; nothing where there is no such person.
    func withdraw(subject: SubjectID, method: ConsentMethod, now: Int) throws
    /// The ledger's 32 secret bytes, for HMACs.
    var key: [UInt8] { get throws }
}

/// A form that was sent.
public struct SignupRequest: Hashable, Sendable {
    /// Where mail is sent.
    public var address: EmailAddress
    /// The name, without control characters; may be empty.
    public var name: String
    /// What was asked, by what form, to which words: of kind `requested`.
    public var fact: ConsentFact

    /// Creates a request.
    public init(address: EmailAddress, name: String, fact: ConsentFact) {
        self.address = address
        self.name = name
        self.fact = fact
    }
}

/// A confirmation mail that is to be handed over.
public struct PendingMail: Hashable, Sendable {
    /// The request's number in the ledger, above 0.
    public var request: Int64
    /// Whose it is.
    public var subject: SubjectID
    /// Where mail is sent.
    public var address: String
    /// The language in which the form spoke (BCP 47).
    public var language: String

    /// Creates a mail.
    public init(request: Int64, subject: SubjectID, address: String, language: String) {
        self.request = request
        self.subject = subject
        self.address = address
        self.language = language
    }
}

/// The token of a confirmation mail, as the ledger keeps it.
public struct ConfirmationToken: Hashable, Sendable {
    /// The request that it confirms.
    public var request: Int64
    /// The SHA-256 of the token, 32 bytes.
    public var digest: [UInt8]
    /// Until when it works: seconds since 1970-01-01T00:00:00Z.
    public var expires: Int

    /// Creates a token.
    public init(request: Int64, digest: [UInt8], expires: Int) {
        self.request = request
        self.digest = digest
        self.expires = expires
    }
}
