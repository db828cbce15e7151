import Synchronization

/// Counts what many clients do, each by its own token bucket, in a table that never grows.
///
/// A bucket is one number, the moment when it will be full again: the generic cell rate algorithm (ITU-T I.371, A.2). Keys are
/// hashed with the process's random seed; neither addresses nor anything that could be traced back to one is kept. Where a
/// set of the table is full, the bucket that is nearest to being full again gives way, so that filling the table forgets what
/// matters least.
final class RateLimiter: Sendable {
    private struct Bucket {
        var key: UInt64 = 0
        /// When it is full again, in seconds.
        var fullAt: Double = 0
    }

    private let limit: RateLimit
    private let setCount: Int
    private let buckets: Mutex<[Bucket]>

    private static let ways = 8

    /// - Parameter capacity: the most keys that are told apart, from 8.
    init(_ limit: RateLimit, capacity: Int = 65_536) {
        self.limit = limit
        setCount = max(1, capacity / Self.ways)
        buckets = Mutex(Array(repeating: Bucket(), count: setCount * Self.ways))
    }

    /// Takes one token of a key.
    /// - Parameter now: seconds of a clock that never goes back.
    /// - Returns: the seconds until there is one again, or nil where there was one.
    func take(_ key: some Hashable, now: Double) -> Double? {
        var hasher = Hasher()
        hasher.combine(key)
        let hash = UInt64(bitPattern: Int64(hasher.finalize()))
        let start = Int(hash % UInt64(setCount)) * Self.ways
        return buckets.withLock { buckets in
            let set = start..<start + Self.ways
            let known = set.first { buckets[$0].key == hash && buckets[$0].fullAt > now }
            let slot = known ?? set.min { buckets[$0].fullAt < buckets[$1].fullAt } ?? start
            let fullAt = known == nil ? now : buckets[slot].fullAt
            let next = fullAt + limit.interval
            let wait = next - now - limit.interval * Double(limit.burst)
            guard wait <= 1e-9 else { return wait }
            buckets[slot] = Bucket(key: hash, fullAt: next)
            return nil
        }
    }
}
