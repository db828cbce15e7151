import Consent
import Ledger

/// The ledger as the receiver needs it.
public struct LedgerSignupStore: SignupStore {
    private let ledger: Ledger

    /// - Parameter ledger: opened for writing. Other processes may use it too.
    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// The ledger's secret bytes for links.
    public var key: [UInt8] { get throws { try ledger.key(.links) } }

    /// Records requests in one transaction of the ledger.
    public func accept(_ requests: [SignupRequest], now: Int) throws {
        try ledger.write(at: now) { writer in
            for request in requests {
                let outcome = try writer.record(
                    [request.fact], of: request.address, name: request.name, source: nil)
                guard request.fact.statements?.areAllTrue == true else { continue }
                for event in outcome.events where event.kind == .requested {
                    try writer.awaitConfirmation(of: event.sequence)
                }
            }
        }
    }

    /// The notice of a digest; nil where none is on record.
    public func notice(_ digest: String) throws -> Notice? { try ledger.notices()[digest] }

    /// Uses a token up, and records that its request was confirmed.
    public func confirm(token digest: [UInt8], details: ConsentDetails, now: Int) throws -> ConfirmationResult {
        try ledger.write(at: now) { try $0.confirm(token: digest, details: details) }
    }

    /// Mails that were not handed over yet, the oldest first.
    public func pendingMails(limit: Int) throws -> [PendingMail] {
        try ledger.pendingConfirmations(limit: limit).map { pending in
            PendingMail(
                request: pending.request, subject: pending.subject, address: pending.identity.address,
                language: pending.language ?? "")
        }
    }

    /// Keeps the digests of tokens.
    public func store(tokens: [ConfirmationToken]) throws {
        // No event is recorded, so that the time counts for nothing.
        try ledger.write(at: 0) { writer in
            for token in tokens { try writer.keepToken(token.digest, of: token.request, expires: token.expires) }
        }
    }

    /// Notes that mails were handed over.
    public func handedOver(_ requests: [Int64]) throws {
        try ledger.write(at: 0) { writer in
            for request in requests { try writer.confirmationWasHandedOver(of: request) }
        }
    }

    /// Records that a person wants no more.
    public func withdraw(subject: SubjectID, method: ConsentMethod, now: Int) throws {
        _ = try ledger.write(at: now) { try $0.withdraw(subject, method: method) }
    }
}
