import Synchronization

/// The tasks that serve clients, so that the last one can be waited for.
final class ClientTasks: Sendable {
    private struct State {
        var tasks: [UInt64: Task<Void, Never>] = [:]
        var next: UInt64 = 0
    }

    private let state = Mutex(State())

    /// Keeps a task until it is done.
    func add(_ task: Task<Void, Never>) {
        let id = state.withLock { state in
            state.next += 1
            state.tasks[state.next] = task
            return state.next
        }
        Task {
            await task.value
            state.withLock { $0.tasks[id] = nil }
        }
    }

    /// Waits until all are done.
    func finish() async {
        while let task = state.withLock({ $0.tasks.first?.value }) {
            await task.value
            await Task.yield()
        }
    }
}
