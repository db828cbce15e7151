import Consent
import Testing

@testable import Signup

@Suite("The mail that asks for confirmation")
struct ConfirmationMailTests {
    private func mail(_ language: String, address: String = "ada@example.org") throws -> (
        text: String, secret: String, mail: OutgoingMail
    ) {
        let configuration = Receiver.configuration("/nowhere")
        let key = FakeStore().key
        let writer = ConfirmationMail(
            configuration: configuration, pages: try Pages(configuration, try Receiver.layouts()),
            links: UnsubscribeLinks(url: Receiver.url, key: key), key: key)
        var generator = SystemRandomNumberGenerator()
        let secret = ConfirmationSecret(using: &generator)
        let pending = PendingMail(request: 5, subject: try #require(SubjectID(9)), address: address, language: language)
        let mail = try writer.message(pending, secret, now: 1_780_000_000)
        return (String(decoding: mail.bytes, as: UTF8.self), secret.text, mail)
    }

    @Test(
        "It goes to the address, in the form's language, as text and HTML, with one click to leave",
        arguments: [("en", "Please confirm"), ("es-US", "Confirme su"), ("xx", "Please confirm")])
    func message(_ language: String, _ subject: String) throws {
        let (text, secret, mail) = try mail(language)
        #expect(mail.to == "ada@example.org")
        #expect(mail.from == "news@example.org")
        #expect(text.contains("To: ada@example.org\r\n"))
        #expect(text.contains("From: The Thorn <news@example.org>\r\n"))
        #expect(text.unquoted.contains(subject))
        #expect(text.contains("List-Unsubscribe: <https://forms.example.org/newsletter/unsubscribe?token="))
        #expect(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"))
        #expect(text.contains("multipart/alternative"))
        #expect(text.unquoted.components(separatedBy: "&token=\(secret)").count == 2)
        #expect(text.unquoted.contains("&amp;token=\(secret)"))
        #expect(!text.contains("{{"))
    }

    @Test("An address that would begin another header is refused")
    func injection() {
        #expect(throws: (any Error).self) { try mail("en", address: "ada@example.org\r\nBcc: eve@example.org") }
    }

    @Test("Its file's name says neither whose it is nor can it be a path")
    func name() throws {
        let name = try mail("en").mail.name
        #expect(name.hasPrefix("5-"))
        #expect(
            name.utf8.allSatisfy { $0 == UInt8(ascii: "-") || ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }
        )
    }
}
