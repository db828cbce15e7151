import Consent
import Synchronization
import Testing

@testable import Signup

@Suite("Handing over mails")
struct PostmanTests {
    /// Does with mails what a test says.
    final class Carrier: MailCarrier {
        private let outcomes: Mutex<[Delivery]>
        private let carried = Mutex<[Int64]>([])

        init(_ outcomes: [Delivery]) { self.outcomes = Mutex(outcomes) }

        var requests: [Int64] { carried.withLock { $0 } }

        func carry(_ mails: [OutgoingMail]) async -> [Delivery] {
            var deliveries: [Delivery] = []
            for mail in mails {
                carried.withLock { $0.append(mail.request) }
                let delivery = outcomes.withLock { $0.isEmpty ? .handedOver : $0.removeFirst() }
                deliveries.append(delivery)
                if case .unreachable = delivery { break }
            }
            return deliveries
        }
    }

    private func postman(_ store: FakeStore, _ carrier: Carrier, _ warnings: Receiver.Lines) throws -> Postman {
        let configuration = Receiver.configuration("/nowhere")
        let mail = ConfirmationMail(
            configuration: configuration, pages: try Pages(configuration, try Receiver.layouts()),
            links: UnsubscribeLinks(url: Receiver.url, key: store.key), key: store.key)
        return Postman(
            store: StoreQueue(store, limit: 10) { 0 }, mail: mail, carrier: carrier, hours: 2, now: { 1000 },
            warn: warnings.warn)
    }

    private func store(_ count: Int) throws -> FakeStore {
        let store = FakeStore()
        store.put(
            try (1...Int64(count)).map {
                PendingMail(
                    request: $0, subject: try #require(SubjectID($0)), address: "ada\($0)@example.org", language: "en")
            })
        return store
    }

    @Test("All that wait are handed over, each with a token that is kept first and expires")
    func handsOver() async throws {
        let (store, carrier, lines) = (try store(600), Carrier([]), Receiver.Lines())
        let postman = try postman(store, carrier, lines)
        await postman.stop(within: .seconds(600))
        await postman.run()
        #expect(carrier.requests == Array(1...600))
        #expect(store.now.pending.isEmpty)
        #expect(store.now.tokens.count == 600)
        #expect(store.now.tokens.values.allSatisfy { $0.token.expires == 1000 + 2 * 3600 })
        #expect(lines.warnings.isEmpty)
    }

    @Test("A mail that is refused stays, keeps no other from going, and is told without the address")
    func refused() async throws {
        let (store, carrier, lines) = (try store(3), Carrier([.handedOver, .refused("reply 550")]), Receiver.Lines())
        let postman = try postman(store, carrier, lines)
        await postman.stop(within: .seconds(600))
        await postman.run()
        #expect(carrier.requests == [1, 2, 3])
        #expect(store.now.pending.map(\.request) == [2])
        #expect(lines.warnings == ["the confirmation mail of request 2 waits: reply 550; next attempt in 30 s"])
    }

    @Test("Where nobody is there, all stay, and it is tried again")
    func unreachable() async throws {
        let (store, carrier, lines) = (
            try store(3), Carrier([.handedOver, .unreachable("no route")]), Receiver.Lines()
        )
        let postman = try postman(store, carrier, lines)
        let run = Task { await postman.run() }
        let end = ContinuousClock.now + .seconds(300)
        while !store.now.pending.isEmpty, .now < end { await Task.yield() }
        #expect(carrier.requests == [1, 2, 2, 3])
        #expect(lines.warnings == ["confirmation mails wait: no route; next attempt in 1 s"])
        await postman.stop(within: .seconds(600))
        await run.value
    }

    @Test("A mail that can't be written keeps no other from going")
    func unwritable() async throws {
        let (store, carrier, lines) = (try store(2), Carrier([]), Receiver.Lines())
        store.put([PendingMail(request: 3, subject: try #require(SubjectID(3)), address: "no address", language: "en")])
        let postman = try postman(store, carrier, lines)
        await postman.stop(within: .seconds(600))
        await postman.run()
        #expect(carrier.requests == [1, 2])
        // More than one where the machine is so busy that the next attempt is due already.
        #expect(!lines.warnings.isEmpty)
        #expect(lines.warnings.allSatisfy { $0.hasPrefix("the confirmation mail of request 3 waits") })
        #expect(!lines.warnings.joined().contains("no address"))
    }
}
