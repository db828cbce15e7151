import Mail
import TestSupport
import Testing

/// Reads quoted-printable as RFC 2045 (6.7) says, and as strictly.
func decodedQuotedPrintable(_ bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        guard byte == UInt8(ascii: "=") else {
            result.append(byte)
            index += 1
            continue
        }
        guard index + 2 < bytes.count else { return nil }
        if bytes[index + 1] == 13, bytes[index + 2] == 10 {
            index += 3
            continue
        }
        let digits = bytes[(index + 1)...(index + 2)]
        guard digits.allSatisfy({ (48...57).contains($0) || (65...70).contains($0) }),
            let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
        else { return nil }
        result.append(value)
        index += 3
    }
    return result
}

@Suite("Quoted-printable")
struct QuotedPrintableTests {
    private func encoded(_ text: String) -> String {
        String(decoding: QuotedPrintable.encoded(Array(text.utf8)), as: UTF8.self)
    }

    /// A text with CRLF for each line end, bytes other than line ends as they are.
    private func normalized(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if byte == 13 || (byte == 10 && (index == 0 || bytes[index - 1] != 13)) { result += [13, 10] }
            if byte != 13, byte != 10 { result.append(byte) }
        }
        return result
    }

    private func expectSound(_ bytes: [UInt8], _ comment: Comment) {
        let encoded = QuotedPrintable.encoded(bytes)
        #expect(decodedQuotedPrintable(encoded) == normalized(bytes), comment)
        let lines = String(decoding: encoded, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        for line in lines {
            let bad =
                line.utf8.count > 76 || line.hasPrefix(".") || line.hasPrefix("From ") || line.hasSuffix(" ")
                || line.hasSuffix("\t")
                || line.utf8.contains { $0 == 13 || $0 == 10 || $0 > 126 || ($0 < 32 && $0 != 9) }
            #expect(!bad, comment)
        }
    }

    @Test("Text is left as it is, and an equals sign and other letters are not")
    func plain() {
        #expect(encoded("a b\tc = d") == "a b\tc =3D d")
        #expect(encoded("ñ€🎉") == "=C3=B1=E2=82=AC=F0=9F=8E=89")
        #expect(encoded("") == "")
    }

    @Test("Line ends of every kind become CRLF")
    func lineEnds() {
        #expect(encoded("a\nb\r\nc\rd\n\n\r\r\n") == "a\r\nb\r\nc\r\nd\r\n\r\n\r\n\r\n")
    }

    @Test("Blanks at the end of a line are encoded, within it they are not")
    func blanks() {
        #expect(encoded("a \nb\t\n c ") == "a=20\r\nb=09\r\n c=20")
    }

    @Test("A dot or the word From at the beginning of a line is encoded, and nowhere else")
    func beginnings() {
        #expect(encoded(".\n..a\nFrom here\nFromage\na.From b") == "=2E\r\n=2E.a\r\n=46rom here\r\nFromage\r\na.From b")
    }

    @Test("A line of 76 columns is whole, one of 77 is broken at the 75th")
    func breaks() {
        let line = String(repeating: "a", count: 76)
        #expect(encoded(line) == line)
        #expect(encoded(line + "a") == line.dropLast() + "=\r\naa")
        #expect(encoded(line + "\n" + line) == line + "\r\n" + line)
        #expect(encoded(String(repeating: "a", count: 75) + ".b") == String(repeating: "a", count: 75) + "=\r\n=2Eb")
        #expect(encoded(String(repeating: "a", count: 74) + "=") == String(repeating: "a", count: 74) + "=\r\n=3D")
    }

    @Test("Any bytes come back")
    func bytes() {
        var random = SeededGenerator(seed: 5)
        for round in 0..<400 {
            let count = Int.random(in: 0...400, using: &random)
            let common = Array(" \t.=F\r\nrom From a".utf8)
            let bytes = (0..<count).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random)
                    : common[Int.random(in: 0..<common.count, using: &random)]
            }
            expectSound(bytes, "round \(round)")
        }
    }

    @Test("Any text comes back")
    func text() {
        var random = SeededGenerator(seed: 6)
        let letters: [Character] = ["a", "=", " ", ".", "\n", "\r\n", "ñ", "ع", "🎉", "👩‍🚀", "e\u{301}", "\t", "F"]
        for round in 0..<200 {
            let text = String((0..<300).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
            expectSound(Array(text.utf8), "round \(round)")
        }
    }

    @Test("A line of 100 KB is broken")
    func longLine() {
        expectSound(Array(repeating: UInt8(ascii: "x"), count: 100_000), "ASCII")
        expectSound(Array(String(repeating: "ñ=.", count: 20_000).utf8), "UTF-8")
    }
}
