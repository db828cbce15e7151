/// What a rule found at a token: so many tokens from there on are one thing.
struct CommentMatch {
    let count: Int
    let kind: MaskedComment.Kind
}

/// All rules over tokens, the first that matches at a token wins.
struct CommentRules {
    private let names: NameRule

    init(knownNames: [String]) { names = NameRule(knownNames: knownNames) }

    func apply(to tokens: [CommentToken]) -> [CommentToken] {
        let text = CommentText(tokens: tokens)
        var result: [CommentToken] = []
        result.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            if let match = match(text, index) {
                result.append(CommentToken(.masked(match.kind), match.kind.placeholder))
                index += match.count
            } else {
                result.append(tokens[index])
                index += 1
            }
        }
        return result
    }

    private func match(_ text: CommentText, _ index: Int) -> CommentMatch? {
        switch text.tokens[index].kind {
        case .space, .masked: nil
        case .mark: NumberRule.match(text, index)
        case .number, .mixed:
            SpelledAddressRule.match(text, index) ?? DateRule.match(text, index) ?? NumberRule.match(text, index)
        case .word:
            SpelledAddressRule.match(text, index) ?? DateRule.match(text, index) ?? names.titled(text, index)
                ?? RoleRule.match(text, index) ?? names.match(text, index)
        }
    }
}

/// Tokens, and what stands around them.
struct CommentText {
    let tokens: [CommentToken]

    subscript(_ index: Int) -> CommentToken? { tokens.indices.contains(index) ? tokens[index] : nil }

    /// The index after a single space on a line, or the index itself.
    func skipSpace(_ index: Int) -> Int { self[index]?.isSpace == true ? index + 1 : index }

    /// The folded word before an index, past spaces and the given marks.
    func word(before index: Int, past marks: String = "") -> String? {
        var place = index - 1
        while let token = self[place], token.isSpace || token.isMark(marks) { place -= 1 }
        return self[place]?.kind == .word ? self[place]?.folded : nil
    }

    /// Whether a sentence begins at an index: there, after an end of a sentence, or on a new line.
    ///
    /// Quotation marks and brackets do not count; a point after an abbreviation or an initial is no end.
    func isSentenceStart(_ index: Int) -> Bool {
        var place = index - 1
        // A row of marks without end is no sentence; looking no further keeps the time in proportion.
        for _ in 0..<8 {
            guard let token = self[place] else { return true }
            if case .space(let hasNewline) = token.kind {
                if hasNewline { return true }
            } else if token.isMark(".") {
                guard let word = self[place - 1], word.kind == .word else { return true }
                return !(word.text.count == 1 || Vocabulary.abbreviations.contains(word.folded))
            } else if token.isMark("!?…•") {
                return true
            } else if !token.isMark("\"'“”‘’«»([{*-–—") {
                return false
            }
            place -= 1
        }
        return false
    }
}
