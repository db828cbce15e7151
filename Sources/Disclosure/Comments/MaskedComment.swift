/// A comment in which a bracketed word stands for whatever could tell of a person.
public struct MaskedComment: Hashable, Sendable {
    /// What a bracketed word stands for.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// The name of a person, a place or a thing that cannot be told from one.
        case name
        /// An e-mail address.
        case email = "e-mail"
        /// A web address, or the name of an account.
        case link
        /// A phone number.
        case phone
        /// Any other number that could be of a person, a room or a case.
        case number
        /// A role that only one person has.
        case role
        /// A date, a day of the week or a time.
        case date
    }

    /// The text, with words such as `[name]`.
    public let text: String
    /// What was masked.
    public let kinds: Set<Kind>
}
