import Consent
import Dispatch
import Mail
import Testing

@testable import Signup

@Suite("What waits for the store")
struct StoreQueueTests {
    private func request(_ number: Int) throws -> SignupRequest {
        SignupRequest(
            address: try EmailAddress("a\(number)@example.org"), name: "",
            fact: ConsentFact(kind: .requested, method: .form))
    }

    @Test("All that wait are recorded in one transaction, and each is answered")
    func groups() async throws {
        let gate = DispatchSemaphore(value: 0)
        let store = FakeStore(gate: gate)
        let queue = StoreQueue(store, limit: 1000) { 0 }
        let requests = try (0..<100).map(request)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await queue.accept(requests[0]) }
            while !queue.isWriting { await Task.yield() }
            for request in requests.dropFirst() { group.addTask { try await queue.accept(request) } }
            while queue.waitingCount < 99 { await Task.yield() }
            for _ in requests { gate.signal() }
            try await group.waitForAll()
        }
        // One that was there first, and the 99 that came while the gate was shut.
        #expect(store.now.batches == [1, 99])
        #expect(Set(store.now.requests.map(\.address)) == Set(requests.map(\.address)))
    }

    @Test("Where too many wait, one more is sent away, and those that wait are not")
    func full() async throws {
        let gate = DispatchSemaphore(value: 0)
        let queue = StoreQueue(FakeStore(gate: gate), limit: 3) { 0 }
        let (first, more) = (try request(0), try (1..<4).map(request))
        let begun = Task { try await queue.accept(first) }
        while !queue.isWriting { await Task.yield() }
        let waiting = more.map { request in Task { try await queue.accept(request) } }
        while queue.waitingCount < 3 { await Task.yield() }
        await #expect(throws: StoreError.self) { try await queue.accept(first) }
        for _ in 0..<4 { gate.signal() }
        try await begun.value
        for task in waiting { try await task.value }
    }

    @Test("A transaction that fails is told to all of its requests")
    func fails() async throws {
        let store = FakeStore()
        store.fail("no room")
        let queue = StoreQueue(store, limit: 10) { 0 }
        await #expect(throws: StoreError.self) { try await queue.accept(try request(1)) }
        store.fail(nil)
        try await queue.accept(try request(2))
        #expect(store.now.requests.count == 1)
    }

    @Test("Nothing to record is answered too, and records nothing")
    func nothing() async throws {
        let store = FakeStore()
        let queue = StoreQueue(store, limit: 10) { 0 }
        try await queue.accept(nil)
        try await queue.accept(try request(1))
        try await queue.accept(nil)
        #expect(store.now.batches == [1])
    }
}
