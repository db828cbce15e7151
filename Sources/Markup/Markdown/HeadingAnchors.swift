/// A heading of a document.
public struct Heading: Hashable, Sendable {
    /// The anchor, unique in the document.
    public let id: String
    /// The heading's text, without markup.
    public let title: String
    /// The level, from 1 to 6.
    public let level: Int
    /// The line of the file.
    public let line: Int
}

/// Names for headings by GitHub's rule: lower case, spaces to hyphens, everything else but letters, digits, hyphens and
/// underscores left out; a name that is taken gets `-1`, `-2`, ….
struct HeadingAnchors {
    private var taken: Set<String> = []
    private var repeats: [String: Int] = [:]

    /// The anchor of the next heading with a text.
    mutating func anchor(for title: String) -> String {
        var base = ""
        for scalar in title.lowercased().unicodeScalars {
            if scalar == " " {
                base += "-"
            } else if scalar == "-" || Self.isWordCharacter(scalar) {
                base.unicodeScalars.append(scalar)
            }
        }
        if base.isEmpty { base = "section" }
        var anchor = base
        while taken.contains(anchor) {
            repeats[base, default: 0] += 1
            anchor = "\(base)-\(repeats[base, default: 0])"
        }
        taken.insert(anchor)
        return anchor
    }

    private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation:
            true
        default: false
        }
    }
}
