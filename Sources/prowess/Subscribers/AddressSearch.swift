import Foundation
import Mail

/// Looks for an address in files of any kind, letters of either case.
struct AddressSearch {
    private let local: [UInt8]
    private let host: [UInt8]

    /// How a database of SQLite and its write-ahead log begin (SQLite's "Database File Format", 1.3 and 4.1).
    private static let beginnings: [[UInt8]] = [
        Array("SQLite format 3\0".utf8), [0x37, 0x7F, 0x06, 0x82], [0x37, 0x7F, 0x06, 0x83],
    ]
    /// How many bytes are read at once.
    private static let blockSize = 1 << 20
    /// How many bytes of a block are looked at again with the next: an address has at most 254 (RFC 5321, 4.5.3.1.3).
    private static let overlap = 512

    init(_ address: EmailAddress) {
        let parts = address.folded.utf8.split(separator: UInt8(ascii: "@"), maxSplits: 1)
        local = parts.first.map(Array.init) ?? []
        host = parts.dropFirst().first.map(Array.init) ?? []
    }

    /// Whether the address stands in a file. One that can't be read, or that is packed, has nothing that is found.
    func finds(in path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        var bytes: [UInt8] = []
        var isDatabase = false
        while let block = try? file.read(upToCount: Self.blockSize), !block.isEmpty {
            if bytes.isEmpty { isDatabase = Self.beginnings.contains { block.starts(with: $0) } }
            bytes = bytes.suffix(Self.overlap) + block
            if finds(in: bytes, isDatabase: isDatabase) { return true }
        }
        return false
    }

    /// Whether the address stands in some bytes, and not only as a part of another.
    /// - Parameter isDatabase: whether texts follow each other with nothing between, so that nobody can tell where one ends.
    func finds(in bytes: [UInt8], isDatabase: Bool = false) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var start = bytes.startIndex
            while let at = bytes[start...].firstIndex(of: UInt8(ascii: "@")) {
                start = at + 1
                guard at >= local.count, bytes.count - at - 1 >= host.count,
                    Self.isSame(bytes[(at - local.count)..<at], local),
                    Self.isSame(bytes[(at + 1)..<(at + 1 + host.count)], host)
                else { continue }
                if isDatabase { return true }
                let isBegun = at == local.count || !Self.isOfAddress(bytes[at - local.count - 1])
                let rest = bytes[(at + 1 + host.count)...].prefix(2)
                let goesOn =
                    rest.first.map(Self.isOfHost) ?? false
                    || rest.first == UInt8(ascii: ".") && rest.count == 2 && rest.last.map(Self.isOfHost) ?? false
                if isBegun && !goesOn { return true }
            }
            return false
        }
    }

    private static func isSame(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ folded: [UInt8]) -> Bool {
        zip(bytes, folded).allSatisfy { byte, small in
            byte == small || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) && byte | 0x20 == small
        }
    }

    private static func isOfHost(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// Whether a byte before an address makes it another one. Signs that also stand around addresses, such as `'`, don't.
    private static func isOfAddress(_ byte: UInt8) -> Bool {
        isOfHost(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
    }
}
