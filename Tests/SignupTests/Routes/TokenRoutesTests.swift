import Consent
import Foundation
import Testing

@testable import Signup

@Suite("Links of mails")
struct TokenRoutesTests {
    /// The link of the mail that a sign-up gets, without the receiver's address.
    private func link(_ receiver: Receiver, _ store: FakeStore) async throws -> String {
        _ = await receiver.client.post("/", store.form())
        #expect(await receiver.until { receiver.mails().count == 1 && store.now.pending.isEmpty })
        return "/confirm" + (try #require(receiver.mails()[0].unquoted.word(after: Receiver.url + "/confirm")))
    }

    private func token(_ link: String) throws -> String { try #require(link.word(after: "token=")) }

    @Test("Following the link shows a button and changes nothing; pressing it confirms")
    func confirms() async throws {
        let store = FakeStore()
        try await Receiver.run(store) { receiver in
            let link = try await link(receiver, store)
            for method in ["GET", "HEAD", "GET"] {
                let answer = await receiver.client.get(
                    "/newsletter" + link, method: method, headers: ["Purpose: prefetch"])
                #expect(answer.status == 200)
                #expect(answer.body.contains("<button type=\"submit\">") == (method == "GET"))
            }
            #expect(store.now.confirmations == 0)
            let page = await receiver.client.get(link).body
            #expect(page.contains("action=\"/newsletter/confirm?lang=en\" method=\"post\""))
            let answer = await receiver.client.post("/confirm?lang=en", "token=\(try token(link))")
            #expect(answer.status == 200)
            #expect(answer.body.contains("You are signed up"))
            #expect(store.now.confirmed == [1])
        }
    }

    @Test("Used, expired, unknown and malformed tokens get the same bytes")
    func gone() async throws {
        let store = FakeStore()
        let clock = TestClock(1_780_000_000)
        try await Receiver.run(store, now: clock.now) { receiver in
            let token = try token(try await link(receiver, store))
            clock.set(1_780_000_000 + 73 * 3600)
            let expired = await receiver.client.post("/confirm", "token=\(token)")
            clock.set(1_780_000_000 + 72 * 3600)
            #expect(await receiver.client.post("/confirm", "token=\(token)").status == 200)
            let used = await receiver.client.post("/confirm", "token=\(token)")
            let guessed = await receiver.client.post("/confirm", "token=\(String(repeating: "A", count: 43))")
            let malformed = await receiver.client.post("/confirm", "token=%00")
            let missing = await receiver.client.post("/confirm", "")
            clock.set(1_780_000_000 + 73 * 3600)
            let shown = await receiver.client.get("/confirm?token=x")
            #expect(used.status == 410)
            #expect(used.bytes == guessed.bytes)
            #expect(used.bytes == malformed.bytes)
            #expect(used.bytes == missing.bytes)
            #expect(expired.bytes == shown.bytes)
            #expect(expired.body == used.body)
            #expect(store.now.confirmed == [1])
        }
    }

    @Test("Of a thousand guessed tokens none confirms anything")
    func guessed() async throws {
        let store = FakeStore()
        try await Receiver.run(store) { receiver in
            _ = try await link(receiver, store)
            var generator = SystemRandomNumberGenerator()
            for _ in 0..<1000 {
                let guess = ConfirmationSecret(using: &generator).text
                #expect(await receiver.client.post("/confirm", "token=\(guess)").status == 410)
            }
            #expect(store.now.confirmations == 1000)
            #expect(store.now.confirmed.isEmpty)
        }
    }

    @Test("A mail program's one click ends the subscription and gets no page, as either kind of form (RFC 8058)")
    func oneClick() async throws {
        let store = FakeStore()
        let subject = try #require(SubjectID(77))
        let token = UnsubscribeLinks(url: Receiver.url, key: store.key).token(for: subject)
        try await Receiver.run(store) { receiver in
            let first = await receiver.client.post(
                "/newsletter/unsubscribe?token=\(token)", "List-Unsubscribe=One-Click")
            let second = await receiver.client.post(
                "/unsubscribe?token=\(token)",
                "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n",
                type: "multipart/form-data; boundary=x")
            for answer in [first, second] {
                #expect(answer.status == 200)
                #expect(answer.body.isEmpty)
            }
            #expect(store.now.withdrawals.map(\.subject) == [subject, subject])
            #expect(store.now.withdrawals.map(\.method) == [.oneClick, .oneClick])
        }
    }

    @Test("Following the link to unsubscribe shows a button and changes nothing; pressing it ends the subscription")
    func link() async throws {
        let store = FakeStore()
        let subject = try #require(SubjectID(77))
        let token = UnsubscribeLinks(url: Receiver.url, key: store.key).token(for: subject)
        try await Receiver.run(store) { receiver in
            for method in ["GET", "HEAD"] {
                #expect(await receiver.client.get("/unsubscribe?token=\(token)", method: method).status == 200)
            }
            #expect(store.now.withdrawals.isEmpty)
            let page = await receiver.client.get("/unsubscribe?token=\(token)&lang=es").body
            #expect(page.contains("value=\"\(token)\""))
            #expect(page.contains("<html lang=\"es\">"))
            let answer = await receiver.client.post("/unsubscribe?lang=es", "token=\(token)")
            #expect(answer.status == 200)
            #expect(answer.body.contains("Su suscripción está cancelada"))
            #expect(store.now.withdrawals.map(\.method) == [.link])
        }
    }

    @Test("A forged link ends nothing")
    func forged() async throws {
        let store = FakeStore()
        let token = UnsubscribeLinks(url: Receiver.url, key: [UInt8](repeating: 1, count: 32)).token(
            for: try #require(SubjectID(77)))
        try await Receiver.run(store) { receiver in
            for token in [token, "", "x"] {
                #expect(
                    await receiver.client.post("/unsubscribe?token=\(token)", "List-Unsubscribe=One-Click").status
                        == 410)
                #expect(await receiver.client.get("/unsubscribe?token=\(token)").status == 410)
            }
            #expect(store.now.withdrawals.isEmpty)
        }
    }
}
