import Foundation

/// A piece of a comment: all pieces together are the comment.
struct CommentToken {
    enum Kind: Equatable {
        /// Letters, with apostrophes and hyphens between them.
        case word
        /// Digits only.
        case number
        /// Letters and digits, such as "7th", "B12" or "14-year-old".
        case mixed
        case space(hasNewline: Bool)
        /// One character of another kind.
        case mark
        case masked(MaskedComment.Kind)
    }

    let kind: Kind
    let text: String
    /// A word or mixed token in lower case, without accents, with straight apostrophes and without a possessive ending.
    let folded: String

    init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
        folded = kind == .word || kind == .mixed ? Self.fold(text) : text
    }

    /// Whether the first letter is a capital, also that of O’Brien, José or ÉLAN.
    var isCapitalized: Bool {
        guard kind == .word, let first = text.first else { return false }
        if let byte = first.asciiValue { return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
        return first.isUppercase || first.unicodeScalars.first?.properties.generalCategory == .titlecaseLetter
    }

    /// Whether a capital follows a small letter, as in "MrSmith".
    var hasInnerCapital: Bool {
        // Most words are in small letters but for the first, which their bytes tell at once.
        guard text.utf8.dropFirst().contains(where: { $0 < UInt8(ascii: "a") || $0 > UInt8(ascii: "z") }) else {
            return false
        }
        return zip(text, text.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
    }

    /// Whether a hyphen or an apostrophe stands in the word as vocabularies have it.
    var isCompound: Bool { folded.utf8.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "'") } }

    var isSpace: Bool { if case .space = kind { true } else { false } }

    var isMasked: Bool { if case .masked = kind { true } else { false } }

    func isMark(_ marks: String) -> Bool { kind == .mark && text.first.map(marks.contains) == true }

    /// A word as vocabularies have it.
    static func fold(_ text: String) -> String {
        var word = text.lowercased()
        if !word.utf8.allSatisfy({ $0 < 0x80 }) {
            word = String(word.map { "’ʼ‘`´".contains($0) ? "'" : "‐‑".contains($0) ? "-" : $0 })
            word = word.folding(options: .diacriticInsensitive, locale: nil)
        }
        if word.hasSuffix("'s") { word.removeLast(2) } else if word.hasSuffix("s'") { word.removeLast() }
        return word
    }
}
