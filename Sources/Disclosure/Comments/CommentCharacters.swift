/// A comment's characters, each classed once: rules ask of every character what it is, many times.
struct CommentCharacters {
    private let bytes: [UInt8]
    /// Where each character begins, and where the last one ends.
    private let starts: [Int]
    private let classes: [CharacterClass]

    init(_ comment: String) {
        let bytes = Array(comment.utf8)
        var starts: [Int] = []
        var classes: [CharacterClass] = []
        starts.reserveCapacity(bytes.count + 1)
        classes.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            starts.append(place)
            if Self.isAlone(place, in: bytes) {
                classes.append(CharacterClass.ascii[Int(bytes[place])])
                place += 1
            } else {
                let character = comment[comment.utf8.index(comment.startIndex, offsetBy: place)]
                classes.append(CharacterClass(character))
                place += character.utf8.count
            }
        }
        starts.append(place)
        self.bytes = bytes
        self.starts = starts
        self.classes = classes
    }

    var count: Int { classes.count }

    subscript(place: Int) -> CharacterClass { classes[place] }

    subscript(places: Range<Int>) -> ArraySlice<CharacterClass> { classes[places] }

    func text(_ places: Range<Int>) -> String {
        String(decoding: bytes[starts[places.lowerBound]..<starts[places.upperBound]], as: UTF8.self)
    }

    /// Whether a word of ASCII stands at a place.
    func hasWord(_ word: String, at place: Int) -> Bool {
        let end = place + word.utf8.count
        return end < starts.count && starts[end] - starts[place] == word.utf8.count
            && bytes[starts[place]..<starts[end]].elementsEqual(word.utf8)
    }

    /// Whether a byte is a character by itself. Two of ASCII never are one, but for the two of a line end (Unicode Standard Annex
    /// 29, rules GB3 to GB999).
    private static func isAlone(_ place: Int, in bytes: [UInt8]) -> Bool {
        guard bytes[place] < 0x80 else { return false }
        guard place + 1 < bytes.count else { return true }
        let next = bytes[place + 1]
        return next < 0x80 && !(bytes[place] == UInt8(ascii: "\r") && next == UInt8(ascii: "\n"))
    }
}

/// What a character of a comment is.
struct CharacterClass: OptionSet {
    let rawValue: UInt16

    static let letter = Self(rawValue: 1 << 0)
    static let number = Self(rawValue: 1 << 1)
    static let space = Self(rawValue: 1 << 2)
    static let newline = Self(rawValue: 1 << 3)
    /// Stands before a word and is no part of it.
    static let opening = Self(rawValue: 1 << 4)
    /// Stands after a word and is no part of it.
    static let closing = Self(rawValue: 1 << 5)
    static let apostrophe = Self(rawValue: 1 << 6)
    static let hyphen = Self(rawValue: 1 << 7)
    /// Something that every address has one of.
    static let address = Self(rawValue: 1 << 8)
    /// May begin a bracketed word.
    static let bracket = Self(rawValue: 1 << 9)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ character: Character) {
        var found: CharacterClass = []
        if character.isLetter { found.insert(.letter) }
        if character.isNumber { found.insert(.number) }
        if character.isWhitespace { found.insert(.space) }
        if character.isNewline { found.insert(.newline) }
        if "([{<\"'“‘«*".contains(character) { found.insert(.opening) }
        if ".,;:!?)]}>\"'”’»*…".contains(character) { found.insert(.closing) }
        if "'’ʼ‘`´".contains(character) { found.insert(.apostrophe) }
        if "-‐‑".contains(character) { found.insert(.hyphen) }
        if "@＠.:_/".contains(character) { found.insert(.address) }
        if character == "[" { found.insert(.bracket) }
        self = found
    }

    /// The classes of the characters of ASCII.
    static let ascii = (UInt8(0)..<0x80).map { CharacterClass(Character(Unicode.Scalar($0))) }

    /// Whether the character can be a part of a word or a number by itself.
    var isWordPart: Bool { !isDisjoint(with: [.letter, .number]) }
}
