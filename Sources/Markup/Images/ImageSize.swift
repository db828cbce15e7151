/// The size of an image in CSS pixels, read from the first bytes of its file.
public struct ImageSize: Hashable, Sendable {
    /// Pixels from left to right, at least 1.
    public let width: Int
    /// Pixels from top to bottom, at least 1.
    public let height: Int

    /// Reads the size of a PNG, JPEG, GIF, WebP or SVG; nil for anything else, and where the file is cut short.
    public static func read(_ bytes: [UInt8]) -> ImageSize? {
        let size =
            png(bytes) ?? gif(bytes) ?? webP(bytes) ?? jpeg(bytes) ?? SVGSize.read(bytes)
        return size.flatMap { (1...1_000_000).contains($0.0) && (1...1_000_000).contains($0.1) ? $0 : nil }
            .map { ImageSize(width: $0.0, height: $0.1) }
    }

    /// PNG (ISO/IEC 15948), 11.2.2 IHDR: big-endian width and height after the signature and the chunk's name.
    private static func png(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.count >= 24 else {
            return nil
        }
        return (bytes.bigEndian(16, 4), bytes.bigEndian(20, 4))
    }

    /// GIF89a, 18 Logical Screen Descriptor.
    private static func gif(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.starts(with: "GIF8".utf8), bytes.count >= 10 else { return nil }
        return (bytes.littleEndian(6, 2), bytes.littleEndian(8, 2))
    }

    /// WebP container (RFC 9649): simple lossy, simple lossless and extended.
    private static func webP(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.starts(with: "RIFF".utf8), bytes.count >= 30, bytes[8..<12].elementsEqual("WEBP".utf8) else {
            return nil
        }
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8 ": return (bytes.littleEndian(26, 2) & 0x3FFF, bytes.littleEndian(28, 2) & 0x3FFF)
        case "VP8L":
            let bits = bytes.littleEndian(21, 4)
            return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case "VP8X": return (bytes.littleEndian(24, 3) + 1, bytes.littleEndian(27, 3) + 1)
        default: return nil
        }
    }

    /// JPEG (ITU-T T.81), B.2.2: the first frame header, found by walking over the segments before it.
    private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var index = 2
        while index + 9 < bytes.count {
            guard bytes[index] == 0xFF else { return nil }
            let marker = bytes[index + 1]
            if marker == 0xFF || marker == 0x01 || (0xD0...0xD7).contains(marker) {
                index += marker == 0xFF ? 1 : 2
                continue
            }
            let isFrame = (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
            if isFrame { return (bytes.bigEndian(index + 7, 2), bytes.bigEndian(index + 5, 2)) }
            let length = bytes.bigEndian(index + 2, 2)
            guard length >= 2 else { return nil }
            index += 2 + length
        }
        return nil
    }
}

/// The size of an SVG: its width and height, or else its view box.
private enum SVGSize {
    static func read(_ bytes: [UInt8]) -> (Int, Int)? {
        let head = withoutComments(String(decoding: bytes.prefix(4096), as: UTF8.self))
        // All white space is one kind, so that an attribute is what follows a space.
        let spaced = String(head.map { $0.isWhitespace ? " " : $0 })
        guard let start = spaced.firstRange(of: "<svg "),
            let end = spaced[start.upperBound...].firstIndex(of: ">")
        else { return nil }
        let tag = spaced[start.lowerBound..<end]
        if let width = number(attribute("width", of: tag)), let height = number(attribute("height", of: tag)) {
            return (width, height)
        }
        let box = attribute("viewBox", of: tag)?.split { $0 == " " || $0 == "," }.map { number($0) } ?? []
        guard box.count == 4, let width = box[2], let height = box[3] else { return nil }
        return (width, height)
    }

    private static func withoutComments(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "<!--") {
            result += rest[..<start.lowerBound]
            rest = rest[(rest[start.upperBound...].firstRange(of: "-->")?.upperBound ?? rest.endIndex)...]
        }
        return result + rest
    }

    private static func attribute(_ name: String, of tag: Substring) -> Substring? {
        for quote in ["\"", "'"] {
            if let start = tag.firstRange(of: " \(name)=\(quote)"),
                let end = tag[start.upperBound...].firstIndex(of: Character(quote))
            {
                return tag[start.upperBound..<end]
            }
        }
        return nil
    }

    /// A length in pixels, rounded; nil for a percentage and other units.
    private static func number(_ text: Substring?) -> Int? {
        guard var text else { return nil }
        if text.hasSuffix("px") { text = text.dropLast(2) }
        guard let value = Double(text), value.isFinite, abs(value) < 1e6 else { return nil }
        return Int(value.rounded())
    }
}

extension [UInt8] {
    /// A big-endian number; the caller has checked that the bytes are there.
    fileprivate func bigEndian(_ start: Int, _ count: Int) -> Int {
        self[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
    }

    /// A little-endian number; the caller has checked that the bytes are there.
    fileprivate func littleEndian(_ start: Int, _ count: Int) -> Int {
        self[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
