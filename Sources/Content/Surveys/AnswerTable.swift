/// What answers mean, found by their bytes: an export repeats the same few answers a million times, so that each spelling is
/// made out once and then only recognized.
struct AnswerTable<Value> {
    /// What an answer's text means, nil where it means nothing.
    private let resolve: (String) -> Value?
    private var bytes: [UInt8] = []
    private var entries: [(start: Int, end: Int, value: Value)] = []
    /// Places of entries by hash, and -1 where there is none.
    private var slots = [Int32](repeating: -1, count: 64)

    /// So many spellings are kept; a file with more is no survey, and is still read.
    private static var mostEntries: Int { 4096 }

    init(resolve: @escaping (String) -> Value?) {
        self.resolve = resolve
    }

    /// What an answer means, given its bytes as they stand in the file.
    mutating func value(of answer: UnsafeBufferPointer<UInt8>) -> Value? {
        let answer = UnsafeRawBufferPointer(answer)
        let mask = slots.count - 1
        var slot = Self.hash(answer) & mask
        while true {
            let place = Int(slots[slot])
            guard place >= 0 else { break }
            let entry = entries[place]
            if entry.end - entry.start == answer.count, holds(answer, at: entry.start) { return entry.value }
            slot = (slot + 1) & mask
        }
        let text = String(decoding: answer, as: UTF8.self)
        // Within quotation marks, marks are doubled.
        guard let value = resolve(text) ?? resolve(text.replacing("\"\"", with: "\"")) else { return nil }
        remember(answer, value)
        return value
    }

    private func holds(_ answer: UnsafeRawBufferPointer, at start: Int) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var offset = 0
            while offset + 8 <= answer.count {
                guard
                    bytes.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
                        == answer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                else { return false }
                offset += 8
            }
            while offset < answer.count {
                guard bytes[start + offset] == answer[offset] else { return false }
                offset += 1
            }
            return true
        }
    }

    private mutating func remember(_ answer: UnsafeRawBufferPointer, _ value: Value) {
        guard entries.count < Self.mostEntries else { return }
        entries.append((bytes.count, bytes.count + answer.count, value))
        bytes += answer
        if entries.count * 2 > slots.count {
            slots = [Int32](repeating: -1, count: slots.count * 2)
            for place in entries.indices { enter(place) }
        } else {
            enter(entries.count - 1)
        }
    }

    private mutating func enter(_ place: Int) {
        let entry = entries[place]
        var slot = bytes.withUnsafeBytes {
            Self.hash(UnsafeRawBufferPointer(rebasing: $0[entry.start..<entry.end])) & (slots.count - 1)
        }
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(place)
    }

    /// A hash of the length and of the first and last eight bytes, which tell the answers of a scale apart.
    @inline(__always)
    private static func hash(_ answer: UnsafeRawBufferPointer) -> Int {
        var first: UInt64 = 0
        var last: UInt64 = 0
        if answer.count >= 8 {
            first = answer.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
            last = answer.loadUnaligned(fromByteOffset: answer.count - 8, as: UInt64.self)
        } else {
            for byte in answer { first = first << 8 | UInt64(byte) }
        }
        var hash = first &* 0x9E37_79B9_7F4A_7C15 ^ last &* 0xC2B2_AE3D_27D4_EB4F ^ UInt64(answer.count)
        hash ^= hash >> 32
        hash = hash &* 0x9E37_79B9_7F4A_7C15
        return Int(hash >> 33)
    }
}
