import Parallel
import Synchronization
import Testing

@Suite("Work on several threads")
struct ConcurrentMapTests {
    @Test("Results are in the order of the elements, whatever the number of threads", arguments: [1, 2, 3, 64])
    func order(jobs: Int) {
        let numbers = Array(0..<1000)
        #expect(numbers.concurrentMap(jobs: jobs) { $0 * 2 } == numbers.map { $0 * 2 })
    }

    @Test("Order holds where some elements take far longer than others")
    func unevenWork() {
        let numbers = Array(0..<64)
        let sums = numbers.concurrentMap(jobs: 8) { number in
            (0..<(number % 8 == 0 ? 200_000 : 1)).reduce(number) { sum, _ in sum }
        }
        #expect(sums == numbers)
    }

    @Test("Each element is taken exactly once", arguments: [1, 2, 64])
    func once(jobs: Int) {
        let counts = Mutex([Int](repeating: 0, count: 500))
        _ = Array(0..<500).concurrentMap(jobs: jobs) { index in counts.withLock { $0[index] += 1 } }
        #expect(counts.withLock { $0 } == [Int](repeating: 1, count: 500))
    }

    @Test("Nothing gives nothing", arguments: [1, 8])
    func empty(jobs: Int) {
        #expect([Int]().concurrentMap(jobs: jobs) { $0 }.isEmpty)
    }

    @Test("There may be more threads than elements, or a number that makes no sense", arguments: [-1, 0, 3, 64])
    func jobs(jobs: Int) {
        #expect(["a", "b"].concurrentMap(jobs: jobs) { $0 + "!" } == ["a!", "b!"])
    }

    @Test("Results that own memory are kept whole")
    func ownedResults() {
        let words = (0..<300).map { String(repeating: "x", count: $0) }
        #expect(words.concurrentMap(jobs: 4) { [$0, $0 + "y"] } == words.map { [$0, $0 + "y"] })
    }
}
