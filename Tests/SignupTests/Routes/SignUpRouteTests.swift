import Consent
import Testing

@testable import Signup

@Suite("Sending the form")
struct SignUpRouteTests {
    @Test("A form is recorded with what it showed and what was ticked, and is answered by a page")
    func records() async throws {
        let store = FakeStore()
        try await Receiver.run(store) { receiver in
            let answer = await receiver.client.post("/", store.form("Ada%40Example.org", "&name=Ada+L%C3%B6w"))
            #expect(answer.status == 200)
            #expect(answer.body.contains("Please look into your inbox"))
            #expect(!answer.text.lowercased().contains("ada@"))
            let request = try #require(store.now.requests.first)
            #expect(request.address.sending == "Ada@Example.org" || request.address.sending == "Ada@example.org")
            #expect(request.name == "Ada Löw")
            #expect(request.fact.kind == .requested)
            #expect(request.fact.time?.seconds == 1_780_000_000)
            #expect(request.fact.page == "/newsletter/")
            #expect(request.fact.form == "newsletter")
            #expect(request.fact.notice == store.notice.digest)
            #expect(request.fact.language == "en")
            #expect(request.fact.statements?.areAllTrue == true)
            #expect(request.fact.grade == .singleOptIn)
            #expect(request.fact.details.isEmpty)
        }
    }

    @Test("Pages are in the language of the form")
    func language() async throws {
        let store = FakeStore(language: "es-MX")
        try await Receiver.run(store) { receiver in
            let answer = await receiver.client.post("/newsletter", store.form())
            #expect(answer.body.contains("<html lang=\"es\">"))
            #expect(await receiver.until { receiver.mails().count == 1 })
            #expect(receiver.mails()[0].contains("Confirme"))
        }
    }

    @Test(
        "Known, unknown, limited and trapped addresses get the same bytes, and only the first is recorded more than once"
    )
    func sameBytes() async throws {
        let store = FakeStore()
        try await Receiver.run(store, { $0.perAddress = RateLimit(burst: 2, interval: 1000) }) { receiver in
            let unknown = await receiver.client.post("/", store.form())
            let known = await receiver.client.post("/", store.form())
            let limited = await receiver.client.post("/", store.form("ADA%40EXAMPLE.ORG"))
            let trapped = await receiver.client.post(
                "/", store.form("bot%40example.org", website: "http://spam.example"))
            #expect(unknown.status == 200)
            #expect(unknown.bytes == known.bytes)
            #expect(unknown.bytes == limited.bytes)
            #expect(unknown.bytes == trapped.bytes)
            #expect(store.now.requests.count == 2)
            #expect(store.now.requests.allSatisfy { $0.address.folded == "ada@example.org" })
        }
    }

    @Test(
        "Without all three statements the request is recorded as it is, gets no mail, and the page says what was missing",
        arguments: [
            [], ["privacy_read"], ["terms_accepted", "newsletter_wanted"], ["privacy_read", "terms_accepted"],
        ])
    func declined(_ ticked: [String]) async throws {
        let store = FakeStore()
        try await Receiver.run(store) { receiver in
            let answer = await receiver.client.post("/", store.form(ticked: ticked))
            #expect(answer.status == 422)
            for field in ["privacy_read", "terms_accepted", "newsletter_wanted"] {
                #expect(answer.body.contains("id=\"\(field)-error\"") == !ticked.contains(field))
            }
            #expect(answer.body.contains("I have read the &lt;privacy&gt; policy."))
            let statements = try #require(store.now.requests.first?.fact.statements)
            #expect(statements.privacyRead == ticked.contains("privacy_read"))
            #expect(statements.termsAccepted == ticked.contains("terms_accepted"))
            #expect(statements.newsletterWanted == ticked.contains("newsletter_wanted"))
            #expect(store.now.pending.isEmpty)
        }
    }

    @Test("Sending the form again with what was missing gets its mail, however often something was missing")
    func declinedThenComplete() async throws {
        let store = FakeStore()
        try await Receiver.run(store, { $0.perAddress = RateLimit(burst: 1, interval: 1000) }) { receiver in
            for _ in 0..<3 { _ = await receiver.client.post("/", store.form(ticked: [])) }
            _ = await receiver.client.post("/", store.form())
            #expect(store.now.requests.count == 2)
            #expect(await receiver.until { receiver.mails().count == 1 })
        }
    }

    @Test(
        "What is no address is not recorded, and the field says so",
        arguments: [
            "", "ada", "ada%40", "%40example.org", "a%40b%40example.org",
            "ada%40example.org%0D%0ABcc%3A+eve%40example.org",
            "ada%00%40example.org", String(repeating: "a", count: 10_000) + "%40example.org",
        ])
    func noAddress(_ email: String) async throws {
        let store = FakeStore()
        try await Receiver.run(store) { receiver in
            let answer = await receiver.client.post("/", store.form(email))
            #expect(answer.status == 422)
            #expect(answer.body.contains("id=\"email-error\""))
            #expect(!answer.body.contains("eve"))
            #expect(store.now.requests.isEmpty)
        }
    }

    @Test(
        "A name with a line end or another control character is refused, and reaches no header",
        arguments: [
            "Ada%0D%0ABcc%3A+eve%40example.org", "Ada%0ABcc: x", "Ada%00", "A%E2%80%A8B", "%1B[2J",
            String(repeating: "x", count: 101),
        ])
    func badName(_ name: String) async throws {
        let store = FakeStore()
        try await Receiver.run(store) { receiver in
            let answer = await receiver.client.post("/", store.form("ada%40example.org", "&name=\(name)"))
            #expect(answer.status == 422)
            #expect(answer.body.contains("id=\"name-error\""))
            #expect(!answer.text.contains("Bcc"))
            #expect(store.now.requests.isEmpty)
        }
    }

    @Test(
        "A notice that is not on record is a form that is out of date",
        arguments: ["", "newsletter-2025-11", String(repeating: "0", count: 64)])
    func outdated(_ notice: String) async throws {
        let store = FakeStore()
        try await Receiver.run(store) { receiver in
            let answer = await receiver.client.post("/", store.form(notice: notice, "&language=es"))
            #expect(answer.status == 409)
            #expect(answer.body.contains("<html lang=\"es\">"))
            #expect(store.now.requests.isEmpty)
        }
    }

    @Test(
        "Only a browser's form is taken",
        arguments: ["application/json", "text/plain", "multipart/form-data; boundary=x", ""])
    func mediaType(_ type: String) async throws {
        let store = FakeStore()
        try await Receiver.run(store) { receiver in
            let answer = await receiver.client.post("/", store.form(), type: type)
            #expect(answer.status == 415)
            #expect(store.now.requests.isEmpty)
        }
    }

    @Test("A client who sends too many is told when to come again, and others are not")
    func clientLimit() async throws {
        let store = FakeStore()
        try await Receiver.run(
            store,
            {
                $0.perClient = RateLimit(burst: 2, interval: 600)
                $0.trustedProxies = [AddressBlock("127.0.0.1")].compactMap { $0 }
            }
        ) { receiver in
            for number in 0..<2 {
                let from = ["X-Forwarded-For: 6.6.6.\(number), 203.0.113.9"]
                #expect(
                    await receiver.client.post("/", store.form("a\(number)%40example.org"), headers: from).status == 200
                )
            }
            let limited = await receiver.client.post("/", store.form(), headers: ["X-Forwarded-For: 203.0.113.9"])
            #expect(limited.status == 429)
            let wait = try #require(limited.header("Retry-After").flatMap { Int($0) })
            #expect((1...600).contains(wait))
            #expect(
                await receiver.client.post("/", store.form(), headers: ["X-Forwarded-For: 203.0.113.10"]).status == 200)
            #expect(store.now.requests.count == 3)
        }
    }

    @Test("IP address and browser are recorded where the practice wants it, the address that the proxy saw")
    func details() async throws {
        let store = FakeStore()
        try await Receiver.run(
            store,
            {
                $0.recordsIP = true
                $0.recordsUserAgent = true
                $0.trustedProxies = [AddressBlock("127.0.0.1")].compactMap { $0 }
            }
        ) { receiver in
            _ = await receiver.client.post(
                "/", store.form(), headers: ["X-Forwarded-For: 203.0.113.9", "User-Agent: Browser/1.0"])
            #expect(
                store.now.requests.first?.fact.details == ConsentDetails(ip: "203.0.113.9", userAgent: "Browser/1.0"))
        }
        let direct = FakeStore()
        try await Receiver.run(direct, { $0.recordsIP = true }) { receiver in
            _ = await receiver.client.post("/", direct.form(), headers: ["X-Forwarded-For: 203.0.113.9"])
            #expect(direct.now.requests.first?.fact.details == ConsentDetails(ip: "127.0.0.1"))
        }
    }

    @Test("Where the ledger can't write, nobody is told that they were signed up")
    func storeFails() async throws {
        let store = FakeStore()
        store.fail("the disk is full")
        try await Receiver.run(store) { receiver in
            let answer = await receiver.client.post("/", store.form())
            #expect(answer.status == 503)
            #expect(answer.header("Retry-After") == "60")
            #expect(receiver.lines.warnings.contains { $0.contains("the disk is full") })
            store.fail(nil)
            #expect(await receiver.client.post("/", store.form()).status == 200)
        }
    }
}
