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
        all = Self.parts(of: text.lowercased(), at: UInt8(ascii: ";")).compactMap { part in
            guard let colon = part.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let property = part[..<colon].collapsed
            var value = part[part.utf8.index(after: colon)...].collapsed
            let isImportant = value.hasSuffix("!important") || value.hasSuffix("! important")
            if isImportant, let mark = value.lastIndex(of: "!") { value = value[..<mark].collapsed }
            guard !property.isEmpty, !value.isEmpty else { return nil }
            return Declaration(property: property, value: value, isImportant: isImportant)
        }
    }

    /// The value that wins: the last, or the last of those that are important.
    func value(of property: String) -> String? {
        var winner: Declaration?
        for declaration in all where declaration.property == property {
            if declaration.isImportant || winner?.isImportant != true { winner = declaration }
        }
        return winner?.value
    }

    /// The declaration that wins of several properties that set the same.
    func value(ofAny properties: [String]) -> Declaration? {
        let found = all.filter { properties.contains($0.property) }
        return found.last { $0.isImportant } ?? found.last
    }

    /// A text cut at a separator, an ASCII character, that is neither quoted nor in brackets.
    static func parts(of text: String, at separator: UInt8) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var depth = 0
        var quote: UInt8?
        for index in text.utf8.indices {
            let byte = text.utf8[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == separator, depth == 0 {
                parts.append(text[start..<index])
                start = text.utf8.index(after: index)
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "(") {
                depth += 1
            } else if byte == UInt8(ascii: ")") {
                depth = max(0, depth - 1)
            }
        }
        return parts + [text[start...]]
    }
}

/// The declarations of each style attribute of a page, read once: most are on many elements. It belongs to one thread.
final class StyleCache {
    private var styles: [String: StyleDeclarations] = [:]

    func declarations(of style: String) -> StyleDeclarations {
        if let known = styles[style] { return known }
        let new = StyleDeclarations(style)
        styles[style] = new
        return new
    }
}
