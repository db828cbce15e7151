import Foundation

/// Bytes that nobody can guess, from the system, which is asked for many at a time.
struct RandomBytes: RandomNumberGenerator {
    private var pool: [UInt8] = []

    /// As many as `getentropy` gives at once (POSIX.1-2024).
    private static let poolSize = 256

    /// So many bytes, at most 256.
    mutating func next(_ count: Int) -> [UInt8] {
        if pool.count < count { refill() }
        let bytes = Array(pool.suffix(count))
        pool.removeLast(count)
        return bytes
    }

    mutating func next() -> UInt64 {
        next(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func refill() {
        pool = Array(repeating: 0, count: Self.poolSize)
        let isFilled = pool.withUnsafeMutableBytes { getentropy($0.baseAddress, $0.count) == 0 }
        guard !isFilled else { return }
        // A system that can't give them so gives them in another way.
        var generator = SystemRandomNumberGenerator()
        for index in pool.indices { pool[index] = UInt8.random(in: .min ... .max, using: &generator) }
    }
}

extension [UInt8] {
    /// The bytes as SQLite stores them.
    var blob: Data { Data(self) }
}
