import Consent
import Mail

/// One row of a file that is taken in: a person with facts, or why there is none.
public struct IntakeRow: Hashable, Sendable {
    /// What wrote the file: an ``IntakeFormat``'s raw value.
    public var tool: String
    /// The SHA-256 of the file, in lower-case hexadecimal; of a ZIP, that of the entry when unpacked.
    public var file: String
    /// The row, from 1, without headers and rows that hold nothing; of JSON, the record.
    public var row: Int
    /// The line on which it begins, from 1.
    public var line: Int
    /// What it says.
    public var content: Content

    /// What a row says.
    public enum Content: Hashable, Sendable {
        /// What happened to a person's consent.
        case person(IntakePerson)
        /// Nothing that can be taken; the reason quotes nothing of the row.
        case refused(reason: String)
    }
}

/// A person as a row has them, with at least one fact.
public struct IntakePerson: Hashable, Sendable {
    /// The person's address.
    public var address: EmailAddress
    /// The person's name as typed, on one line and of 200 characters at most; may be empty.
    public var name: String
    /// What happened, in the order in which it did.
    public var facts: [ConsentFact]
    /// Why a part of the row was not taken, where its withdrawal counts all the same; nil where all of it was.
    public var refusal: String?
}

/// Why a row, or its consent, is not taken.
struct RowRefusal: Error {
    /// One clause without a full stop, which quotes nothing of the row.
    let reason: String
}
