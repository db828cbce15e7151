/// An address as people type it.
public struct EmailAddress: Hashable, Sendable {
    /// What mail is sent to.
    public let sending: String
    /// Who that is: the domain in lower case.
    public let key: String
    /// The key with what is before the `@` in lower case too.
    public let folded: String

    /// Reads an address.
    public init(_ text: String) throws(EmailAddressProblem) {
        guard Mailbox.problem(in: text) == nil, let at = text.lastIndex(of: "@") else { throw .notAnAddress }
        sending = text
        key = text[..<at] + text[at...].lowercased()
        folded = text.lowercased()
    }
}

/// Why a text is no address.
public enum EmailAddressProblem: Error, Hashable, Sendable {
    /// It has not the form of one.
    case notAnAddress
}
