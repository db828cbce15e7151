/// Masks what could tell of a person in a free comment.
///
/// It would rather mask too much than too little: a capitalized word within a sentence counts as a name unless it is known to be
/// an ordinary one. It cannot know everything, such as a rare name in lower case, a rare name alone at the beginning of a
/// sentence, or a story that only one person can have told; somebody has to read comments before they are published.
///
/// Masking is idempotent and takes time about in proportion to the length. English only, with the names and titles that are
/// usual in the United States.
public struct CommentMask: Sendable {
    private let rules: CommentRules

    /// Creates a mask.
    ///
    /// - Parameter knownNames: names of people at the school, such as "Dr. Ana O'Brien". Each of their words is masked wherever it
    ///   stands, in lower case too unless it is an ordinary word.
    public init(knownNames: [String] = []) {
        rules = CommentRules(knownNames: knownNames)
    }

    /// Masks a comment.
    public func masked(_ comment: String) -> MaskedComment {
        // Invisible characters could hide a name from everything but the eye.
        var text =
            comment.unicodeScalars.contains(where: Self.isInvisible)
            ? String(String.UnicodeScalarView(comment.unicodeScalars.filter { !Self.isInvisible($0) })) : comment
        var kinds: Set<MaskedComment.Kind> = []
        // What is masked can bring together what was apart. Each round masks some more, so this ends.
        while true {
            let tokens = rules.apply(to: CommentLexer.tokens(text))
            for case .masked(let kind) in tokens.lazy.map(\.kind) { kinds.insert(kind) }
            let masked = tokens.map(\.text).joined()
            guard masked != text else { return MaskedComment(text: text, kinds: kinds) }
            text = masked
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool { !scalar.isASCII && invisible.contains(scalar) }

    /// Soft hyphen, zero-width space, word joiner, byte order mark, and marks of direction.
    private static let invisible: Set<Unicode.Scalar> = [
        "\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}",
        "\u{202D}",
        "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
    ]
}
