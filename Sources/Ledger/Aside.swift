import Dispatch
import Synchronization

/// Work on a thread of its own, whose result is waited for where it is needed.
final class Aside<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    private let end = DispatchSemaphore(value: 0)

    /// Begins.
    init(_ work: @escaping @Sendable () throws -> Value) {
        DispatchQueue.global().async { [self] in
            let done = Result { try work() }
            result.withLock { $0 = done }
            end.signal()
        }
    }

    /// Waits, and gives the result; asked for once.
    /// - Throws: what the work threw.
    func value() throws -> Value? {
        end.wait()
        return try result.withLock { $0 }?.get()
    }
}
