import FlyingSocks
import Foundation
import Synchronization

/// The connections that are open, each with the moment until which its client may take its time.
///
/// The sockets of FlyingSocks wait as long as it takes. Whoever is late finds its socket shut by ``closeLate(now:)``, which wakes
/// the task that reads or writes it.
final class Connections: Sendable {
    fileprivate struct Entry {
        let file: Int32
        var deadline: ContinuousClock.Instant
        var isBetweenRequests = true
        var isLate = false
    }

    fileprivate struct State {
        var entries: [UInt64: Entry] = [:]
        var next: UInt64 = 0
        var isStopping = false
    }

    private let state = Mutex(State())

    /// How many are open.
    var count: Int { state.withLock { $0.entries.count } }

    /// Takes a connection in.
    func add(_ socket: Socket, until deadline: ContinuousClock.Instant) -> UInt64 {
        state.withLock { state in
            state.next += 1
            state.entries[state.next] = Entry(file: socket.file.rawValue, deadline: deadline)
            return state.next
        }
    }

    /// Closes a connection for good. Under the lock, so that nobody shuts a socket that has its number next.
    func close(_ id: UInt64, _ socket: Socket) {
        state.withLock { state in
            state.entries[id] = nil
            try? socket.close()
        }
    }

    /// Sets what a connection may take.
    /// - Parameter isBetweenRequests: whether nothing of a request has come yet, so that it may be closed without an answer.
    func set(_ id: UInt64, until deadline: ContinuousClock.Instant, isBetweenRequests: Bool) {
        state.withLock { state in
            state.entries[id]?.deadline = deadline
            state.entries[id]?.isBetweenRequests = isBetweenRequests
            if state.isStopping, isBetweenRequests { state.shut(id) }
        }
    }

    /// Whether a connection was shut because its client was late.
    func isLate(_ id: UInt64) -> Bool { state.withLock { $0.entries[id]?.isLate ?? false } }

    /// Whether no further request is taken.
    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// Shuts what is late.
    func closeLate(now: ContinuousClock.Instant) {
        state.withLock { state in
            for (id, entry) in state.entries where entry.deadline < now { state.shut(id) }
        }
    }

    /// Takes no further requests, and shuts the connections that have none under way.
    func stop() {
        state.withLock { state in
            state.isStopping = true
            for (id, entry) in state.entries where entry.isBetweenRequests { state.shut(id) }
        }
    }

    /// Shuts everything.
    func closeAll() {
        state.withLock { state in
            for id in state.entries.keys { state.shut(id, SHUT_RDWR) }
        }
    }
}

extension Connections.State {
    /// Ends reading; what is late a second time, with its answer, ends as a whole.
    fileprivate mutating func shut(_ id: UInt64, _ how: Int = SHUT_RD) {
        guard let entry = entries[id] else { return }
        shutdown(entry.file, Int32(entry.isLate ? SHUT_RDWR : how))
        entries[id]?.isLate = true
    }
}
