import Synchronization

/// A value that several artifacts need: the first that asks makes it, and the last that asks takes it away, so that no more of
/// them are in memory than are being written. Whoever asks meanwhile waits.
final class Shared<Value: Sendable>: Sendable {
    private struct State {
        var uses: Int
        var made: Result<Value, any Error>?
    }

    private let state: Mutex<State>

    /// - Parameter uses: how many will ask; for more than them it is made anew.
    init(uses: Int) { state = Mutex(State(uses: uses)) }

    /// The value, or why it can't be made, which is the same for all who ask.
    func take(_ make: () throws -> Value) throws -> Value {
        try state.withLock { state in
            let made = state.made ?? Result { try make() }
            state.uses -= 1
            state.made = state.uses > 0 ? made : nil
            return made
        }.get()
    }
}
