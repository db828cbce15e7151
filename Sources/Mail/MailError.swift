/// Why a message can't be written.
public enum MailError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A header has a line end or another control character, which could begin a header of its own.
    case controlCharacter(field: String)
    /// An address is none.
    case badAddress(field: String, address: String, reason: String)
    /// A part has a NUL, which mail may not have (RFC 5322, 4.1).
    case containsNUL(part: String)
    /// The address that ends a subscription can't be used.
    case badListUnsubscribe(reason: String)
    /// The moment is outside the years that the calendar has.
    case noSuchDate

    /// What is wrong, in one sentence without a full stop.
    public var description: String {
        switch self {
        case .controlCharacter(let field): "\(field) has a line end or another control character"
        case .badAddress(let field, let address, let reason):
            "\"\(address.prefix(60))\" in \(field) is no address: \(reason)"
        case .containsNUL(let part): "the \(part) has a NUL character"
        case .badListUnsubscribe(let reason): "the address of List-Unsubscribe can't be used: \(reason)"
        case .noSuchDate: "the date is outside the years 1 to 9999"
        }
    }
}
