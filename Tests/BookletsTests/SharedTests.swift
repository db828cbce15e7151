import Parallel
import Synchronization
import Testing

@testable import Booklets

@Suite("A value that several artifacts share")
struct SharedTests {
    struct Failure: Error {}

    /// A value that is made with a count of how often.
    func make(_ count: borrowing Atomic<Int>) -> Int { count.add(1, ordering: .relaxed).newValue }

    @Test("It is made once for all who were announced, whichever thread asks first")
    func once() throws {
        let count = Atomic(0)
        let shared = Shared<Int>(uses: 8)
        let values = Array(0..<8).concurrentMap(jobs: 4) { _ in (try? shared.take { make(count) }) ?? 0 }
        #expect(values == Array(repeating: 1, count: 8))
    }

    @Test("After the last of them it is gone, and would be made anew")
    func dropped() throws {
        let count = Atomic(0)
        let shared = Shared<Int>(uses: 2)
        #expect(try (0..<3).map { _ in try shared.take { make(count) } } == [1, 1, 2])
    }

    @Test("A failure is shared too: what takes long to fail is not tried again")
    func failing() {
        let count = Atomic(0)
        let shared = Shared<Int>(uses: 2)
        for _ in 0..<2 {
            #expect(throws: Failure.self) {
                try shared.take {
                    _ = make(count)
                    throw Failure()
                }
            }
        }
        #expect(count.load(ordering: .relaxed) == 1)
    }
}
