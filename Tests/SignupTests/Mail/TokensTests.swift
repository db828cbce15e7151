import Consent
import TestSupport
import Testing

@testable import Signup

@Suite("Tokens")
struct TokensTests {
    private let links = UnsubscribeLinks(url: Receiver.url, key: FakeStore().keyBytes)

    @Test("Bytes come back from links", arguments: 0..<70)
    func base64(_ count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        #expect(Base64URL.bytes(Base64URL.text(bytes)) == bytes)
    }

    @Test("Only one text stands for the same bytes", arguments: ["AA==", "AB", "A", "A+", "A/", "A A", "ä", "AAAA\n"])
    func base64Strict(_ text: String) { #expect(Base64URL.bytes(text) == nil) }

    @Test("Secrets are 256 bits, differ, and are known by their SHA-256")
    func secrets() throws {
        var generator = SystemRandomNumberGenerator()
        let secrets = (0..<100).map { _ in ConfirmationSecret(using: &generator) }
        #expect(Set(secrets.map(\.text)).count == 100)
        for secret in secrets {
            #expect(secret.text.utf8.count == 43)
            #expect(ConfirmationSecret(secret.text)?.digest == secret.digest)
        }
        #expect(secrets[0].digest == Digest.bytes(of: try #require(Base64URL.bytes(secrets[0].text))))
    }

    @Test("A link tells whose it is, and a changed one tells nobody")
    func unsubscribe() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<50 {
            let subject = SubjectID.random(using: &generator)
            let token = links.token(for: subject)
            #expect(links.url(for: subject) == "https://forms.example.org/newsletter/unsubscribe?token=\(token)")
            #expect(links.subject(of: token) == subject)
            let place = Int.random(in: 0..<54, using: &generator)
            var changed = Array(token.utf8)
            changed[place] = changed[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(links.subject(of: String(decoding: changed, as: UTF8.self)) == nil)
        }
    }

    @Test("Another ledger's key, an empty token and a longer one tell nobody")
    func foreign() throws {
        let subject = try #require(SubjectID(42))
        let other = UnsubscribeLinks(url: Receiver.url, key: [UInt8](repeating: 9, count: 32))
        #expect(links.subject(of: other.token(for: subject)) == nil)
        #expect(links.subject(of: "") == nil)
        #expect(links.subject(of: links.token(for: subject) + "A") == nil)
    }
}
