import Crypto

/// SHA-256 (FIPS 180-4) of several pieces in a row, as bytes and in lower-case hexadecimal.
public enum Digest {
    /// The digest of the pieces.
    public static func bytes(of pieces: [UInt8]...) -> [UInt8] {
        var hash = SHA256()
        for piece in pieces { piece.withUnsafeBytes { hash.update(bufferPointer: $0) } }
        return Array(hash.finalize())
    }

    /// The digest of the pieces: 64 digits.
    public static func hex(of pieces: [UInt8]...) -> String {
        var hash = SHA256()
        for piece in pieces { piece.withUnsafeBytes { hash.update(bufferPointer: $0) } }
        return hex(Array(hash.finalize()))
    }

    /// Bytes in lower-case hexadecimal.
    public static func hex(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { text in
            for (index, byte) in bytes.enumerated() {
                text[2 * index] = digit(byte >> 4)
                text[2 * index + 1] = digit(byte & 15)
            }
            return bytes.count * 2
        }
    }

    /// The bytes of hexadecimal digits of either case; nil where the text is something else.
    public static func bytes(hex text: some StringProtocol) -> [UInt8]? {
        let digits = text.utf8.compactMap { value(of: $0) }
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
