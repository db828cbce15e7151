import Consent
import Crypto
import Dates
import Diagnostics
import Foundation
import Mail

/// Writes the mail that asks for confirmation.
///
/// It does not say the name that was typed into the form: anybody can have it sent to anybody, so that its words are the practice's
/// alone.
struct ConfirmationMail: Sendable {
    let configuration: SignupConfiguration
    let pages: Pages
    let links: UnsubscribeLinks
    /// The ledger's key, for names of files.
    let key: [UInt8]

    /// - Parameter now: seconds since 1970-01-01T00:00:00Z.
    /// - Throws: `MailError` for an address that no mail can go to, `DiagnosticLog` for a mistake in a template.
    func message(_ mail: PendingMail, _ secret: ConfirmationSecret, now: Int) throws -> OutgoingMail {
        let language = pages.known(mail.language)
        let url = "\(configuration.url)/confirm?lang=\(language)&token=\(secret.text)"
        let words = try pages.mail(language, url: url)
        let message = MailMessage(
            from: configuration.from, replyTo: configuration.replyTo, to: [Mailbox(address: mail.address)],
            subject: words.subject, date: .moment(Timestamp(seconds: now)), text: words.text, html: words.html,
            listUnsubscribe: links.url(for: mail.subject))
        return OutgoingMail(
            request: mail.request, name: name(mail.request), from: configuration.from.address, to: mail.address,
            bytes: try message.bytes())
    }

    /// A file's name that a ledger begun anew, which numbers its requests anew, doesn't give again.
    private func name(_ request: Int64) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data("mail:\(request)".utf8), using: SymmetricKey(data: key))
        return "\(request)-\(Digest.hex(Array(code.prefix(8))))"
    }
}
