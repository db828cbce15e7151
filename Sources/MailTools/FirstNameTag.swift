/// The tag of a subscriber's first name, with a place for what stands for a name that is not known.
struct FirstNameTag: Hashable, Sendable {
    /// The tag with the word ``place`` where the fallback goes.
    let template: String
    /// What would end the tag, the longest first, and what takes its place.
    let replaces: [Replacement]

    struct Replacement: Hashable, Sendable {
        let text: String
        let with: String
    }

    static let place = "FALLBACK"

    func text(fallback: String) -> String { template.replacing(Self.place, with: safe(fallback)) }

    /// One pass, so that what a replacement puts in is not replaced again. A line end would end a tag too. Scalars, since a
    /// quotation mark with an accent on it is still one to the tool.
    private func safe(_ fallback: String) -> String {
        var result = String.UnicodeScalarView()
        var rest = fallback.unicodeScalars[...]
        while let scalar = rest.first {
            if let found = replaces.first(where: { rest.starts(with: $0.text.unicodeScalars) }) {
                result.append(contentsOf: found.with.unicodeScalars)
                rest = rest.dropFirst(found.text.unicodeScalars.count)
            } else {
                result.append(Character(scalar).isNewline ? " " : scalar)
                rest = rest.dropFirst()
            }
        }
        return String(result)
    }
}
