import Consent
import GRDB

/// What became of a link in a confirmation mail.
public enum ConfirmationResult: String, Hashable, Sendable, CaseIterable {
    /// The consent is now confirmed.
    case confirmed
    /// The link was used before.
    case alreadyConfirmed
    /// The link is too old.
    case expired
    /// There is no such link, or what it confirmed was withdrawn.
    case unknown
}

/// A request whose confirmation mail was not handed over yet.
public struct PendingConfirmation: Hashable, Sendable {
    /// The request's place in the ledger.
    public let request: Int64
    /// Whose it is.
    public let subject: SubjectID
    /// Who that is.
    public let identity: Identity
    /// The language in which the form spoke.
    public let language: String?
}

extension LedgerWriter {
    /// Notes that a request awaits its confirmation mail; the note survives a kill.
    /// - Throws: ``LedgerError``.
    public mutating func awaitConfirmation(of request: Int64) throws {
        hasTokens = true
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO outbox (request) VALUES (?)").execute(arguments: [request])
    }

    /// Keeps the SHA-256 of a link's token: 32 bytes, of which the token can't be found again. Nothing is kept for a request that
    /// awaits no mail.
    /// - Parameter expires: the last second in which it counts, since 1970-01-01T00:00:00Z.
    /// - Throws: ``LedgerError``.
    public mutating func keepToken(_ digest: [UInt8], of request: Int64, expires: Int) throws {
        // Whoever left or was erased a moment ago is not in the outbox any more: no link may bring them back.
        try db.cachedStatement(
            sql: """
                INSERT INTO token (digest, request, expires)
                SELECT ?, request, ? FROM outbox WHERE request = ?
                """
        )
        .execute(arguments: [digest.blob, expires, request])
    }

    /// Notes that a request's confirmation mail was handed over.
    /// - Throws: ``LedgerError``.
    public mutating func confirmationWasHandedOver(of request: Int64) throws {
        try db.cachedStatement(sql: "DELETE FROM outbox WHERE request = ?").execute(arguments: [request])
    }

    /// Uses a token up, and records that its request was confirmed.
    /// - Parameter digest: the SHA-256 of the token that came with a link. It is looked up, never compared byte by byte.
    /// - Throws: ``LedgerError``.
    public mutating func confirm(token digest: [UInt8], details: ConsentDetails = ConsentDetails()) throws
        -> ConfirmationResult
    {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT token.expires, token.used, token.request, event.record FROM token
                    JOIN event ON event.sequence = token.request WHERE token.digest = ?
                    """), arguments: [digest.blob])
        guard let row, let request = ConsentEvent(record: row["record"] as String), let subject = request.subject else {
            return .unknown
        }
        guard (row["used"] as Int?) == nil else { return .alreadyConfirmed }
        guard clock <= row["expires"] else { return .expired }
        // What was asked for may be dated by another clock: the answer is no earlier.
        var event = ConsentEvent(
            kind: .confirmed, subject: subject, time: EventTime(seconds: max(clock, request.effectiveSeconds)),
            recorded: now, method: .link)
        event.form = request.form
        event.page = request.page
        event.language = request.language
        event.notice = request.notice
        event.grade = .doubleOptIn
        guard try state(of: subject, after: event).status == .subscribed else { return .unknown }
        _ = try append(event, details: details)
        // A mail that was handed over twice has two tokens: both are used up.
        try db.execute(
            sql: "UPDATE token SET used = ? WHERE request = ?", arguments: [clock, row["request"] as Int64])
        return .confirmed
    }
}

extension ConsentEvent {
    /// Reads a record as SQLite gives it.
    init?(record: String) {
        var record = record
        let event = record.withUTF8 { ConsentEvent(record: UnsafeRawBufferPointer($0)) }
        guard let event else { return nil }
        self = event
    }
}
