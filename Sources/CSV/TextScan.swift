/// Finds out how a file of any size is encoded by looking at all of it once, block by block.
///
/// The decision is that of ``CSVTable``: a byte order mark, else UTF-16 that gives itself away, else UTF-8 where all of it is
/// well-formed, else Windows-1252.
public struct TextScan: Sendable {
    private var beginning: [UInt8] = []
    private var count = 0
    private var validator = UTF8Validator()

    /// Creates a scan that has seen nothing.
    public init() {}

    /// Looks at the next bytes.
    public mutating func add(_ block: UnsafeRawBufferPointer) {
        if beginning.count < 4096 { beginning += block.prefix(4096 - beginning.count) }
        count += block.count
        validator.add(block)
    }

    /// The encoding of all that was seen.
    /// - Throws: ``TextStreamError/malformed(_:)`` where a byte order mark says UTF-8 and the bytes are not.
    public func encoding() throws(TextStreamError) -> TextEncoding {
        if beginning.starts(with: [0xEF, 0xBB, 0xBF]) {
            guard validator.isValidSoFar, validator.isAtEndOfScalar else { throw .malformed(.utf8) }
            return .utf8
        }
        if beginning.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if beginning.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if count.isMultiple(of: 2), let encoding = TextDecoding.unmarkedUTF16(beginning) { return encoding }
        return validator.isValidSoFar && validator.isAtEndOfScalar ? .utf8 : .windows1252
    }
}

/// Why a text can't be read on.
public enum TextStreamError: Error, Hashable, Sendable {
    /// The bytes are not what the file's own mark says.
    case malformed(TextEncoding)
    /// A row or a record has more bytes than is sensible: `limit`. It begins at a line.
    case tooLong(line: Int, limit: Int)
    /// A field has more bytes than `limit`; `field` counts from 1.
    case fieldTooLong(line: Int, field: Int, limit: Int)
    /// A quotation mark in a row is never closed, or text follows a closed one; `field` counts from 1.
    case quotationMarks(line: Int, field: Int)
}

/// Whether bytes that come in blocks are well-formed UTF-8 (Unicode Standard, table 3-7).
struct UTF8Validator: Sendable {
    private(set) var isValidSoFar = true
    /// How many bytes the scalar that was begun still needs.
    private var needed = 0
    private var least: UInt8 = 0x80
    private var most: UInt8 = 0xBF

    /// Whether no scalar is begun and not ended.
    var isAtEndOfScalar: Bool { needed == 0 }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        guard isValidSoFar else { return }
        var index = 0
        while index < bytes.count {
            if needed == 0 {
                // Eight bytes of ASCII are passed at a time, as most exports are that throughout.
                while index + 8 <= bytes.count,
                    bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
                {
                    index += 8
                }
                guard index < bytes.count else { return }
            }
            guard take(bytes[index]) else {
                isValidSoFar = false
                return
            }
            index += 1
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        if needed > 0 {
            guard byte >= least, byte <= most else { return false }
            needed -= 1
            (least, most) = (0x80, 0xBF)
            return true
        }
        switch byte {
        case ..<0x80: return true
        case 0xC2...0xDF: needed = 1
        case 0xE0: (needed, least) = (2, 0xA0)
        case 0xED: (needed, most) = (2, 0x9F)
        case 0xE1...0xEF: needed = 2
        case 0xF0: (needed, least) = (3, 0x90)
        case 0xF4: (needed, most) = (3, 0x8F)
        case 0xF1...0xF3: needed = 3
        default: return false
        }
        return true
    }
}
