/// Cuts a comment into tokens, and masks what is found by its characters alone: addresses and accounts.
struct CommentLexer {
    private let characters: CommentCharacters
    private var place = 0
    private var tokens: [CommentToken] = []

    /// The tokens of a comment.
    static func tokens(_ comment: String) -> [CommentToken] {
        var lexer = CommentLexer(characters: CommentCharacters(comment))
        return lexer.run()
    }

    private init(characters: CommentCharacters) { self.characters = characters }

    private mutating func run() -> [CommentToken] {
        while place < characters.count {
            if let kind = maskedWord(at: place) {
                place += kind.placeholder.utf8.count
                tokens.append(CommentToken(.masked(kind), kind.placeholder))
            } else if characters[place].contains(.space) {
                space()
            } else {
                chunk()
            }
        }
        return tokens
    }

    private mutating func space() {
        let start = place
        while place < characters.count, characters[place].contains(.space) { place += 1 }
        let hasNewline = characters[start..<place].contains { $0.contains(.newline) }
        tokens.append(CommentToken(.space(hasNewline: hasNewline), characters.text(start..<place)))
    }

    /// What a bracketed word at a place stands for already.
    private func maskedWord(at place: Int) -> MaskedComment.Kind? {
        guard characters[place].contains(.bracket) else { return nil }
        return MaskedComment.Kind.allCases.first { characters.hasWord($0.placeholder, at: place) }
    }

    // MARK: Chunks between spaces

    private mutating func chunk() {
        var end = place
        while end < characters.count, !characters[end].contains(.space), maskedWord(at: end) == nil { end += 1 }
        var core = place..<end
        while let first = core.first, characters[first].contains(.opening) { core = (first + 1)..<core.upperBound }
        while let last = core.last, characters[last].contains(.closing) { core = core.lowerBound..<last }
        guard characters[core].contains(where: { $0.contains(.address) }),
            let kind = AddressPattern.kind(Array(characters.text(core))[...])
        else { return pieces(upTo: end) }
        pieces(upTo: core.lowerBound)
        tokens.append(CommentToken(.masked(kind), kind.placeholder))
        place = core.upperBound
        pieces(upTo: end)
    }

    private mutating func pieces(upTo end: Int) {
        while place < end {
            let start = place
            while place < end, isPart(place, of: start..<end) { place += 1 }
            if place == start {
                place += 1
                tokens.append(CommentToken(.mark, characters.text(start..<place)))
                continue
            }
            let text = characters[start..<place]
            let hasDigit = text.contains { $0.contains(.number) }
            let kind: CommentToken.Kind =
                !hasDigit ? .word : text.allSatisfy { $0.contains(.number) } ? .number : .mixed
            tokens.append(CommentToken(kind, characters.text(start..<place)))
        }
    }

    /// Whether a character belongs to a word or number; apostrophes and hyphens do between two that do, but a hyphen between
    /// digits does not.
    private func isPart(_ index: Int, of range: Range<Int>) -> Bool {
        let character = characters[index]
        if character.isWordPart { return true }
        guard index > range.lowerBound, index + 1 < range.upperBound else { return false }
        let (before, after) = (characters[index - 1], characters[index + 1])
        guard before.isWordPart, after.isWordPart else { return false }
        if character.contains(.apostrophe) { return true }
        return character.contains(.hyphen) && !(before.contains(.number) && after.contains(.number))
    }
}

extension MaskedComment.Kind {
    /// The bracketed word.
    var placeholder: String { "[" + rawValue + "]" }
}
