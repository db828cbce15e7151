/// Cuts a comment into tokens, and masks what is found by its characters alone: addresses and accounts.
struct CommentLexer {
    private let characters: [Character]
    private var place = 0
    private var tokens: [CommentToken] = []

    /// The tokens of a comment.
    static func tokens(_ comment: String) -> [CommentToken] {
        var lexer = CommentLexer(characters: Array(comment))
        return lexer.run()
    }

    private init(characters: [Character]) { self.characters = characters }

    private mutating func run() -> [CommentToken] {
        while place < characters.count {
            if let masked = maskedWord() {
                tokens.append(masked)
            } else if characters[place].isWhitespace {
                let text = take { $0.isWhitespace }
                tokens.append(CommentToken(.space(hasNewline: text.contains(where: \.isNewline)), text))
            } else {
                chunk()
            }
        }
        return tokens
    }

    private mutating func take(while isPart: (Character) -> Bool) -> String {
        let start = place
        while place < characters.count, isPart(characters[place]) { place += 1 }
        return String(characters[start..<place])
    }

    /// A bracketed word that stands for something already.
    private mutating func maskedWord() -> CommentToken? {
        guard characters[place] == "[" else { return nil }
        for kind in MaskedComment.Kind.allCases {
            let word = Array(kind.placeholder)
            if characters[place...].starts(with: word) {
                place += word.count
                return CommentToken(.masked(kind), kind.placeholder)
            }
        }
        return nil
    }

    // MARK: Chunks between spaces

    private mutating func chunk() {
        var end = place
        while end < characters.count, !characters[end].isWhitespace, !isMaskedWord(end) { end += 1 }
        var core = place..<end
        while let first = core.first, "([{<\"'“‘«*".contains(characters[first]) { core = (first + 1)..<core.upperBound }
        while let last = core.last, ".,;:!?)]}>\"'”’»*…".contains(characters[last]) { core = core.lowerBound..<last }
        guard let kind = AddressPattern.kind(characters[core]) else { return pieces(upTo: end) }
        pieces(upTo: core.lowerBound)
        tokens.append(CommentToken(.masked(kind), kind.placeholder))
        place = core.upperBound
        pieces(upTo: end)
    }

    private func isMaskedWord(_ index: Int) -> Bool {
        guard characters[index] == "[" else { return false }
        return MaskedComment.Kind.allCases.contains { characters[index...].starts(with: $0.placeholder) }
    }

    private mutating func pieces(upTo end: Int) {
        while place < end {
            let start = place
            while place < end, isPart(place, of: start..<end) { place += 1 }
            if place == start {
                place += 1
                tokens.append(CommentToken(.mark, String(characters[start])))
                continue
            }
            let text = characters[start..<place]
            let hasDigit = text.contains { $0.isNumber }
            let kind: CommentToken.Kind = !hasDigit ? .word : text.allSatisfy { $0.isNumber } ? .number : .mixed
            tokens.append(CommentToken(kind, String(text)))
        }
    }

    /// Whether a character belongs to a word or number; apostrophes and hyphens do between two that do, but a hyphen between
    /// digits does not.
    private func isPart(_ index: Int, of range: Range<Int>) -> Bool {
        let character = characters[index]
        if character.isLetter || character.isNumber { return true }
        guard index > range.lowerBound, index + 1 < range.upperBound else { return false }
        let (before, after) = (characters[index - 1], characters[index + 1])
        guard before.isLetter || before.isNumber, after.isLetter || after.isNumber else { return false }
        if "'’ʼ‘`´".contains(character) { return true }
        return "-‐‑".contains(character) && !(before.isNumber && after.isNumber)
    }
}

extension MaskedComment.Kind {
    /// The bracketed word.
    var placeholder: String { "[" + rawValue + "]" }
}
