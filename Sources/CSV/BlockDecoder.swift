/// Turns blocks of UTF-16 or Windows-1252 into UTF-8; what a block's end cuts in two waits for the next.
struct BlockDecoder {
    private let encoding: TextEncoding
    private var isAtBeginning = true
    private var oddByte: UInt8?
    private var highSurrogate: UInt16?

    init(encoding: TextEncoding) { self.encoding = encoding }

    mutating func decode(
        _ block: UnsafeRawBufferPointer, isLast: Bool, into text: inout [UInt8]
    ) throws(TextStreamError) {
        guard encoding != .windows1252 else {
            for byte in block { TextDecoding.appendWindows1252(byte, to: &text) }
            return
        }
        for byte in block {
            guard let first = oddByte else {
                oddByte = byte
                continue
            }
            oddByte = nil
            let isBigEndian = encoding == .utf16BigEndian
            try add(isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first), to: &text)
        }
        guard !isLast || oddByte == nil && highSurrogate == nil else { throw .malformed(encoding) }
    }

    private mutating func add(_ unit: UInt16, to text: inout [UInt8]) throws(TextStreamError) {
        defer { isAtBeginning = false }
        if isAtBeginning, unit == 0xFEFF { return }
        let value: UInt32
        if let high = highSurrogate {
            guard UTF16.isTrailSurrogate(unit) else { throw .malformed(encoding) }
            value = 0x10000 + ((UInt32(high) - 0xD800) << 10) + (UInt32(unit) - 0xDC00)
            highSurrogate = nil
        } else if UTF16.isLeadSurrogate(unit) {
            highSurrogate = unit
            return
        } else {
            value = UInt32(unit)
        }
        guard let scalar = Unicode.Scalar(value) else { throw .malformed(encoding) }
        text += UTF8.encode(scalar).map(Array.init) ?? []
    }
}
