import Consent
import GRDB
import Mail

/// Why a correction can't be made.
public enum CorrectionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nobody has the address.
    case unknown
    /// Somebody else has the new address.
    case taken
    /// Somebody asked to be forgotten under the new address.
    case erased
    /// Nothing would change.
    case same

    /// What is wrong, in one sentence without a full stop.
    public var description: String {
        switch self {
        case .unknown: "nobody on record has this address"
        case .taken: "somebody else on record has the new address"
        case .erased: "somebody asked to be forgotten under the new address"
        case .same: "that is what the ledger says already"
        }
    }
}

extension LedgerWriter {
    /// Puts a person's address or name right. An address that is new has answered nothing yet: mail may only be sent there after
    /// it has, and the old address can't come back by an import. Whoever has the old address in another spelling is taken off.
    /// - Throws: ``CorrectionError`` where that can't be, and ``LedgerError``.
    public mutating func correct(_ address: EmailAddress, to newAddress: EmailAddress?, name: String?) throws {
        let people = try people(spelledLike: address)
        guard let person = people.first(where: { $0.key == address.key }) ?? people.first else {
            throw CorrectionError.unknown
        }
        var identity = person.identity
        if let name { identity.name = name }
        if let newAddress {
            guard try self.people(spelledLike: newAddress).allSatisfy({ $0.subject == person.subject }) else {
                throw CorrectionError.taken
            }
            if let suppression = try suppression(of: newAddress), suppression.subject != person.subject {
                throw suppression.subject == nil ? CorrectionError.erased : .taken
            }
            identity.address = newAddress.sending
        }
        guard identity != person.identity else { throw CorrectionError.same }
        let salt = newSalt()
        try db.execute(
            sql: "UPDATE identity SET address = ?, key = ?, folded = ?, name = ?, salt = ? WHERE subject = ?",
            arguments: [
                identity.address, newAddress?.key ?? person.key, newAddress?.folded ?? address.folded, identity.name,
                salt.blob, person.subject.number,
            ])
        let time = try endingTime(of: people.map(\.subject))
        var event = ConsentEvent(
            kind: .corrected, subject: person.subject, time: time, recorded: now, method: .commandLine)
        event.identity = identity.commitment(salt: salt)
        if let newAddress, newAddress.folded != address.folded {
            event.grade = .singleOptIn
            event.suppression = try suppress(address, since: time.seconds, subject: person.subject)
            try discardTokens(of: person.subject)
            for other in people where other.subject != person.subject {
                try append(.withdrawn, of: other.subject, method: .commandLine)
            }
        }
        _ = try append(event)
    }
}
