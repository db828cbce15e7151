import TestSupport
import Testing

@testable import Markup

/// The beginnings of images, each 258 pixels wide and 3 or 4 high, the JPEG 3 wide and 258 high.
private enum Sample {
    static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        + [0, 0, 0x01, 0x02, 0, 0, 0, 3, 8, 6, 0, 0, 0]
    static let gif: [UInt8] = Array("GIF89a".utf8) + [0x02, 0x01, 0x03, 0x00, 0, 0, 0]
    /// An EXIF-like segment, a table, fill bytes, then the progressive frame.
    static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xE1, 0, 6, 0xFF, 0xC0, 0, 0, 0xFF, 0xC4, 0, 3, 0]
        + [0xFF, 0xFF, 0xFF, 0xC2, 0, 17, 8, 0x01, 0x02, 0x00, 0x03, 3, 1, 0x22, 0]
    static let webPLossy: [UInt8] = webP("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 0x02, 0x41, 0x03, 0x80])
    static let webPLossless: [UInt8] = webP("VP8L", [0x2F, 0x01, 0xC1, 0x00, 0x00, 0, 0, 0, 0, 0])
    static let webPExtended: [UInt8] = webP("VP8X", [0, 0, 0, 0, 0x01, 0x01, 0x00, 0x02, 0x00, 0x00])
    static let svg: [UInt8] = Array("<?xml version=\"1.0\"?>\n<svg width=\"258\" height=\"3\"></svg>".utf8)

    static func webP(_ kind: String, _ data: [UInt8]) -> [UInt8] {
        Array("RIFF".utf8) + [22, 0, 0, 0] + Array("WEBP\(kind)".utf8) + [10, 0, 0, 0] + data
    }

    static let all: [(String, [UInt8])] = [
        ("PNG", png), ("GIF", gif), ("JPEG", jpeg), ("lossy WebP", webPLossy), ("lossless WebP", webPLossless),
        ("extended WebP", webPExtended), ("SVG", svg),
    ]
}

@Suite("Sizes of images")
struct ImageSizeTests {
    @Test("Each format tells its width and its height")
    func formats() {
        #expect(ImageSize.read(Sample.png) == ImageSize(width: 258, height: 3))
        #expect(ImageSize.read(Sample.gif) == ImageSize(width: 258, height: 3))
        #expect(ImageSize.read(Sample.jpeg) == ImageSize(width: 3, height: 258))
        #expect(ImageSize.read(Sample.webPLossy) == ImageSize(width: 258, height: 3))
        #expect(ImageSize.read(Sample.webPLossless) == ImageSize(width: 258, height: 4))
        #expect(ImageSize.read(Sample.webPExtended) == ImageSize(width: 258, height: 3))
        #expect(ImageSize.read(Sample.svg) == ImageSize(width: 258, height: 3))
    }

    @Test("A file that is cut short has the whole file's size or none", arguments: Sample.all)
    func truncated(format: String, bytes: [UInt8]) {
        let whole = ImageSize.read(bytes)
        #expect(whole != nil)
        for count in 0..<bytes.count {
            let size = ImageSize.read(Array(bytes.prefix(count)))
            #expect(size == nil || size == whole, "\(format) cut to \(count) bytes")
        }
        #expect(ImageSize.read(Array(bytes.prefix(9))) == nil)
    }

    @Test("A file with any byte damaged never crashes, and its size is one that can be shown", arguments: Sample.all)
    func damaged(format: String, bytes: [UInt8]) {
        for index in bytes.indices {
            for value: UInt8 in [0x00, 0x01, 0x22, 0x7F, 0xC0, 0xD8, 0xFF] {
                var damaged = bytes
                damaged[index] = value
                guard let size = ImageSize.read(damaged) else { continue }
                #expect((1...1_000_000).contains(size.width) && (1...1_000_000).contains(size.height))
            }
        }
    }

    @Test("Garbage after a right beginning has no size that can't be shown", arguments: 0..<200)
    func garbage(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let beginning = random.element(of: [
            [], [0xFF, 0xD8], [0xFF, 0xD8, 0xFF], Array("RIFF____WEBP".utf8), Array("<svg ".utf8),
        ])
        let bytes = beginning + (0..<random.number(below: 200)).map { _ in UInt8(random.number(below: 256)) }
        guard let size = ImageSize.read(bytes) else { return }
        #expect(size.width > 0 && size.height > 0)
    }

    @Test("An image of no width or no height has no size")
    func nothing() {
        var png = Sample.png
        png.replaceSubrange(16..<20, with: [0, 0, 0, 0])
        #expect(ImageSize.read(png) == nil)
        #expect(ImageSize.read(Array("<svg width=\"0\" height=\"10\"/>".utf8)) == nil)
    }

    @Test(
        "An SVG tells its size in pixels, or the shape of its view box",
        arguments: [
            ("<svg width='10px' height='20.4px'>", 10, 20),
            ("<svg viewBox=\"0 0 100 50\">", 100, 50),
            ("<svg viewBox=\"-5,-5,100.6,50\">", 101, 50),
            ("<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 4 3\">", 4, 3),
            ("<svg width=\"210mm\" height=\"297mm\" viewBox=\"0 0 21 30\">", 21, 30),
            ("<svg width=\"8\" viewBox=\"0 0 4 3\">", 4, 3),
            ("<svg\n\twidth=\"7\"\r\n\theight=\"9\"\n>", 7, 9),
            ("<svg viewBox=\"0\n0\t5  6\">", 5, 6),
            ("<svg data-width=\"1\" stroke-width=\"2\" width=\"7\" height=\"9\">", 7, 9),
            ("<!-- <svg width=\"1\" height=\"1\"> -->\n<svg width=\"7\" height=\"9\">", 7, 9),
        ])
    func svg(text: String, width: Int, height: Int) {
        #expect(ImageSize.read(Array(text.utf8)) == ImageSize(width: width, height: height))
    }

    @Test(
        "An SVG that does not tell has no size",
        arguments: [
            "<svg>", "<svg width=\"nan\" height=\"inf\">", "<svg width=\"1e99\" height=\"2\">",
            "<svg viewBox=\"0 0 1\">",
            "<svg width=\"-3\" height=\"2\">", "<svgx width=\"1\" height=\"1\">", "<html>",
            "<svg width=\"1\" height=\"2\"",
        ])
    func noSize(text: String) {
        #expect(ImageSize.read(Array(text.utf8)) == nil)
    }
}
