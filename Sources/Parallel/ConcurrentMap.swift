import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// Transforms every element, on up to `jobs` threads at once; the results are in the order of the elements.
    ///
    /// Threads take the next element when they are done with one, so that a slow element holds up only its own thread.
    public func concurrentMap<Result: Sendable>(jobs: Int, _ transform: @Sendable (Element) -> Result) -> [Result] {
        guard jobs > 1, count > 1 else { return map(transform) }
        return [Result](unsafeUninitializedCapacity: count) { buffer, initializedCount in
            // Each index is handed out once, so that no two threads ever write to the same place.
            nonisolated(unsafe) let results = buffer
            let next = Atomic(0)
            DispatchQueue.concurrentPerform(iterations: Swift.min(jobs, count)) { _ in
                while true {
                    let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard index < count else { break }
                    results.initializeElement(at: index, to: transform(self[index]))
                }
            }
            initializedCount = count
        }
    }
}
