import Dispatch
import Foundation
import Synchronization

/// Why the store did not do what it was asked.
enum StoreError: Error {
    /// Too much waits already.
    case full
    /// The store failed, in its own words.
    case failed(String)
}

/// Gives a store its work, one thing after the other on a thread of its own, and all sign-ups that wait in one transaction: one
/// wait for the disk answers as many as have come during the last.
final class StoreQueue: Sendable {
    private typealias Answer = CheckedContinuation<Result<Void, StoreError>, Never>

    private struct Waiting {
        var requests: [(request: SignupRequest?, answer: Answer)] = []
        var isScheduled = false
        var isWriting = false
        /// How long the last transaction took.
        var lastCommit: Duration = .zero
    }

    private let store: any SignupStore
    private let limit: Int
    private let now: @Sendable () -> Int
    private let queue = DispatchQueue(label: "prowess.signup.store", qos: .userInitiated)
    private let waiting = Mutex(Waiting())

    init(_ store: any SignupStore, limit: Int, now: @escaping @Sendable () -> Int) {
        self.store = store
        self.limit = limit
        self.now = now
    }

    /// How many sign-ups wait.
    var waitingCount: Int { waiting.withLock { $0.requests.count } }

    /// Whether a transaction is under way.
    var isWriting: Bool { waiting.withLock { $0.isWriting } }

    /// Records a request; on disk when it returns.
    /// - Parameter request: nil to record nothing and take as long as if something were recorded, so that nobody learns by a
    ///   watch that an address was refused.
    func accept(_ request: SignupRequest?) async throws(StoreError) {
        let result = await withCheckedContinuation { (answer: Answer) in
            let isFull = waiting.withLock { waiting in
                guard waiting.requests.count < limit else { return true }
                waiting.requests.append((request, answer))
                if !waiting.isScheduled { queue.async { self.drain() } }
                waiting.isScheduled = true
                return false
            }
            if isFull { answer.resume(returning: .failure(.full)) }
        }
        try result.get()
    }

    /// Asks the store something else.
    func perform<Value: Sendable>(
        _ body: @escaping @Sendable (any SignupStore) throws -> Value
    ) async throws(StoreError) -> Value {
        let result: Result<Value, StoreError> = await withCheckedContinuation { answer in
            queue.async { answer.resume(returning: self.result { try body(self.store) }) }
        }
        return try result.get()
    }

    private func drain() {
        let batch = waiting.withLock { waiting in
            waiting.isScheduled = false
            waiting.isWriting = true
            defer { waiting.requests = [] }
            return waiting.requests
        }
        let requests = batch.compactMap(\.request)
        guard !requests.isEmpty else {
            waiting.withLock { $0.isWriting = false }
            return answerLater(batch.map(\.answer))
        }
        let start = ContinuousClock.now
        let result = result { try store.accept(requests, now: now()) }
        let duration = ContinuousClock.now - start
        waiting.withLock { waiting in
            waiting.lastCommit = duration
            waiting.isWriting = false
        }
        for (_, answer) in batch { answer.resume(returning: result) }
    }

    /// Answers after the time that a transaction took last.
    private func answerLater(_ answers: [Answer]) {
        let duration = min(waiting.withLock { $0.lastCommit }, .seconds(1)).components
        let nanoseconds = Int(duration.seconds) * 1_000_000_000 + Int(duration.attoseconds / 1_000_000_000)
        queue.asyncAfter(deadline: .now() + .nanoseconds(nanoseconds)) {
            for answer in answers { answer.resume(returning: .success(())) }
        }
    }

    private func result<Value>(_ body: () throws -> Value) -> Result<Value, StoreError> {
        do {
            return .success(try body())
        } catch {
            return .failure(.failed("\(error)"))
        }
    }
}
