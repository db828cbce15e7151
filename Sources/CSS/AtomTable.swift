/// Numbers for names, so that names are compared as numbers. The same bytes always have the same number.
public struct AtomTable: Sendable {
    /// The number of a name, from 0 in the order in which names were added.
    public typealias Atom = Int32

    private struct Entry: Sendable {
        let hash: UInt32
        let start: Int32
        let count: Int32
    }

    private var arena: [UInt8] = []
    private var entries: [Entry] = []
    /// Open addressing: each slot holds an atom, or -1. The count is a power of two, and more than half are free.
    private var slots = [Int32](repeating: -1, count: 64)

    /// Creates a table without names.
    public init() {}

    /// Creates a table whose first atoms are some names, in their order.
    public init(_ names: [String]) {
        for name in names {
            var name = name
            name.withUTF8 { _ = intern($0) }
        }
    }

    /// How many names there are.
    public var count: Int { entries.count }

    /// The atom of a name, which is added where it is new.
    /// - Parameter lowercased: whether capital letters of ASCII are taken for small ones.
    public mutating func intern(_ name: Bytes, lowercased: Bool = false) -> Atom {
        let hash = Self.hash(name, lowercased: lowercased)
        if let atom = find(name, hash, lowercased) { return atom }
        if entries.count * 2 >= slots.count { grow() }
        let atom = Int32(entries.count)
        entries.append(Entry(hash: hash, start: Int32(arena.count), count: Int32(name.count)))
        if lowercased {
            arena.append(contentsOf: name.lazy.map(\.asciiLowercased))
        } else {
            arena.append(contentsOf: name)
        }
        place(atom, hash)
        return atom
    }

    /// The atom of a name; nil where it was never added.
    public func atom(of name: Bytes, lowercased: Bool = false) -> Atom? {
        find(name, Self.hash(name, lowercased: lowercased), lowercased)
    }

    /// The atom of a name; nil where it was never added.
    public func atom(of name: String) -> Atom? {
        var name = name
        return name.withUTF8 { atom(of: $0) }
    }

    private func find(_ name: Bytes, _ hash: UInt32, _ lowercased: Bool) -> Atom? {
        slots.withUnsafeBufferPointer { slots in
            entries.withUnsafeBufferPointer { entries in
                arena.withUnsafeBufferPointer { arena in
                    let mask = slots.count - 1
                    var slot = Int(hash) & mask
                    while slots[slot] >= 0 {
                        let entry = entries[Int(slots[slot])]
                        if entry.hash == hash, Int(entry.count) == name.count,
                            Self.isSame(name, arena, Int(entry.start), lowercased)
                        {
                            return slots[slot]
                        }
                        slot = (slot + 1) & mask
                    }
                    return nil
                }
            }
        }
    }

    private static func isSame(_ name: Bytes, _ arena: Bytes, _ start: Int, _ lowercased: Bool) -> Bool {
        for index in 0..<name.count {
            let byte = lowercased ? name[index].asciiLowercased : name[index]
            if byte != arena[start + index] { return false }
        }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (atom, entry) in entries.enumerated() { place(Int32(atom), entry.hash) }
    }

    private mutating func place(_ atom: Atom, _ hash: UInt32) {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = atom
    }

    /// FNV-1a, 32 bits (Fowler, Noll and Vo).
    private static func hash(_ name: Bytes, lowercased: Bool) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in name { hash = (hash ^ UInt32(lowercased ? byte.asciiLowercased : byte)) &* 16_777_619 }
        return hash ^ (hash >> 15)
    }
}
