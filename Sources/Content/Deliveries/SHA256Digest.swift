import Consent

/// SHA-256 (FIPS 180-4) as text.
public enum SHA256Digest {
    /// The digest of some bytes: 64 hexadecimal digits in lower case, as `sha256sum` writes it.
    public static func hex(of bytes: [UInt8]) -> String {
        Digest.hex(of: bytes)
    }

    /// Whether a text is a digest as ``hex(of:)`` writes it.
    static func isHex(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }
}
