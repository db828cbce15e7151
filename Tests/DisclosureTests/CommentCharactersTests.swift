import TestSupport
import Testing

@testable import Disclosure

@Suite("Characters of comments")
struct CommentCharactersTests {
    @Test("Characters are those of the text, whatever they are made of", arguments: 0..<200)
    func sameCharacters(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        // Marks that join the character before or after them, line ends of two, emoji of several, and plain text.
        let pieces: [Unicode.Scalar] = [
            "a", "Z", "7", " ", "\r", "\n", "\t", ".", "[", "]", "-", "'", "’", "é", "\u{301}", "\u{200D}", "👩", "🏽",
            "🇺", "🇸",
            "\u{600}", "ß", "日", "\u{FE0F}", "\u{1100}", "\u{1161}", "@", "＠",
        ]
        var scalars = String.UnicodeScalarView()
        for _ in 0..<40 { scalars.append(pieces.randomElement(using: &random) ?? "a") }
        let text = String(scalars)
        let characters = CommentCharacters(text)
        #expect(characters.count == text.count)
        for (place, character) in text.enumerated() where place < characters.count {
            #expect(characters[place] == CharacterClass(character))
            #expect(Array(characters.text(place..<(place + 1)).unicodeScalars) == Array(character.unicodeScalars))
        }
    }

    @Test("A word stands only where each of its letters is a character by itself")
    func words() {
        #expect(CommentCharacters("a [name]").hasWord("[name]", at: 2))
        #expect(!CommentCharacters("a [name").hasWord("[name]", at: 2))
        #expect(!CommentCharacters("a [name]\u{301}").hasWord("[name]", at: 2))
    }
}
