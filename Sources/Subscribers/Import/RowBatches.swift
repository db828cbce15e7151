import Dispatch
import Intake
import Synchronization

/// Rows on their way from the thread that reads a file to the one that writes the ledger, a few thousand at a time.
///
/// Reading waits while a few batches wait to be written, so that memory stays flat however large the file is.
final class RowBatches: Sendable {
    /// A place for a batch, and what becomes of it.
    private struct State {
        var batches: [[IntakeRow]?] = []
        var isCancelled = false
    }

    private let state = Mutex(State())
    private let freePlaces = DispatchSemaphore(value: 4)
    private let arrivals = DispatchSemaphore(value: 0)

    /// Nobody wants the rest.
    struct Cancelled: Error {}

    /// Sends rows, or nil after the last; waits while there is no place.
    /// - Throws: ``Cancelled``.
    func send(_ batch: [IntakeRow]?) throws(Cancelled) {
        freePlaces.wait()
        let isCancelled = state.withLock { state in
            if !state.isCancelled { state.batches.append(batch) }
            return state.isCancelled
        }
        guard !isCancelled else {
            // Whoever sends next must not wait for a place that nobody makes.
            freePlaces.signal()
            throw Cancelled()
        }
        arrivals.signal()
    }

    /// The next rows; nil after the last.
    func next() -> [IntakeRow]? {
        arrivals.wait()
        let batch = state.withLock { $0.batches.removeFirst() }
        freePlaces.signal()
        return batch
    }

    /// Says that nobody wants the rest.
    func cancel() {
        state.withLock { $0.isCancelled = true }
        freePlaces.signal()
    }
}
