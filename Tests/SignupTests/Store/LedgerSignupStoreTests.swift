import Consent
import Ledger
import Mail
import TestSupport
import Testing

@testable import Signup

@Suite("The ledger behind the receiver")
struct LedgerSignupStoreTests {
    @Test("Sign-up, mail, confirmation and one click go all the way into the ledger")
    func wholeWay() async throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path + "/ledger.sqlite", creates: true)
        let forms = FakeStore()
        try ledger.write(at: 1_780_000_000) { try $0.add(forms.notice) }
        try await Receiver.run(LedgerSignupStore(ledger)) { receiver in
            #expect(await receiver.client.post("/", forms.form()).status == 200)
            #expect(try ledger.snapshot().subscribers.map(\.state.status) == [.pending])
            #expect(await receiver.until { receiver.mails().count == 1 })
            let mail = receiver.mails()[0].unquoted
            let token = try #require(mail.word(after: "&token="))
            #expect(await receiver.client.post("/confirm", "token=\(token)").status == 200)
            #expect(await receiver.client.post("/confirm", "token=\(token)").status == 410)
            let subscriber = try #require(try ledger.snapshot().subscribers.first)
            #expect(subscriber.state.status == .subscribed)
            #expect(subscriber.identity.address == "ada@example.org")
            #expect(subscriber.notice == forms.notice.digest)
            let link = try #require(mail.word(after: "List-Unsubscribe: <" + Receiver.url))
            #expect(await receiver.client.post(link, "List-Unsubscribe=One-Click").status == 200)
            #expect(try ledger.snapshot().subscribers.map(\.state.status) == [.withdrawn])
        }
    }

    @Test("A request without all three statements is on record and gets no mail")
    func declined() async throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path + "/ledger.sqlite", creates: true)
        let forms = FakeStore()
        try ledger.write(at: 1_780_000_000) { try $0.add(forms.notice) }
        try await Receiver.run(LedgerSignupStore(ledger)) { receiver in
            #expect(await receiver.client.post("/", forms.form(ticked: ["privacy_read"])).status == 422)
            let entries = try ledger.people(of: try EmailAddress("ada@example.org")).flatMap(\.entries)
            #expect(entries.map(\.event.kind) == [.requested])
            #expect(entries.first?.event.statements?.privacyRead == true)
            #expect(entries.first?.event.statements?.termsAccepted == false)
            #expect(try ledger.pendingConfirmations(limit: 10).isEmpty)
        }
    }
}
