/// A confirmation mail, written.
struct OutgoingMail: Sendable {
    /// The request's number.
    var request: Int64
    /// A name that no other request's mail has, for a file.
    var name: String
    /// The sender's address.
    var from: String
    /// The recipient's address.
    var to: String
    /// The message.
    var bytes: [UInt8]
}

/// What became of a mail. Words name no address.
enum Delivery: Hashable, Sendable {
    /// It is out of the receiver's hands, and on disk where that is a disk of this machine.
    case handedOver
    /// This mail was not taken; others may be.
    case refused(String)
    /// Nothing is taken at the moment.
    case unreachable(String)
}

/// Takes mails to where they go.
protocol MailCarrier: Sendable {
    /// Hands mails over, in order, up to the first that finds nobody.
    /// - Returns: one outcome a mail, as many as were tried.
    func carry(_ mails: [OutgoingMail]) async -> [Delivery]
}
