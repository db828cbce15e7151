import Foundation

/// Bytes that nobody can guess.
enum RandomBytes {
    static func make(_ count: Int, using generator: inout SystemRandomNumberGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            withUnsafeBytes(of: generator.next() as UInt64) { bytes.append(contentsOf: $0.prefix(count - bytes.count)) }
        }
        return bytes
    }
}

extension [UInt8] {
    /// The bytes as SQLite stores them.
    var blob: Data { Data(self) }
}
