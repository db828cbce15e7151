/// Roles that one person has: "our SRO", "the new assistant principal", "Nurse".
enum RoleRule {
    static func match(_ text: CommentText, _ index: Int) -> CommentMatch? {
        let token = text.tokens[index]
        if Vocabulary.determiners.contains(token.folded) {
            return role(text, text.skipSpace(index + 1)).map { CommentMatch(count: $0 - index, kind: .role) }
        }
        guard !isIndefinite(text, index), let end = role(text, index) else { return nil }
        return Vocabulary.soleRoles.contains(noun(text.tokens[end - 1]))
            ? CommentMatch(count: end - index, kind: .role) : nil
    }

    /// The end of a role at an index: words that tell more, then a word for the role, of which several may follow each other
    /// as in "resource officer".
    private static func role(_ text: CommentText, _ index: Int) -> Int? {
        var place = index
        var end: Int?
        // More words than this are not a description of somebody.
        for position in 0..<6 {
            guard let token = text[place], token.kind == .word || token.kind == .mixed else { break }
            let word = noun(token)
            if Vocabulary.roles.contains(word) || position > 0 && Vocabulary.describedRoles.contains(word) {
                end = place + 1
            } else if !Vocabulary.roleModifiers.contains(token.folded) && token.kind == .word {
                break
            }
            place = text.skipSpace(place + 1)
        }
        return end
    }

    /// Whether a role is anybody's, as in "an officer" and "any school nurse".
    static func isIndefinite(_ text: CommentText, _ index: Int) -> Bool {
        var place = index - 1
        for _ in 0..<6 {
            if text[place]?.isSpace == true { place -= 1 }
            guard let token = text[place], token.kind == .word else { return false }
            if Vocabulary.indefinite.contains(token.folded) { return true }
            guard Vocabulary.roleModifiers.contains(token.folded) else { return false }
            place -= 1
        }
        return false
    }

    /// The role in "vice-principal".
    private static func noun(_ token: CommentToken) -> String {
        guard token.isCompound else { return token.folded }
        return token.folded.split(separator: "-").last.map(String.init) ?? token.folded
    }
}
