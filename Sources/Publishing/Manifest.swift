import Foundation

/// Which files under Output/ are Prowess's own: only these are ever replaced or removed.
///
/// Kept as lines of `size digest key path`, sorted by path. The digest tells whether somebody changed a file since; the key,
/// `-` where there is none, tells what a derived file was made of. The first version of the format had no keys.
struct Manifest: Equatable {
    /// What was written at a path.
    struct Entry: Equatable {
        var size: Int
        var digest: UInt64
        /// What the file was made of, where it is derived.
        var key: String?

        /// Whether both are of the same bytes, whatever they were made of.
        func isOfSameBytes(as other: Entry) -> Bool { size == other.size && digest == other.digest }
    }

    var entries: [String: Entry] = [:]

    static let header = "prowess manifest 2"
    static let headerWithoutKeys = "prowess manifest 1"

    init() {}

    /// Reads a manifest; nil where the text is none, or is cut short.
    init?(text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, lines.popLast() == "", lines.popLast() == "end" else { return nil }
        let hasKeys = first == Self.header[...]
        guard hasKeys || first == Self.headerWithoutKeys[...] else { return nil }
        for line in lines.dropFirst() {
            let parts = line.split(separator: " ", maxSplits: hasKeys ? 3 : 2)
            guard parts.count == (hasKeys ? 4 : 3), let size = Int(parts[0]), let digest = UInt64(parts[1], radix: 16),
                let path = parts.last, (try? ArtifactPath(String(path))) != nil
            else { return nil }
            let key = hasKeys && parts[2] != "-" ? String(parts[2]) : nil
            entries[String(path)] = Entry(size: size, digest: digest, key: key)
        }
    }

    /// The manifest as text; its last line tells that it is whole.
    var text: String {
        let lines = entries.sorted { $0.key < $1.key }.map { path, entry in
            "\(entry.size) \(String(entry.digest, radix: 16)) \(entry.key ?? "-") \(path)"
        }
        return ([Self.header] + lines + ["end", ""]).joined(separator: "\n")
    }

    /// The digest of a file's bytes (FNV-1a, 64 bits, over words of eight bytes). It only has to notice that somebody edited
    /// a file, not to withstand anybody, so a cryptographic digest and its dependency would be waste.
    static func digest(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let whole = bytes.count & ~7
        var index = 0
        while index < whole {
            hash = (hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x100_0000_01B3
            hash ^= hash >> 29
            index += 8
        }
        while index < bytes.count {
            hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
            index += 1
        }
        return hash
    }
}
