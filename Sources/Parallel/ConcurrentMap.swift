import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// Transforms every element, on up to `jobs` threads at once; the results are in the order of the elements.
    ///
    /// Threads take the next element when they are done with one, so that a slow element holds up only its own thread.
    public func concurrentMap<Result: Sendable>(jobs: Int, _ transform: @Sendable (Element) -> Result) -> [Result] {
        guard jobs > 1, count > 1 else { return map(transform) }
        let next = Atomic(0)
        let collected = Mutex<[(Int, Result)]>([])
        DispatchQueue.concurrentPerform(iterations: Swift.min(jobs, count)) { _ in
            var own: [(Int, Result)] = []
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < count else { break }
                own.append((index, transform(self[index])))
            }
            collected.withLock { $0 += own }
        }
        return collected.withLock { $0 }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
