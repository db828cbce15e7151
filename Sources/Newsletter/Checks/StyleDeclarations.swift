/// The declarations of a style attribute, or of a rule.
struct StyleDeclarations {
    /// One declaration: name and value in small letters, without `!important`.
    struct Declaration: Hashable {
        let property: String
        let value: String
        let isImportant: Bool
    }

    /// In the order they were written.
    let all: [Declaration]

    init(_ text: String) {
        all = Self.parts(of: text, at: ";").compactMap { part in
            guard let colon = part.firstIndex(of: ":") else { return nil }
            let property = String(part[..<colon]).trimmingBlanks.lowercased()
            var value = String(part[part.index(after: colon)...]).collapsed
            let lower = value.lowercased()
            let isImportant = lower.hasSuffix("!important") || lower.hasSuffix("! important")
            if isImportant { value = String(value[..<(value.lastIndex(of: "!") ?? value.endIndex)]).trimmingBlanks }
            guard !property.isEmpty, !value.isEmpty else { return nil }
            return Declaration(property: property, value: value.lowercased(), isImportant: isImportant)
        }
    }

    /// The value that wins: the last, or the last of those that are important.
    func value(of property: String) -> String? { value(ofAny: [property])?.value }

    /// The declaration that wins of several properties that set the same.
    func value(ofAny properties: [String]) -> Declaration? {
        let found = all.filter { properties.contains($0.property) }
        return found.last { $0.isImportant } ?? found.last
    }

    /// A text cut at a separator that is neither quoted nor in brackets.
    static func parts(of text: String, at separator: Character) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var depth = 0
        var quote: Character?
        for index in text.indices {
            let character = text[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "(" {
                depth += 1
            } else if character == ")" {
                depth = max(0, depth - 1)
            } else if depth == 0, character == separator {
                parts.append(text[start..<index])
                start = text.index(after: index)
            }
        }
        return parts + [text[start...]]
    }
}
