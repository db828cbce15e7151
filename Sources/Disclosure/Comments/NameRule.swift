/// Names of people: after a title, known ones, and capitalized words that are no ordinary ones.
struct NameRule {
    /// Masked in any case.
    private let known: Set<String>
    /// Also ordinary words, masked if capitalized.
    private let knownCapitalized: Set<String>

    init(knownNames: [String]) {
        let words: [String] = knownNames.flatMap(CommentLexer.tokens).filter { $0.kind == .word }
            .flatMap { [$0.folded] + $0.folded.split { $0 == "-" || $0 == "'" }.map(String.init) }
            .filter { $0.count > 1 && !Vocabulary.isTitle($0) && !Vocabulary.particles.contains($0) }
        known = Set(words.filter { !CommonNames.isWord($0) })
        knownCapitalized = Set(words.filter(CommonNames.isWord))
    }

    /// "Mr. Smith", "Officer O'Brien", "coach de la Cruz".
    func titled(_ text: CommentText, _ index: Int) -> CommentMatch? {
        let title = text.tokens[index]
        let isShort = Vocabulary.shortTitles.contains(title.folded)
        guard isShort || Vocabulary.titles.contains(title.folded) else { return nil }
        let point = isShort && text[index + 1]?.isMark(".") == true ? 1 : 0
        let place = text.skipSpace(index + 1 + point)
        guard place > index + 1, let name = text[place], name.kind == .word else { return nil }
        guard isName(name, after: title) else { return nil }
        let isOneOfMany = !isShort && !name.isCapitalized && RoleRule.isIndefinite(text, index)
        return isOneOfMany ? nil : CommentMatch(count: end(text, place) - index, kind: .name)
    }

    /// Whether a word after a title is a name, though it may be an ordinary one, as in "Mr. Hall".
    private func isName(_ name: CommentToken, after title: CommentToken) -> Bool {
        if Vocabulary.particles.contains(name.folded) || isKnown(name) { return true }
        // "MS" is a middle school too, and where all is in capitals, a capital tells nothing.
        let isShouted = title.text.count > 1 && title.text == title.text.uppercased()
        if !isShouted {
            if Vocabulary.plainTitles.contains(title.folded) { return true }
            if name.isCapitalized && name.text.count > 1 { return true }
        }
        guard !Vocabulary.ordinary.contains(name.folded), !Vocabulary.roles.contains(name.folded) else { return false }
        guard !name.isCapitalized else { return true }
        if knownCapitalized.contains(name.folded) || CommonNames.alsoWords.contains(name.folded) { return true }
        // "officer daniels", but not "officer talking".
        let isForm = name.folded.count > 4 && (name.folded.hasSuffix("ed") || name.folded.hasSuffix("ing"))
        return Vocabulary.spokenTitles.contains(title.folded) && !isForm && !CommonNames.isWord(name.folded)
    }

    /// A known name or a capitalized word, with the names after it.
    func match(_ text: CommentText, _ index: Int) -> CommentMatch? {
        let token = text.tokens[index]
        if isKnown(token) { return CommentMatch(count: end(text, index) - index, kind: .name) }
        guard token.isCapitalized, !Vocabulary.ordinary.contains(token.folded), !isOrdinaryContraction(token) else {
            return nil
        }
        let end = end(text, index)
        // Every sentence begins with a capital; two in a row are more than that.
        if end == index + 1, text.isSentenceStart(index), !isOnePerson(text, index) { return nil }
        return CommentMatch(count: end - index, kind: .name)
    }

    /// Whether a capitalized word at the beginning of a sentence does what a person does: "Quentin said".
    private func isOnePerson(_ text: CommentText, _ index: Int) -> Bool {
        let token = text.tokens[index]
        guard !CommonNames.isWord(token.folded), !Vocabulary.nounEndings.contains(where: token.folded.hasSuffix),
            !token.folded.hasSuffix("s"), text[index + 1]?.isSpace == true, let next = text[index + 2]
        else { return false }
        if next.folded == "and" || next.folded == "&", let other = text[text.skipSpace(index + 3)] {
            return other.isMasked || other.isCapitalized && !Vocabulary.ordinary.contains(other.folded)
        }
        return Vocabulary.personVerbs.contains(next.folded)
    }

    /// Whether a word is a name or has one in it, as "Smith-Jones" has, or is of several that are written together, as
    /// "MrSmith" is.
    private func isKnown(_ token: CommentToken) -> Bool {
        if isKnown(token.folded, token.isCapitalized) { return true }
        guard !Vocabulary.ordinary.contains(token.folded) else { return false }
        if token.hasInnerCapital { return true }
        guard token.isCompound else { return false }
        let parts = token.folded.split { $0 == "-" || $0 == "'" }
        return parts.count > 1 && parts.contains { isKnown(String($0), token.isCapitalized) }
    }

    private func isKnown(_ name: String, _ isCapitalized: Bool) -> Bool {
        known.contains(name) || CommonNames.plain.contains(name)
            || isCapitalized && (knownCapitalized.contains(name) || CommonNames.alsoWords.contains(name))
    }

    /// "I'm", "Don't".
    private func isOrdinaryContraction(_ token: CommentToken) -> Bool {
        guard token.isCompound, let part = token.folded.split(separator: "'").first, part.count < token.folded.count
        else { return false }
        let isNegation = part.hasSuffix("n") && Vocabulary.ordinary.contains(String(part.dropLast()))
        return Vocabulary.ordinary.contains(String(part)) || isNegation
    }

    /// The end of the names that follow each other from an index on.
    private func end(_ text: CommentText, _ index: Int) -> Int {
        var end = index + 1
        while true {
            var place = end
            let isInitial =
                text[end - 1]?.text.count == 1 || Vocabulary.abbreviations.contains(text[end - 1]?.folded ?? "")
            if isInitial, text[place]?.isMark(".") == true { place += 1 }
            guard let next = nextName(text, place) else {
                let isJunior = ["jr", "sr"].contains(text[end - 1]?.folded)
                return isJunior ? place : end
            }
            end = next + 1
        }
    }

    /// The index of a name right after an index, past up to three words such as "de la".
    private func nextName(_ text: CommentText, _ index: Int) -> Int? {
        var place = index
        for _ in 0..<4 {
            if text[place]?.kind == .space(hasNewline: false) { place += 1 }
            guard let token = text[place], token.kind == .word else { return nil }
            let isOrdinary = Vocabulary.ordinary.contains(token.folded) || isOrdinaryContraction(token)
            // After "R." even an ordinary word is a name.
            let isAfterInitial = text[index - 1]?.isMark(".") == true && text[index - 2]?.text.count == 1
            if token.isCapitalized && (!isOrdinary || isAfterInitial) || isKnown(token) { return place }
            guard Vocabulary.particles.contains(token.folded) else { return nil }
            place += 1
        }
        return nil
    }
}
