import Synchronization

/// A clock that stands until it is set.
final class TestClock: Sendable {
    private let seconds: Mutex<Int>

    init(_ seconds: Int) { self.seconds = Mutex(seconds) }

    func set(_ seconds: Int) { self.seconds.withLock { $0 = seconds } }

    var now: @Sendable () -> Int { { self.seconds.withLock { $0 } } }
}
