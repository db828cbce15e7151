import Consent
import Crypto
import GRDB
import Mail

/// Why nothing, or not all, of what is said about an address is taken in.
public enum IntakeRefusal: Hashable, Sendable, CustomStringConvertible {
    /// Somebody asked to be forgotten under the address, and no request of their own is newer.
    case erased
    /// The address was put right: it is somebody's no more.
    case corrected
    /// It is said to happen later than now.
    case future

    /// A clause without a full stop.
    public var description: String {
        switch self {
        case .erased: "this person asked to be forgotten, and no request of their own is newer"
        case .corrected: "this address was put right since, and is nobody's now"
        case .future: "its time is still to come: see the zone that its times are in"
        }
    }
}

/// An address that imports may not bring back.
struct Suppression {
    /// Since when, in seconds since 1970-01-01T00:00:00Z: what is the person's own and newer counts.
    let since: Int
    /// Who has another address since; nil where somebody was erased.
    let subject: SubjectID?

    var refusal: IntakeRefusal { subject == nil ? .erased : .corrected }

    /// What is taken in all the same: what ends a consent, and what the person did after that.
    func allowed(_ facts: [ConsentFact]) -> [ConsentFact] {
        facts.filter { fact in
            switch fact.kind {
            case .withdrawn, .bounced, .complained: true
            case .shown, .requested, .confirmed: (fact.time?.seconds ?? .min) > since
            case .imported, .erased, .reconsentRequested, .corrected, .exported: false
            }
        }
    }
}

extension LedgerWriter {
    /// What keeps imports from bringing an address back; nil where nothing does.
    func suppression(of address: EmailAddress) throws -> Suppression? {
        hasSuppressions ? try Self.suppression(of: address, db) : nil
    }

    static func suppression(of address: EmailAddress, _ db: Database) throws -> Suppression? {
        let statement = try db.cachedStatement(sql: "SELECT since, subject FROM suppression WHERE code = ?")
        guard let row = try Row.fetchOne(statement, arguments: [try code(of: address, db).blob]) else { return nil }
        return Suppression(since: row[0], subject: (row[1] as Int64?).flatMap { SubjectID($0) })
    }

    /// Keeps imports from bringing an address back.
    /// - Parameter subject: who has another address from now on; nil where somebody is erased.
    /// - Returns: the code, for the event that says so.
    mutating func suppress(_ address: EmailAddress, since: Int, subject: SubjectID?) throws -> String {
        let code = try Self.code(of: address, db)
        try suppress(code, since: since, subject: subject)
        return Digest.hex(code)
    }

    /// Keeps imports from bringing back the address of a code.
    mutating func suppress(_ code: [UInt8], since: Int, subject: SubjectID?) throws {
        try db.execute(
            sql: """
                INSERT INTO suppression (code, since, subject) VALUES (?, ?, ?)
                ON CONFLICT (code) DO UPDATE SET since = max(since, excluded.since), subject = excluded.subject
                """, arguments: [code.blob, since, subject?.number])
        hasSuppressions = true
    }

    /// What stands for an address that may not be kept: HMAC-SHA-256 (RFC 2104) with the ledger's own key.
    private static func code(of address: EmailAddress, _ db: Database) throws -> [UInt8] {
        let key = SymmetricKey(data: try Ledger.key(.suppression, db))
        return Array(HMAC<SHA256>.authenticationCode(for: Array(address.folded.utf8), using: key))
    }
}
