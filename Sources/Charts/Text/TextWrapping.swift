/// Text broken into lines of a given width.
enum TextWrapping {
    /// The text without what XML forbids (XML 1.0, 2.2 Characters), with single spaces instead of any white space.
    static func cleaned(_ text: String) -> String {
        if isPlain(text) { return text }
        var result = String.UnicodeScalarView()
        var isPending = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20, 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: isPending = !result.isEmpty
            case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF, 0xFFFE...0xFFFF: continue
            default:
                if isPending { result.append(" ") }
                isPending = false
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Whether a text is printable ASCII with single spaces between words, as most labels are: there is nothing to do.
    private static func isPlain(_ text: String) -> Bool {
        var previous = UInt8(ascii: " ")
        for byte in text.utf8 {
            if byte < 0x20 || byte > 0x7E || (byte == 0x20 && previous == 0x20) { return false }
            previous = byte
        }
        return previous != 0x20 || text.isEmpty
    }

    /// Lines no wider than `width`, safety included; a word that is too long for a line is broken between characters.
    ///
    /// Nothing is left out. A line has one character at least, so that a width of nothing gives a column of characters.
    static func lines(_ text: String, width: Double, size: Double, isBold: Bool = false) -> [String] {
        let text = cleaned(text)
        if FontMetrics.room(text, size: size, isBold: isBold) <= width { return text.isEmpty ? [] : [text] }
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if FontMetrics.room(longer, size: size, isBold: isBold) <= width {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = ""
            for character in word {
                let extended = line + String(character)
                if !line.isEmpty, FontMetrics.room(extended, size: size, isBold: isBold) > width {
                    lines.append(line)
                    line = String(character)
                } else {
                    line = extended
                }
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
