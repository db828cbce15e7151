import Foundation

/// Text in headers that is not ASCII (RFC 2047): UTF-8, in whichever of its two encodings is shorter.
enum EncodedWord {
    private static let longest = 75
    private static let overhead = "=?UTF-8?Q??=".utf8.count

    /// A text as encoded words, to be parted by a space each, which a reader leaves out.
    ///
    /// No character is divided between two words (RFC 2047, 5), and no mark from its letter where the two fit in one.
    /// - Parameter firstOffset: the columns before the first word in its line.
    static func words(for text: String, firstOffset: Int) -> [String] {
        let bytes = Array(text.utf8)
        let quotedCount = bytes.reduce(0) { $0 + quotedWidth($1) }
        let isBase64 = (bytes.count + 2) / 3 * 4 < quotedCount
        var words: [String] = []
        var word: [UInt8] = []
        func room() -> Int {
            longest - overhead - (words.isEmpty ? max(0, firstOffset + longest - HeaderField.encodedWidth) : 0)
        }
        func fits(_ piece: [UInt8]) -> Bool { width(of: word + piece, isBase64: isBase64) <= room() }
        func close() {
            guard !word.isEmpty else { return }
            words.append(encoded(word, isBase64: isBase64))
            word = []
        }
        for character in text {
            let piece = Array(String(character).utf8)
            if !fits(piece) { close() }
            if fits(piece) {
                word += piece
                continue
            }
            // A letter with more marks on it than a word has room for.
            for scalar in character.unicodeScalars {
                let part = Array(String(scalar).utf8)
                if !fits(part) { close() }
                word += part
            }
        }
        close()
        return words
    }

    private static func width(of bytes: [UInt8], isBase64: Bool) -> Int {
        isBase64 ? (bytes.count + 2) / 3 * 4 : bytes.reduce(0) { $0 + quotedWidth($1) }
    }

    private static func encoded(_ bytes: [UInt8], isBase64: Bool) -> String {
        isBase64 ? "=?UTF-8?B?\(Data(bytes).base64EncodedString())?=" : "=?UTF-8?Q?\(bytes.map(quoted).joined())?="
    }

    private static func quotedWidth(_ byte: UInt8) -> Int { isPlain(byte) || byte == UInt8(ascii: " ") ? 1 : 3 }

    private static func quoted(_ byte: UInt8) -> String {
        if byte == UInt8(ascii: " ") { return "_" }
        return isPlain(byte) ? String(UnicodeScalar(byte)) : "=" + QuotedPrintable.hexadecimal(byte)
    }

    /// What needs no encoding in a name, where RFC 2047 (5, 3) allows the least.
    private static func isPlain(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || "!*+-/".utf8.contains(byte) }
}
