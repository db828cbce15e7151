/// Fills a buffer with the next bytes of a file and says how many there were; 0 at its end.
public typealias ByteSource = (UnsafeMutableRawBufferPointer) throws -> Int

/// A part of a text of any size, in UTF-8 and without a byte order mark, that moves on as its reader does. It grows only for what
/// does not fit.
public struct TextWindow {
    private let encoding: TextEncoding
    private let source: ByteSource
    private var buffer: [UInt8]
    private var end = 0
    private var decoder: BlockDecoder
    private var hasSkippedMark = false
    private var raw: [UInt8]
    /// Whether the text ends where the window does.
    public private(set) var isAtEnd = false

    /// Creates a window on the text of a source that is at its beginning.
    /// - Parameter blockSize: how many bytes are read at a time, and the window's size at first.
    public init(encoding: TextEncoding, blockSize: Int = 1 << 18, source: @escaping ByteSource) {
        self.encoding = encoding
        self.source = source
        buffer = [UInt8](repeating: 0, count: max(16, blockSize))
        decoder = BlockDecoder(encoding: encoding)
        raw = encoding == .utf8 ? [] : [UInt8](repeating: 0, count: max(4, blockSize / 4))
    }

    /// How many bytes the window has now.
    public var count: Int { end }

    /// Calls a function with the window's bytes.
    public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try buffer.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[..<end])) }
    }

    /// Forgets the first bytes and reads on, unless the text is at its end.
    public mutating func advance(by consumed: Int) throws {
        if consumed > 0 {
            buffer.withUnsafeMutableBytes { bytes in
                bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[consumed..<end]))
            }
            end -= consumed
        }
        if end > buffer.count / 2 { buffer += [UInt8](repeating: 0, count: buffer.count) }
        try encoding == .utf8 ? readUTF8() : readAndDecode()
    }

    private mutating func readUTF8() throws {
        guard !isAtEnd else { return }
        repeat {
            let count = try buffer.withUnsafeMutableBytes {
                try source(UnsafeMutableRawBufferPointer(rebasing: $0[end...]))
            }
            isAtEnd = count == 0
            end += count
        } while !hasSkippedMark && end < 3 && !isAtEnd
        guard !hasSkippedMark else { return }
        hasSkippedMark = true
        guard end >= 3, buffer.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
        buffer.replaceSubrange(0..<3, with: [])
        buffer += [0, 0, 0]
        end -= 3
    }

    private mutating func readAndDecode() throws {
        while !isAtEnd {
            let count = try raw.withUnsafeMutableBytes(source)
            isAtEnd = count == 0
            let before = end
            // A byte of Windows-1252 makes three at most, and a block is a quarter of a buffer half empty or more.
            var decoded: [UInt8] = []
            decoded.reserveCapacity(count * 3)
            try raw.withUnsafeBytes { raw in
                try decoder.decode(UnsafeRawBufferPointer(rebasing: raw[..<count]), isLast: isAtEnd, into: &decoded)
            }
            if end + decoded.count > buffer.count { buffer += [UInt8](repeating: 0, count: decoded.count) }
            buffer.replaceSubrange(end..<(end + decoded.count), with: decoded)
            end += decoded.count
            if end > before { return }
        }
    }
}
