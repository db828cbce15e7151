import CSS

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
        var text = text.lowercased()
        all = text.withUTF8 { bytes in
            var names = AtomTable()
            return StylesheetParser.declarations(bytes, 0..<bytes.count, names: &names).declarations
                .filter { !$0.isOpaque && !$0.value.isEmpty }
                .map { declaration in
                    Declaration(
                        property: String(decoding: bytes[declaration.name], as: UTF8.self),
                        value: String(decoding: bytes[declaration.value], as: UTF8.self).collapsed,
                        isImportant: declaration.isImportant)
                }
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
